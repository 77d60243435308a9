import { previewImport } from "@/db/commands/imports";
import { findSellerVat } from "@/db/queries/seller-vat";
import type { SellerScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import { displayFileName } from "@/lib/evidence/file-name";
import { findingsOf } from "@/lib/orders/import-findings";
import { mayImportOrders } from "@/lib/orders/permissions";
import { accepted, type Outcome, refused } from "@/lib/outcome";
import { endOfToday } from "@/lib/server/csv/import-orders";
import { MAX_FILE_BYTES, readOrderFile } from "@/lib/server/csv/order-file";
import { BrokenForm, type FilePart, readMultipart } from "@/lib/server/upload/multipart";

export const FILE_REFUSALS = ["not_allowed", "nothing_chosen", "file_too_large", "broken_form"] as const;
export type FileRefusal = (typeof FILE_REFUSALS)[number];

/** The order file of a form: read, checked and kept for its preview. Nothing is imported. */
export async function receiveOrderFile(
  request: Request,
  scope: SellerScope,
  now: Instant,
): Promise<Outcome<{ readonly importId: string }, FileRefusal>> {
  if (!mayImportOrders(scope)) return refused("not_allowed");
  const received = await readFile(request);
  if (!received.ok) return received;
  const { name, content } = received.value;
  const rules = { latest: endOfToday(now), seller: await findSellerVat(scope) };
  const file = await readOrderFile(content, rules);
  const findings = findingsOf(file);
  return previewImport(
    scope,
    { fileName: displayFileName(name), content, orderCount: file.orders.length, findings },
    now,
  );
}

type Received = { readonly name: string; readonly content: Uint8Array };

async function readFile(request: Request): Promise<Outcome<Received, FileRefusal>> {
  let received: Outcome<Received, FileRefusal> = refused("nothing_chosen");
  try {
    await readMultipart(request, {
      limits: { fileBytes: MAX_FILE_BYTES, files: 1, fields: 5 },
      onFile: async (part) => {
        if (part.name !== "") received = await readPart(part);
        part.content.resume();
      },
    });
  } catch (error) {
    if (!(error instanceof BrokenForm)) throw error;
    return refused("broken_form");
  }
  return received;
}

async function readPart(part: FilePart): Promise<Outcome<Received, FileRefusal>> {
  const chunks: Buffer[] = [];
  for await (const chunk of part.content) chunks.push(Buffer.from(chunk));
  if (part.isTruncated()) return refused("file_too_large");
  return accepted({ name: part.name, content: Buffer.concat(chunks) });
}
