import type { IsoDate } from "@/lib/calendar/civil-day";
import type { EuroRate, InvoiceBuyer, InvoiceKind, InvoicePayment, PrecedingInvoice } from "@/lib/invoices/draft";
import type { LineKind, PostalAddress, VatScheme } from "@/lib/orders/order";
import type { SellerIdentity } from "@/lib/sellers/legal-identity";

/** VAT category codes of EN 16931: `S` taxed, `E` exempt, with its reason in the group. */
export type VatCategory = "S" | "E";

/** One numbered row. `grossCents` = `netCents` + `vatCents`, before the seller's discounts, which are shown apart. */
export type InvoiceLine = {
  readonly position: number;
  readonly lineId: string;
  readonly sku: string;
  readonly name: string;
  readonly kind: LineKind;
  readonly quantity: number;
  readonly unitGrossCents: number;
  readonly vatScheme: VatScheme;
  readonly vatRateBps: number;
  readonly netCents: number;
  readonly vatCents: number;
  readonly grossCents: number;
  /** This line's part of the seller's discounts, VAT included: what it really cost is `grossCents` less this. */
  readonly discountGrossCents: number;
  /** On a credit note, the pieces that came back; absent for a mere price reduction, whose quantity is 1. */
  readonly returnedQuantity?: number | undefined;
  /** For the whole line, included in `grossCents`. */
  readonly ecoParticipationCents: number;
};

/** A discount or the delivery fee, for one VAT group. */
export type InvoiceAdjustment = {
  readonly kind: "seller_discount" | "shipping";
  readonly vatScheme: VatScheme;
  readonly vatRateBps: number;
  readonly netCents: number;
  readonly vatCents: number;
  readonly grossCents: number;
};

/** What is due under one scheme and rate, discounts and delivery included. */
export type VatGroup = {
  readonly vatScheme: VatScheme;
  readonly category: VatCategory;
  readonly vatRateBps: number;
  readonly netCents: number;
  readonly vatCents: number;
  readonly grossCents: number;
  readonly exemption?: { readonly reason: string; readonly code?: string | undefined } | undefined;
};

export type InvoiceTotals = {
  readonly linesNetCents: number;
  readonly discountsNetCents: number;
  readonly shippingNetCents: number;
  readonly netCents: number;
  readonly vatCents: number;
  readonly grossCents: number;
  readonly paidCents: number;
  readonly dueCents: number;
};

/** A sentence the law or usage puts on the invoice, as it was worded on the day of issue. */
export type Mention = { readonly code: string; readonly text: string; readonly source: string };

/** Goods, services or both: the operation category of décret 2022-1299. */
export type OperationCategory = "goods" | "services" | "mixed";

/**
 * An invoice or a credit note as plain data: every figure computed, every sentence worded.
 *
 * Stored as issued, laid out by the PDF and written as XML; neither of them computes anything.
 * `marketplaceDiscountCents` is the part of the payments that the marketplace made as a third party.
 */
export type InvoiceDocument = {
  readonly version: 1;
  readonly kind: InvoiceKind;
  readonly issuedOn: IsoDate;
  readonly dueOn?: IsoDate | undefined;
  readonly currency: string;
  readonly seller: SellerIdentity;
  readonly buyer: InvoiceBuyer;
  readonly deliveryAddress?: PostalAddress | undefined;
  readonly order: { readonly number: string; readonly placedOn: IsoDate };
  readonly shippedOn?: IsoDate | undefined;
  readonly deliveredOn?: IsoDate | undefined;
  readonly operation: OperationCategory;
  readonly lines: readonly InvoiceLine[];
  readonly adjustments: readonly InvoiceAdjustment[];
  readonly vatGroups: readonly VatGroup[];
  readonly totals: InvoiceTotals;
  readonly payments: readonly InvoicePayment[];
  /** Absent: `payments` are all there is, and what they leave is due. */
  readonly settlement?: "unknown" | undefined;
  readonly mentions: readonly Mention[];
  readonly precedingInvoice?: PrecedingInvoice | undefined;
  /** VAT in euros when the invoice is in another currency. */
  readonly vatInEuro?: { readonly vatCents: number; readonly rate: EuroRate } | undefined;
};

export type NumberedInvoice = InvoiceDocument & { readonly number: string };

/** A credited line of which no piece comes back: only its price goes down. */
export function isPriceReduction(kind: InvoiceKind, { returnedQuantity }: InvoiceLine): boolean {
  return kind === "credit_note" && returnedQuantity === undefined;
}

/** Gives the document the number drawn for it; the document itself never changes afterwards. */
export function numberInvoice(document: InvoiceDocument, number: string): NumberedInvoice {
  return { ...document, number };
}
