import { describe, expect, test } from "vitest";
import { isoDate } from "@/lib/calendar/civil-day";
import { computeInvoice } from "@/lib/invoices/compute-invoice";
import type { InvoiceDraft } from "@/lib/invoices/draft";
import {
  company,
  consumer,
  documentFrom,
  draft,
  line,
  lyon,
  professional,
  reunionCompany,
  saintDenis,
  trader,
} from "@/tests/unit/invoices/drafts";
import { manyLines } from "@/tests/unit/invoices/samples";

function refusalOf(changes: Partial<InvoiceDraft>) {
  const outcome = computeInvoice(draft(changes));
  return outcome.ok ? undefined : { reason: outcome.reason, fields: outcome.fields };
}

const geneva = { ...lyon, postcode: "1201", city: "Genève", country: "CH" };

function codesOf(changes: Partial<InvoiceDraft>) {
  return documentFrom(changes).mentions.map((mention) => mention.code);
}

describe("amounts", () => {
  test("20 % and 5.5 %, delivery, discounts of both kinds", () => {
    const { totals, vatGroups, lines, adjustments, payments } = documentFrom({
      lines: [
        line({ quantity: 2, unitPriceCents: 4990 }),
        line({ lineId: "l2", unitPriceCents: 1790, vatRateBps: 550 }),
      ],
      shippingCents: 590,
      discounts: [
        { amountCents: 1000, fundedBy: "seller" },
        { amountCents: 500, fundedBy: "marketplace" },
      ],
      payments: [{ method: "card", paidOn: isoDate("2026-11-16"), amountCents: 10_860 }],
    });
    expect(totals).toEqual({
      linesNetCents: 10_014,
      discountsNetCents: 851,
      shippingNetCents: 492,
      netCents: 9655,
      vatCents: 1705,
      grossCents: 11_360,
      paidCents: 11_360,
      dueCents: 0,
    });
    expect(
      vatGroups.map(({ vatRateBps, netCents, vatCents, grossCents }) => [vatRateBps, netCents, vatCents, grossCents]),
    ).toEqual([
      [2000, 8102, 1620, 9722],
      [550, 1553, 85, 1638],
    ]);
    expect(lines.map((one) => [one.netCents, one.vatCents, one.discountGrossCents])).toEqual([
      [8317, 1663, 848],
      [1697, 93, 152],
    ]);
    expect(adjustments.map((one) => [one.kind, one.vatRateBps, one.grossCents])).toEqual([
      ["seller_discount", 2000, 848],
      ["shipping", 2000, 590],
      ["seller_discount", 550, 152],
    ]);
    expect(payments.map((payment) => [payment.method, payment.amountCents])).toEqual([
      ["card", 10_860],
      ["marketplace", 500],
    ]);
  });

  test("VAT is rounded once per rate, not per line", () => {
    const three = documentFrom({ lines: [1, 2, 3].map((n) => line({ lineId: `l${n}`, unitPriceCents: 333 })) });
    expect(three.totals).toMatchObject({ netCents: 832, vatCents: 167, grossCents: 999 });
    expect(three.lines.map((one) => one.netCents)).toEqual([278, 277, 277]);
  });

  test("a discount larger than the lines reaches the delivery fee", () => {
    const { totals, adjustments } = documentFrom({
      shippingCents: 600,
      discounts: [{ amountCents: 5090, fundedBy: "seller" }],
    });
    expect(totals).toMatchObject({ grossCents: 500, netCents: 417, vatCents: 83 });
    expect(adjustments.map((one) => one.grossCents)).toEqual([5090, 600]);
  });

  test("a free line stays on the invoice", () => {
    const { lines, totals } = documentFrom({ lines: [line(), line({ lineId: "gift", unitPriceCents: 0 })] });
    expect(lines.map((one) => one.grossCents)).toEqual([4990, 0]);
    expect(totals.grossCents).toBe(4990);
  });

  test("eco-participation is shown for the whole line and included", () => {
    const [first] = documentFrom({ lines: [line({ quantity: 3, ecoParticipationCents: 12 })] }).lines;
    expect(first).toMatchObject({ ecoParticipationCents: 36, grossCents: 14_970 });
  });

  test("what is not paid is due, on receipt or on the day agreed", () => {
    expect(documentFrom()).toMatchObject({ totals: { dueCents: 4990 }, dueOn: "2026-11-23" });
    expect(documentFrom({ dueOn: isoDate("2026-12-23") }).dueOn).toBe("2026-12-23");
  });

  test("500 lines", () => {
    const { totals, lines } = documentFrom({ lines: manyLines(500) });
    expect(lines.at(-1)?.position).toBe(500);
    expect(totals.netCents + totals.vatCents).toBe(totals.grossCents);
  });

  test("another currency states its VAT in euros too", () => {
    const euroRate = { micros: 1_154_300, on: isoDate("2026-11-20"), source: "BCE" };
    const { vatInEuro, totals } = documentFrom({ currency: "GBP", euroRate });
    expect(totals.vatCents).toBe(832);
    expect(vatInEuro?.vatCents).toBe(960);
  });
});

describe("mentions", () => {
  test.each([
    { because: "a company's goods", changes: {}, codes: ["operation_goods"] },
    {
      because: "a sole trader in franchise",
      changes: { seller: trader, lines: [line({ vatRateBps: 0, vatScheme: "franchise" })] },
      codes: ["franchise", "operation_goods"],
    },
    {
      because: "second-hand goods",
      changes: { lines: [line({ vatRateBps: 0, vatScheme: "margin" })] },
      codes: ["margin", "operation_goods"],
    },
    {
      because: "Réunion to the mainland",
      changes: { seller: reunionCompany, lines: [line({ vatRateBps: 0, vatScheme: "exempt_dom" })] },
      codes: ["dom_exempt", "operation_goods"],
    },
    {
      because: "to Mayotte",
      changes: {
        deliveryAddress: { ...saintDenis, postcode: "97600", city: "Mamoudzou" },
        lines: [line({ vatRateBps: 0, vatScheme: "exempt_dom" })],
      },
      codes: ["dom_not_applicable", "operation_goods"],
    },
    {
      because: "a German consumer under OSS",
      changes: { lines: [line({ vatRateBps: 1900, vatScheme: "oss" })] },
      codes: ["oss", "operation_goods"],
    },
    {
      because: "a professional, and services of a seller who opted for debits",
      changes: { buyer: professional, seller: { ...company, vatOnDebits: true }, lines: [line({ kind: "service" })] },
      codes: ["operation_services", "vat_on_debits", "late_penalty", "recovery_indemnity", "no_early_discount"],
    },
    {
      because: "the option for debits is not printed for goods",
      changes: { seller: { ...company, vatOnDebits: true } },
      codes: ["operation_goods"],
    },
    {
      because: "goods and a download",
      changes: { lines: [line(), line({ lineId: "l2", kind: "digital" })] },
      codes: ["operation_mixed"],
    },
  ] as const)("$because", ({ changes, codes }) => {
    expect(codesOf(changes)).toEqual(codes);
  });

  test("the wording is the one of the day of issue", () => {
    const changes = { seller: trader, lines: [line({ vatRateBps: 0, vatScheme: "franchise" as const })] };
    const on = (day: string) => documentFrom({ ...changes, issuedOn: isoDate(day) }).vatGroups[0]?.exemption?.reason;
    expect(on("2027-12-31")).toBe("TVA non applicable, art. 293 B du CGI");
    expect(on("2028-01-01")).toBe("TVA non applicable, art. L. 223-1 et suivants du CIBS");
  });
});

describe("refusals", () => {
  test("a seller who lacks mentions is told which", () => {
    expect(refusalOf({ seller: { ...company, shareCapitalCents: undefined, siren: "123456789" } })).toEqual({
      reason: "seller_identity_incomplete",
      fields: { shareCapitalCents: ["missing"], siren: ["invalid"] },
    });
  });

  test.each([
    { reason: "buyer_identity_incomplete", changes: { buyer: { ...consumer, name: " " } } },
    { reason: "buyer_identity_incomplete", changes: { buyer: { ...consumer, address: { ...lyon, city: "" } } } },
    { reason: "invoice_without_lines", changes: { lines: [] } },
    { reason: "invoice_amount_invalid", changes: { lines: [line({ unitPriceCents: 0.5 })] } },
    { reason: "invoice_amount_invalid", changes: { lines: [line({ unitPriceCents: -1 })] } },
    { reason: "invoice_amount_invalid", changes: { lines: [line({ quantity: 0 })] } },
    { reason: "invoice_amount_invalid", changes: { lines: [line({ ecoParticipationCents: 5000 })] } },
    { reason: "invoice_amount_invalid", changes: { discounts: [{ amountCents: -1, fundedBy: "seller" }] } },
    { reason: "vat_rate_and_scheme_disagree", changes: { lines: [line({ vatRateBps: 0 })] } },
    { reason: "vat_rate_and_scheme_disagree", changes: { lines: [line({ vatScheme: "margin" })] } },
    { reason: "vat_rate_and_scheme_disagree", changes: { lines: [line({ vatScheme: "franchise", vatRateBps: 0 })] } },
    { reason: "vat_rate_and_scheme_disagree", changes: { seller: trader } },
    { reason: "vat_rate_and_scheme_disagree", changes: { shippingCents: 1, shippingVatRateBps: 0 } },
    {
      reason: "vat_schemes_cannot_mix",
      changes: { lines: [line(), line({ lineId: "l2", vatScheme: "oss", vatRateBps: 1900 })] },
    },
    { reason: "discount_exceeds_total", changes: { discounts: [{ amountCents: 4991, fundedBy: "seller" }] } },
    {
      reason: "payments_exceed_total",
      changes: { payments: [{ method: "card", paidOn: isoDate("2026-11-16"), amountCents: 4991 }] },
    },
    { reason: "export_not_invoiced_here", changes: { deliveryAddress: geneva } },
    {
      reason: "export_not_invoiced_here",
      changes: { deliveryAddress: geneva, lines: [line({ vatRateBps: 0 })] },
    },
    { reason: "currency_not_supported", changes: { currency: "XXX" } },
    { reason: "euro_rate_missing", changes: { currency: "GBP" } },
    { reason: "preceding_invoice_missing", changes: { kind: "credit_note" } },
  ] as const)("$reason", ({ reason, changes }) => {
    expect(refusalOf(changes)?.reason).toBe(reason);
  });
});

describe("a stored document", () => {
  test("comes back from JSON as it was", () => {
    const document = documentFrom({ buyer: professional });
    expect(documentFrom({ buyer: professional })).toEqual(JSON.parse(JSON.stringify(document)));
  });
});
