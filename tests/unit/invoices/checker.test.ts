import { describe, expect, test } from "vitest";
import { checkInvoice } from "@/lib/invoices/checker/check-invoice";
import type { CheckExpectation } from "@/lib/invoices/checker/finding";
import { amountsIn, pageText, plainWords } from "@/lib/invoices/checker/page-text";

const expected: CheckExpectation = {
  seller: { name: "Verrerie des Halles", status: "company" },
  buyer: { name: "Café Lumière", kind: "professional" },
  order: { number: "MKT-88-1204", totalCents: 24_000 },
};

/** An invoice made by hand, one mention a row, so that each can be left out. */
const ROWS = {
  title: "FACTURE",
  number: "N° : 2026-0917",
  issue_date: "Émise le 23/11/2026",
  supply_date: "Livraison le 20 novembre 2026",
  seller_name: "Verrerie des Halles",
  seller_address: "4 rue du Four 59000 Lille",
  seller_siren: "SIREN : 732 829 320",
  seller_legal_form: "SARL",
  seller_capital: "Capital social de 8 000 €",
  seller_registry: "Immatriculée au registre du commerce de Lille",
  seller_vat_number: "N° TVA intracommunautaire : FR44732829320",
  buyer_name: "Client : Café Lumière",
  buyer_address: "17 quai de la Loire 44000 Nantes",
  buyer_siren: "SIREN du client : 377 853 536",
  order_number: "Réf. place de marché MKT-88-1204",
  line_names: "Désignation",
  line_quantities: "Quantité",
  line_unit_prices: "P.U.",
  row: "Verre à pied 10 20,00",
  vat_rates: "Taux 20 %",
  total_net: "Montant HT 200,00 €",
  total_vat: "TVA 40,00 €",
  total_gross: "Net à payer 240,00 €",
  due_date: "Échéance : 23/12/2026",
  late_penalty: "Pénalités de retard : BCE + 10 points",
  recovery_indemnity: "Indemnité forfaitaire de recouvrement : 40 €",
} as const;

function check(rows: Partial<Record<keyof typeof ROWS, string>>, expectation = expected) {
  const findings = checkInvoice({ pages: [Object.values(rows).join("\n")] }, expectation).findings;
  return Object.fromEntries(findings.map((finding) => [finding.code, finding.verdict]));
}

function without(...left: readonly (keyof typeof ROWS)[]) {
  return Object.fromEntries(Object.entries(ROWS).filter(([code]) => !left.some((one) => one === code)));
}

describe("a right invoice", () => {
  test("every mention is found", () => {
    expect(Object.entries(check(ROWS)).filter(([, verdict]) => verdict !== "found")).toEqual([]);
  });

  test("each finding says where", () => {
    const { findings } = checkInvoice(
      { pages: ["page de garde, sans rien d’utile", Object.values(ROWS).join("\n")] },
      expected,
    );
    expect(findings.find((finding) => finding.code === "seller_capital")).toMatchObject({ verdict: "found", page: 2 });
    expect(findings.find((finding) => finding.code === "seller_capital")?.excerpt).toContain("Capital social de 8");
  });
});

describe("made invoices, each lacking one mention", () => {
  test.each([
    { code: "title", verdict: "missing" },
    { code: "number", verdict: "missing" },
    { code: "issue_date", verdict: "unsure" },
    { code: "supply_date", verdict: "missing" },
    { code: "seller_name", verdict: "missing" },
    { code: "seller_address", verdict: "found", instead: "buyer_address" },
    { code: "seller_siren", verdict: "found", instead: "buyer_siren" },
    { code: "seller_legal_form", verdict: "missing" },
    { code: "seller_capital", verdict: "missing" },
    { code: "seller_registry", verdict: "missing" },
    { code: "seller_vat_number", verdict: "missing" },
    { code: "buyer_name", verdict: "missing" },
    { code: "buyer_address", verdict: "missing" },
    { code: "buyer_siren", verdict: "missing" },
    { code: "order_number", verdict: "missing" },
    { code: "line_names", verdict: "missing" },
    { code: "line_quantities", verdict: "missing" },
    { code: "line_unit_prices", verdict: "missing" },
    { code: "vat_rates", verdict: "missing" },
    { code: "total_net", verdict: "missing" },
    { code: "total_vat", verdict: "missing" },
    { code: "total_gross", verdict: "missing" },
    { code: "due_date", verdict: "missing" },
    { code: "late_penalty", verdict: "missing" },
    { code: "recovery_indemnity", verdict: "missing" },
  ] as const)("$code is told", ({ code, verdict, ...rest }) => {
    const verdicts = check(without(code));
    expect(verdicts[code]).toBe(verdict);
    if ("instead" in rest) {
      expect(verdicts[rest.instead]).toBe("missing");
    }
  });
});

describe("wrong mentions", () => {
  test.each([
    {
      because: "a SIREN whose key fails",
      rows: { ...ROWS, seller_siren: "SIREN : 732 829 321" },
      code: "seller_siren",
    },
    {
      because: "a VAT number whose key fails",
      rows: { ...ROWS, seller_vat_number: "TVA FR45732829320" },
      code: "seller_vat_number",
    },
    { because: "totals that do not add up", rows: { ...ROWS, total_vat: "TVA 41,00 €" }, code: "totals_add_up" },
    {
      because: "a VAT that is not of its rate",
      rows: { ...ROWS, total_net: "Montant HT 190,00 €", total_vat: "TVA 50,00 €" },
      code: "totals_add_up",
    },
    {
      because: "the amount of another order",
      rows: { ...ROWS, total_gross: "Net à payer 245,00 €" },
      code: "order_total",
    },
  ])("$because", ({ rows, code }) => {
    expect(check(rows)[code]).toBe("wrong");
  });

  test("the number of another order that begins alike is not this one's", () => {
    expect(check({ ...ROWS, order_number: "Réf. place de marché MKT-88-12045" }).order_number).not.toBe("found");
  });

  test("a name in another script is left to the reader", () => {
    const verdicts = check(ROWS, { ...expected, buyer: { name: "محمد 🌸", kind: "consumer" } });
    expect(verdicts).toMatchObject({ buyer_name: "unsure", order_buyer: "unsure" });
  });

  test("the total of a structured invoice may be printed with or without a space", () => {
    const xml = "<ram:GrandTotalAmount>1240.00</ram:GrandTotalAmount>";
    const verdict = (total: string) =>
      checkInvoice({ pages: [Object.values({ ...ROWS, total_gross: total }).join("\n")], xml }, expected).findings.find(
        (one) => one.code === "structured_total",
      )?.verdict;
    expect(verdict("Net à payer 1240,00 €")).toBe("found");
    expect(verdict("Net à payer 1 240,00 €")).toBe("found");
    expect(verdict("Net à payer 1 241,00 €")).toBe("wrong");
  });

  test("an invoice in English is told", () => {
    const text =
      "INVOICE Invoice number: 12 Date: 2026-11-23 Bill to the buyer. Qty Price Amount due VAT 20% Total 120.00 of the order";
    const { findings } = checkInvoice({ pages: [text] }, {});
    const verdicts = Object.fromEntries(findings.map((finding) => [finding.code, finding.verdict]));
    expect(verdicts).toMatchObject({ language: "wrong", title: "unsure", number: "unsure", line_quantities: "found" });
  });

  test("a scan is said to be one, and nothing is judged", () => {
    expect(checkInvoice({ pages: ["", " \n"] }, expected)).toEqual({ kind: "scan", findings: [] });
  });

  test("an exempt invoice needs its reason, not a VAT number", () => {
    const { vat_rates: _rate, total_vat: _vat, total_net: _net, seller_vat_number: _number, ...rows } = ROWS;
    expect(check(rows).exemption_reason).toBe("missing");
    const exempt = check({ ...rows, vat_rates: "TVA non applicable, art. 293 B du CGI" });
    expect(exempt.exemption_reason).toBe("found");
    expect(exempt).not.toHaveProperty("seller_vat_number");
  });

  test("a consumer's invoice is not asked for what binds professionals", () => {
    const verdicts = check(ROWS, { ...expected, buyer: { name: "Café Lumière", kind: "consumer" } });
    expect(verdicts).not.toHaveProperty("late_penalty");
    expect(verdicts).not.toHaveProperty("buyer_siren");
  });
});

describe("reading", () => {
  test("amounts in the ways they are written", () => {
    expect(amountsIn("1 234,56 € 1.234,56 1,234.56 12.00 20,00 % 3,5")).toEqual([123_456, 123_456, 123_456, 1200]);
  });

  test("plain and printed keep the same places", () => {
    const { printed, plain } = pageText("Émise à Nîmes’\u00A0: œuvre");
    expect(plain).toBe("emise a nimes' : œuvre");
    expect(printed).toHaveLength(plain.length);
    expect(plainWords("  L’Atelier  d’Été ")).toBe("l atelier d ete");
  });
});

test("hostile text costs no more than a long page", () => {
  const pages = [
    "111 ".repeat(5000),
    "1".repeat(20_000),
    "total ht ".repeat(2000),
    "rcs a".repeat(4000),
    "fr 12 ".repeat(3000),
  ];
  const started = performance.now();
  checkInvoice({ pages }, expected);
  expect(performance.now() - started).toBeLessThan(3000);
});
