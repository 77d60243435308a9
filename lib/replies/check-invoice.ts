import type { ReplyContext } from "@/lib/replies/context";
import type { ReplyFields } from "@/lib/replies/field";
import { type Missing, missingWhen } from "@/lib/replies/verdict";

/** The invoice itself: issued here, or the seller's own file. */
export function checkInvoice(fields: ReplyFields, context: ReplyContext): readonly Missing[] {
  return missingWhen(!sends("invoice", fields.invoiceId, context), "invoice_missing", "documentIds");
}

/** An issued invoice is never edited: a credit note cancels it and a new invoice replaces it. */
export function checkCorrectedInvoice(fields: ReplyFields, context: ReplyContext): readonly Missing[] {
  const hasCreditNote = sends("credit_note", fields.creditNoteId, context);
  return [...missingWhen(!hasCreditNote, "credit_note_missing", "documentIds"), ...checkInvoice(fields, context)];
}

function sends(kind: "invoice" | "credit_note", issuedId: string | undefined, context: ReplyContext): boolean {
  const isIssued = context.order.issuedDocuments.some((issued) => issued.kind === kind && issued.id === issuedId);
  return isIssued || context.documents.some((document) => document.kind === kind);
}
