import { createHash } from "node:crypto";
import { makeZip, predictLength } from "client-zip";
import type { ArchivedInvoice } from "@/db/queries/invoice-archive";
import { findInvoicePdf } from "@/db/queries/invoices";
import type { SellerScope } from "@/lib/auth/scope";
import { requestedRange } from "@/lib/server/files/byte-range";

/**
 * Invoices as a ZIP, written as fast as the reader takes it and one invoice in memory at a time.
 *
 * Issued documents never change, so the same list is the same file to the byte: its length is known beforehand, the
 * browser shows how far it is, stops it, and takes it up again where it broke off.
 */
export function serveArchive(
  scope: SellerScope,
  { invoices, name }: { readonly invoices: readonly ArchivedInvoice[]; readonly name: string },
  request: Request,
): Response {
  const size = Number(predictLength(invoices.map(entryOf)));
  const etag = `"${etagOf(invoices)}"`;
  const headers = {
    "content-type": "application/zip",
    "content-disposition": `attachment; filename="${name}"`,
    "cache-control": "private, no-store",
    "x-content-type-options": "nosniff",
    "accept-ranges": "bytes",
    etag,
  };
  const isOtherVersion = request.headers.has("if-range") && request.headers.get("if-range") !== etag;
  const range = isOtherVersion ? "whole" : requestedRange(request.headers.get("range"), size);
  if (range === "unsatisfiable") {
    return new Response(null, { status: 416, headers: { ...headers, "content-range": `bytes */${size}` } });
  }
  const archive = makeZip(filesOf(scope, invoices));
  if (range === "whole") {
    const whole = bytesOf(archive, { start: 0, end: size - 1 });
    return new Response(whole, { headers: { ...headers, "content-length": `${size}` } });
  }
  return new Response(bytesOf(archive, range), {
    status: 206,
    headers: {
      ...headers,
      "content-length": `${range.end - range.start + 1}`,
      "content-range": `bytes ${range.start}-${range.end}/${size}`,
    },
  });
}

function entryOf({ kind, number, issuedOn, bytes }: ArchivedInvoice) {
  const word = kind === "invoice" ? "facture" : "avoir";
  return {
    name: `${word}-${number.replace(/[^A-Za-z0-9._-]/g, "_")}.pdf`,
    size: bytes,
    lastModified: new Date(`${issuedOn}T12:00:00Z`),
  };
}

async function* filesOf(scope: SellerScope, invoices: readonly ArchivedInvoice[]) {
  for (const invoice of invoices) {
    const found = await findInvoicePdf(scope, invoice.id);
    if (!found) throw new Error(`Invoice ${invoice.number} disappeared`);
    yield { ...entryOf(invoice), input: new Uint8Array(found.pdf) };
  }
}

function etagOf(invoices: readonly ArchivedInvoice[]): string {
  const list = createHash("sha256");
  for (const { number, sha256 } of invoices) list.update(`${number} ${sha256}\n`);
  return list.digest("hex");
}

/**
 * The bytes of a range; the list of the archive needs every file read, so what comes before is read and dropped.
 * Nothing is read once the reader has gone away.
 */
function bytesOf(
  archive: ReadableStream<Uint8Array>,
  { start, end }: { readonly start: number; readonly end: number },
): ReadableStream<Uint8Array> {
  const reader = archive.getReader();
  // The library ends its list by an error, which is nobody's.
  const stop = () => reader.cancel().catch(() => {});
  let position = 0;
  return new ReadableStream({
    pull: async (controller) => {
      for (;;) {
        const part = await reader.read();
        if (part.done) return controller.close();
        const from = Math.max(0, start - position);
        const to = Math.min(part.value.length, end + 1 - position);
        position += part.value.length;
        if (from < to) controller.enqueue(part.value.subarray(from, to));
        if (position > end) {
          controller.close();
          return stop();
        }
        if (from < to) return;
      }
    },
    cancel: stop,
  });
}
