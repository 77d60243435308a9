import type { IsoDate } from "@/lib/calendar/civil-day";
import type { CustomerKind, DiscountFunder, LineKind, PostalAddress, VatScheme } from "@/lib/orders/order";
import type { SellerIdentity } from "@/lib/sellers/legal-identity";

export const INVOICE_KINDS = ["invoice", "credit_note"] as const;
export type InvoiceKind = (typeof INVOICE_KINDS)[number];

/**
 * `through_marketplace`: the customer paid the marketplace, by means it did not tell. `marketplace`: the marketplace
 * itself paid a part, as a discount. `carried_over`: a credit note paid back by nobody, since the invoice that
 * replaces its own keeps the payment.
 */
export const PAYMENT_METHODS = [
  "card",
  "transfer",
  "direct_debit",
  "wallet",
  "cheque",
  "gift_card",
  "through_marketplace",
  "marketplace",
  "carried_over",
  "other",
] as const;
export type PaymentMethod = (typeof PAYMENT_METHODS)[number];

export type InvoiceBuyer = {
  readonly kind: CustomerKind;
  readonly name: string;
  readonly address: PostalAddress;
  readonly siren?: string | undefined;
  readonly vatNumber?: string | undefined;
  readonly purchaseOrder?: string | undefined;
};

/** Prices include VAT. `unitPriceCents` includes `ecoParticipationCents`, which is also per unit. */
export type DraftLine = {
  readonly lineId: string;
  readonly sku: string;
  readonly name: string;
  readonly quantity: number;
  readonly unitPriceCents: number;
  readonly vatRateBps: number;
  readonly vatScheme: VatScheme;
  readonly kind: LineKind;
  readonly ecoParticipationCents?: number | undefined;
};

/** A seller's discount lowers the price; a marketplace's one pays a part of it, and the total stays. */
type DraftDiscount = { readonly amountCents: number; readonly fundedBy: DiscountFunder };

/** On a credit note: what was already paid back. */
export type InvoicePayment = {
  readonly method: PaymentMethod;
  readonly paidOn: IsoDate;
  readonly amountCents: number;
};

/** The invoice a credit note corrects: our own, or one issued elsewhere. */
export type PrecedingInvoice = { readonly number: string; readonly issuedOn: IsoDate };

/** Euros for one unit of the invoice's currency, in millionths, with the day and the source of the rate. */
export type EuroRate = { readonly micros: number; readonly on: IsoDate; readonly source: string };

export type InvoiceDraft = {
  readonly kind: InvoiceKind;
  readonly seller: SellerIdentity;
  readonly buyer: InvoiceBuyer;
  readonly deliveryAddress?: PostalAddress | undefined;
  readonly order: { readonly number: string; readonly placedOn: IsoDate };
  readonly shippedOn?: IsoDate | undefined;
  readonly deliveredOn?: IsoDate | undefined;
  readonly lines: readonly DraftLine[];
  readonly shippingCents: number;
  readonly shippingVatRateBps: number;
  readonly shippingVatScheme: VatScheme;
  readonly discounts: readonly DraftDiscount[];
  readonly payments: readonly InvoicePayment[];
  /** Whether it was paid was never told: the invoice then says neither that it is paid nor that it is to pay. */
  readonly settlement?: "unknown" | undefined;
  readonly currency: string;
  readonly euroRate?: EuroRate | undefined;
  /** The seller's local day. */
  readonly issuedOn: IsoDate;
  /** Last day to pay what is not paid yet; on receipt when absent. */
  readonly dueOn?: IsoDate | undefined;
  readonly precedingInvoice?: PrecedingInvoice | undefined;
};
