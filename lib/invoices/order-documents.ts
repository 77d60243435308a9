import type { IsoDate } from "@/lib/calendar/civil-day";
import { type CreditableRemainder, creditableRemainder } from "@/lib/invoices/creditable-remainder";
import type { InvoiceKind, InvoicePayment } from "@/lib/invoices/draft";
import { type InvoiceDocument, type NumberedInvoice, numberInvoice } from "@/lib/invoices/invoice";
import { sumCents } from "@/lib/money/cents";

/** An invoice or a credit note of an order, as it is kept. */
export type IssuedDocument = {
  readonly id: string;
  readonly kind: InvoiceKind;
  readonly number: string;
  readonly issuedOn: IsoDate;
  readonly document: InvoiceDocument;
  readonly precedingInvoiceId: string | null;
  readonly replacesInvoiceId: string | null;
};

/** An invoice with what was credited on it; `invoiceId` is null for one issued elsewhere. */
export type CreditableInvoice = {
  readonly invoiceId: string | null;
  readonly invoice: NumberedInvoice;
  readonly creditNotes: readonly InvoiceDocument[];
  readonly remainder: CreditableRemainder;
};

/** The order's invoices, each with what is left to credit, the one in force first. */
export function creditableInvoices(issued: readonly IssuedDocument[]): readonly CreditableInvoice[] {
  return issued
    .filter(({ kind }) => kind === "invoice")
    .map(({ id, number, document }) => creditable(numberInvoice(document, number), id, issued))
    .toSorted((a, b) => rank(issued, a) - rank(issued, b));
}

/** An invoice issued elsewhere: the order says what it must hold, its credit notes here refer to it by number. */
export function externalCreditable(
  document: InvoiceDocument,
  number: string,
  issued: readonly IssuedDocument[],
): CreditableInvoice {
  return creditable(numberInvoice(document, number), null, issued);
}

/** The invoice that no other one replaces. */
export function invoiceInForce<Row extends Pick<IssuedDocument, "id" | "kind" | "replacesInvoiceId">>(
  issued: readonly Row[],
): Row | undefined {
  const replaced = new Set(issued.map(({ replacesInvoiceId }) => replacesInvoiceId));
  return issued.find(({ id, kind }) => kind === "invoice" && !replaced.has(id));
}

/**
 * Refunds that a credit note of `upToCents` can say were paid: those no earlier credit note said already, oldest
 * first, the last one cut to what fits.
 */
export function refundsToState(
  refunds: readonly InvoicePayment[],
  creditNotes: readonly InvoiceDocument[],
  upToCents: number,
): readonly InvoicePayment[] {
  let stated = sumCents(creditNotes.flatMap((note) => note.payments).map((payment) => payment.amountCents));
  let room = upToCents;
  return refunds
    .toSorted((a, b) => (a.paidOn < b.paidOn ? -1 : a.paidOn > b.paidOn ? 1 : 0))
    .flatMap((refund) => {
      const known = Math.min(stated, refund.amountCents);
      stated -= known;
      const amountCents = Math.min(room, refund.amountCents - known);
      room -= amountCents;
      return amountCents > 0 ? [{ ...refund, amountCents }] : [];
    });
}

function creditable(
  invoice: NumberedInvoice,
  invoiceId: string | null,
  issued: readonly IssuedDocument[],
): CreditableInvoice {
  const creditNotes = issued
    .filter((one) => one.kind === "credit_note" && one.precedingInvoiceId === invoiceId)
    .map(({ document }) => document);
  return { invoiceId, invoice, creditNotes, remainder: creditableRemainder(invoice, creditNotes) };
}

function rank(issued: readonly IssuedDocument[], { invoiceId }: CreditableInvoice): number {
  return invoiceInForce(issued)?.id === invoiceId ? 0 : 1;
}
