import { findOrder } from "@/db/queries/orders";
import { getSellerSettings } from "@/db/queries/sellers";
import type { SellerScope } from "@/lib/auth/scope";
import { MAX_FILE_BYTES } from "@/lib/evidence/accepted-file";
import { displayFileName } from "@/lib/evidence/file-name";
import { checkInvoice } from "@/lib/invoices/checker/check-invoice";
import { storableText } from "@/lib/messages/clean";
import { orderNumberSchema } from "@/lib/orders/schema";
import { accepted, type Outcome, refused } from "@/lib/outcome";
import { expectationOf } from "@/lib/server/invoice-check/expectation";
import type { CheckedFile } from "@/lib/server/invoice-check/kept-result";
import { readUploadedPdf } from "@/lib/server/pdf/uploaded-pdf";
import { BrokenForm, type FilePart, readMultipart } from "@/lib/server/upload/multipart";

export const CHECK_REFUSALS = [
  "nothing_chosen",
  "file_too_large",
  "broken_form",
  "not_a_pdf",
  "pdf_unreadable",
  "pdf_asks_password",
  "order_not_found",
] as const;
export type CheckRefusal = (typeof CHECK_REFUSALS)[number];

/** The PDF of a form, read and checked as it comes; it is neither kept nor shown to anybody. */
export async function checkPostedInvoice(
  request: Request,
  scope: SellerScope,
): Promise<Outcome<CheckedFile, CheckRefusal>> {
  const posted = await readForm(request);
  if (!posted.ok) return posted;
  const { name, content, orderNumber } = posted.value;
  if (!isPdf(content)) return refused("not_a_pdf");
  const number = orderNumberSchema.safeParse(orderNumber);
  const sale = number.success ? await findOrder(scope, number.data) : undefined;
  if (orderNumber !== "" && !sale) return refused("order_not_found");
  const file = await readUploadedPdf(content);
  if (!file.ok) return file;
  const { legalIdentity } = await getSellerSettings(scope);
  const { pageCount, pagesRead } = file.value;
  return accepted({
    fileName: displayFileName(name),
    orderNumber: sale?.order.number,
    pageCount,
    pagesRead,
    check: checkInvoice(file.value, expectationOf(legalIdentity, sale)),
  });
}

type Posted = { readonly name: string; readonly content: Uint8Array; readonly orderNumber: string };

async function readForm(request: Request): Promise<Outcome<Posted, CheckRefusal>> {
  const files: Outcome<Omit<Posted, "orderNumber">, CheckRefusal>[] = [];
  let orderNumber = "";
  try {
    await readMultipart(request, {
      limits: { fileBytes: MAX_FILE_BYTES, files: 1, fields: 5 },
      onField: (name, value) => {
        if (name === "commande") orderNumber = storableText(value).trim();
      },
      onFile: async (part) => {
        if (part.name !== "") files.push(await readPart(part));
        part.content.resume();
      },
    });
  } catch (error) {
    if (!(error instanceof BrokenForm)) throw error;
    return refused("broken_form");
  }
  const file = files[0] ?? refused("nothing_chosen");
  return file.ok ? accepted({ ...file.value, orderNumber }) : file;
}

async function readPart(part: FilePart): Promise<Outcome<Omit<Posted, "orderNumber">, CheckRefusal>> {
  const chunks: Buffer[] = [];
  for await (const chunk of part.content) chunks.push(Buffer.from(chunk));
  if (part.isTruncated()) return refused("file_too_large");
  return accepted({ name: part.name, content: Buffer.concat(chunks) });
}

/** Readers accept a few stray bytes before the mark. */
function isPdf(content: Uint8Array): boolean {
  return Buffer.from(content.subarray(0, 1024)).includes("%PDF-", 0, "latin1");
}
