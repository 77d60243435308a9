import { isoDate } from "@/lib/calendar/civil-day";
import { creditNoteOf, creditOfRemainder } from "@/lib/invoices/credit-note";
import { creditableRemainder } from "@/lib/invoices/creditable-remainder";
import { type NumberedInvoice, numberInvoice } from "@/lib/invoices/invoice";
import {
  company,
  consumer,
  line,
  lyon,
  numbered,
  paidInFull,
  professional,
  reunionCompany,
  saintDenis,
  trader,
} from "@/tests/unit/invoices/drafts";

const mixedRates = paidInFull({
  lines: [
    line({ quantity: 2, unitPriceCents: 4990, ecoParticipationCents: 12 }),
    line({
      lineId: "l2",
      sku: "LIVRE-07",
      name: "Livre « L’art de la lumière »",
      unitPriceCents: 1790,
      vatRateBps: 550,
    }),
    line({ lineId: "l3", sku: "AMP-E27", name: "Ampoule E27, lot de 3", quantity: 3, unitPriceCents: 333 }),
  ],
  shippingCents: 590,
  discounts: [
    { amountCents: 1000, fundedBy: "seller" },
    { amountCents: 500, fundedBy: "marketplace" },
  ],
});

const invoice = numbered(mixedRates);

function credit(credited: Parameters<typeof creditNoteOf>[0]["credit"]): NumberedInvoice {
  const outcome = creditNoteOf({
    invoice,
    creditNotes: [],
    credit: credited,
    issuedOn: isoDate("2026-11-30"),
    refunds: [],
  });
  if (!outcome.ok) {
    throw new Error(outcome.reason);
  }
  return numberInvoice(outcome.value, "A-2026-000007");
}

export const priceReduction = credit({ lines: [{ lineId: "l1", amountCents: 500 }], shippingCents: 0 });

/** One document of each family that must come out right in words, figures, XML and PDF. */
export const SAMPLES: Readonly<Record<string, NumberedInvoice>> = {
  "company, 20 and 5.5 %, shipping and discounts": invoice,
  "franchise of a sole trader": numbered(
    paidInFull({
      seller: trader,
      lines: [
        line({ name: "Bol en grès émaillé", quantity: 4, unitPriceCents: 2200, vatRateBps: 0, vatScheme: "franchise" }),
      ],
      shippingCents: 700,
      shippingVatRateBps: 0,
      shippingVatScheme: "franchise",
    }),
  ),
  "margin scheme beside a taxed line": numbered(
    paidInFull({
      lines: [
        line({ name: "Lampadaire 1960, occasion", unitPriceCents: 18_000, vatRateBps: 0, vatScheme: "margin" }),
        line({ lineId: "l2", sku: "AMP-E27", name: "Ampoule E27", unitPriceCents: 390 }),
      ],
      shippingCents: 1490,
    }),
  ),
  "Réunion to Réunion at 8.5 %": numbered(
    paidInFull({
      seller: reunionCompany,
      buyer: { ...consumer, name: "Jean Hoarau", address: saintDenis },
      deliveryAddress: saintDenis,
      lines: [line({ name: "Gousses de vanille, 10 g", vatRateBps: 850 })],
      shippingCents: 450,
      shippingVatRateBps: 850,
    }),
  ),
  "Réunion to the mainland, without VAT": numbered(
    paidInFull({
      seller: reunionCompany,
      lines: [line({ name: "Gousses de vanille, 10 g", vatRateBps: 0, vatScheme: "exempt_dom" })],
      shippingCents: 1200,
      shippingVatRateBps: 0,
      shippingVatScheme: "exempt_dom",
    }),
  ),
  "professional buyer, to be paid": numbered({
    buyer: professional,
    deliveryAddress: lyon,
    lines: [line({ quantity: 7, unitPriceCents: 1999 }), line({ lineId: "l2", name: "Pose", kind: "service" })],
    seller: { ...company, vatOnDebits: true },
    dueOn: isoDate("2026-12-23"),
  }),
  "German customer under OSS": numbered(
    paidInFull({
      buyer: { ...consumer, address: { ...lyon, postcode: "10115", city: "Berlin", country: "DE" } },
      deliveryAddress: { ...lyon, postcode: "10115", city: "Berlin", country: "DE" },
      lines: [line({ vatRateBps: 1900, vatScheme: "oss" })],
    }),
  ),
  "pounds, VAT in euros": numbered(
    paidInFull({ currency: "GBP", euroRate: { micros: 1_154_300, on: isoDate("2026-11-20"), source: "BCE" } }),
  ),
  "credit note, full": credit(creditOfRemainder(creditableRemainder(invoice, []))),
  "credit note, one piece": credit({ lines: [{ lineId: "l1", amountCents: 4500, quantity: 1 }], shippingCents: 0 }),
  "credit note, price reduction": priceReduction,
  "credit note, delivery fee alone": credit({ lines: [], shippingCents: 590 }),
  "a hundred lines": numbered(paidInFull({ lines: manyLines(100), shippingCents: 990 })),
};

export function manyLines(count: number) {
  return Array.from({ length: count }, (_, index) =>
    line({
      lineId: `l${index}`,
      sku: `REF-${String(index).padStart(4, "0")}`,
      name: `Article de démonstration n° ${index + 1}, finition laiton brossé`,
      quantity: 1 + (index % 4),
      unitPriceCents: 499 + index * 137,
      vatRateBps: index % 5 === 4 ? 550 : 2000,
    }),
  );
}

/** A document whose every amount is nothing special: ten lines, two rates. */
export const tenLines = numbered(paidInFull({ lines: manyLines(10), shippingCents: 590 }));
