import type { PaymentMethod } from "@/lib/invoices/draft";
import type { InvoiceDocument } from "@/lib/invoices/invoice";

/** Means of payment in French: a consumer's invoice is in French whatever the reader's screen (loi 94-665, art. 2). */
export const PAYMENT_WORDS = {
  card: "Carte bancaire",
  transfer: "Virement",
  direct_debit: "Prélèvement",
  wallet: "Portefeuille en ligne",
  cheque: "Chèque",
  gift_card: "Carte cadeau",
  through_marketplace: "Payée via la place de marché",
  marketplace: "Remise prise en charge par la place de marché",
  carried_over: "Paiement reporté sur la facture qui remplace celle-ci",
  other: "Autre moyen de paiement",
} as const satisfies Record<PaymentMethod, string>;

/** What is settled and what is not, in one sentence (BT-20). */
export function settlementSentence({
  kind,
  totals,
  payments,
  settlement,
}: Pick<InvoiceDocument, "kind" | "totals" | "payments" | "settlement">): string {
  if (settlement === "unknown") return "Règlement selon les conditions de la commande.";
  if (kind === "credit_note") {
    if (payments.some(({ method }) => method === "carried_over")) {
      return "Avoir sans remboursement : le paiement est reporté sur la facture qui remplace celle-ci.";
    }
    return totals.dueCents === 0 ? "Avoir remboursé en totalité." : "Avoir à rembourser au client.";
  }
  if (totals.dueCents === 0) {
    return "Facture acquittée.";
  }
  return totals.paidCents === 0 ? "Facture à payer à l’échéance." : "Solde à payer à l’échéance.";
}
