import { PAYMENT_METHODS, type PaymentMethod } from "@/lib/invoices/draft";

/** The words orders come with, beside our own. `marketplace` on an order is who cashed, never a discount. */
const METHODS_TOLD = {
  marketplace: "through_marketplace",
  "credit card": "card",
  "carte bancaire": "card",
  carte: "card",
  cb: "card",
  visa: "card",
  mastercard: "card",
  paypal: "wallet",
  "apple pay": "wallet",
  "google pay": "wallet",
  virement: "transfer",
  "bank transfer": "transfer",
  bank_transfer: "transfer",
  prélèvement: "direct_debit",
  sepa: "direct_debit",
  chèque: "cheque",
  "carte cadeau": "gift_card",
} as const satisfies Readonly<Record<string, PaymentMethod>>;

/** The means an order's words stand for; `other` when they are not known. */
export function paymentMethodOf(told: string): PaymentMethod {
  const method = told.trim().toLowerCase();
  const [, known] = Object.entries(METHODS_TOLD).find(([words]) => words === method) ?? [];
  return known ?? PAYMENT_METHODS.find((one) => one === method) ?? "other";
}
