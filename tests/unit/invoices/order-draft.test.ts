import { describe, expect, test } from "vitest";
import { isoDate } from "@/lib/calendar/civil-day";
import { instant } from "@/lib/calendar/instant";
import { zoneId } from "@/lib/calendar/zone";
import { computeInvoice } from "@/lib/invoices/compute-invoice";
import { tradeSettlement } from "@/lib/invoices/factur-x/cii-settlement";
import { numberInvoice } from "@/lib/invoices/invoice";
import { draftOfOrder, type InvoicedOrder } from "@/lib/invoices/order-draft";
import { PAYMENT_WORDS, settlementSentence } from "@/lib/invoices/payment-words";
import { company, line, lyon } from "@/tests/unit/invoices/drafts";

const placedAt = instant("2026-11-10T09:00:00Z");

const order: InvoicedOrder["order"] = {
  number: "CMD-1",
  placedAt,
  currency: "EUR",
  customerKind: "consumer",
  customerName: "Claire Morel",
  companySiren: null,
  companyVatNumber: null,
  purchaseOrder: null,
  shippingAddress: lyon,
  billingAddress: null,
  shippingCents: 0,
  shippingVatRateBps: 2000,
};

function invoiceOf(changes: Partial<InvoicedOrder>) {
  const facts: InvoicedOrder = {
    order,
    lines: [{ ...line({ unitPriceCents: 7090 }), ecoParticipationCents: null }],
    parcels: [],
    payments: [],
    discounts: [],
    ...changes,
  };
  const seller = { identity: company, zone: zoneId("Europe/Paris"), issuedOn: isoDate("2026-11-23") };
  const outcome = computeInvoice(draftOfOrder(facts, seller));
  if (!outcome.ok) throw new Error(outcome.reason);
  return numberInvoice(outcome.value, "F-1");
}

const paid = (method: string, amountCents = 7090) => ({ method, amountCents, paidAt: placedAt });

describe("how an order was paid, on its invoice", () => {
  test.each([
    ["card", "Carte bancaire"],
    ["Carte bancaire", "Carte bancaire"],
    ["PayPal", "Portefeuille en ligne"],
    ["virement", "Virement"],
    ["marketplace", "Payée via la place de marché"],
    ["troc", "Autre moyen de paiement"],
  ])("paid by %s reads « %s »", (method, words) => {
    const invoice = invoiceOf({ payments: [paid(method)] });
    expect(invoice.payments.map((one) => PAYMENT_WORDS[one.method])).toEqual([words]);
    expect(settlementSentence(invoice)).toBe("Facture acquittée.");
  });

  test("only what the marketplace gave off is its discount", () => {
    const invoice = invoiceOf({
      payments: [paid("card", 6590)],
      discounts: [{ amountCents: 500, fundedBy: "marketplace" }],
    });
    expect(invoice.payments.map((one) => [PAYMENT_WORDS[one.method], one.amountCents])).toEqual([
      ["Carte bancaire", 6590],
      ["Remise prise en charge par la place de marché", 500],
    ]);
  });

  test("says neither paid nor to pay when no payment was told", () => {
    const invoice = invoiceOf({});
    expect(invoice).toMatchObject({ payments: [], settlement: "unknown", dueOn: undefined });
    expect(settlementSentence(invoice)).not.toMatch(/acquittée|à payer/);
    const xml = tradeSettlement(invoice);
    expect(xml).not.toContain("SpecifiedTradeSettlementPaymentMeans");
    // BR-CO-25: an amount that stays open needs a due date or terms of payment.
    expect(xml).toContain("<ram:Description>Règlement selon les conditions de la commande.</ram:Description>");
  });
});

test("delivery is taxed like the new goods of a mixed order, whichever line comes first", () => {
  const secondHand = { ...line({ lineId: "used", vatScheme: "margin", vatRateBps: 0 }), ecoParticipationCents: null };
  const lines = [secondHand, { ...line({ lineId: "new" }), ecoParticipationCents: null }];
  for (const some of [lines, lines.toReversed()]) {
    const invoice = invoiceOf({ lines: some, order: { ...order, shippingCents: 590 } });
    expect(invoice.adjustments).toMatchObject([{ kind: "shipping", vatScheme: "standard", vatRateBps: 2000 }]);
  }
});
