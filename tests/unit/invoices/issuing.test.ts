import { describe, expect, test } from "vitest";
import { isoDate } from "@/lib/calendar/civil-day";
import { numberInvoice } from "@/lib/invoices/invoice";
import { type IssuingFacts, mayIssueHere } from "@/lib/invoices/invoice-issuer";
import { formatInvoiceNumber, isSeriesPrefix } from "@/lib/invoices/invoice-number";
import { legalSummary, printedName } from "@/lib/invoices/seller-block";
import { company, consumer, documentFrom, professional, trader } from "@/tests/unit/invoices/drafts";

const facts: IssuingFacts = {
  mode: "issued_here",
  size: "small",
  seller: company,
  buyer: consumer,
  hasExternalInvoice: false,
  issuedOn: isoDate("2026-11-23"),
};

describe("mayIssueHere", () => {
  test.each([
    { because: "a consumer's invoice", changes: {} },
    { because: "a consumer's invoice of a large firm", changes: { size: "large_or_mid" } },
    {
      because: "a small firm to a professional before its day",
      changes: { buyer: professional, issuedOn: isoDate("2027-08-31") },
    },
    {
      because: "a foreign seller",
      changes: { buyer: professional, size: "large_or_mid", seller: { status: "foreign" } },
    },
    {
      because: "a foreign professional",
      changes: {
        size: "large_or_mid",
        buyer: { kind: "professional", address: { ...consumer.address, country: "BE" } },
      },
    },
  ] as const)("$because is issued here", ({ changes }) => {
    expect(mayIssueHere({ ...facts, ...changes })).toEqual({ ok: true, value: "issued_here" });
  });

  test.each([
    { reason: "external_invoice_exists", changes: { hasExternalInvoice: true } },
    { reason: "invoice_issued_elsewhere", changes: { mode: "issued_elsewhere" } },
    { reason: "invoice_issued_by_operator", changes: { mode: "issued_by_operator" } },
    { reason: "approved_platform_required", changes: { buyer: professional, size: "large_or_mid" } },
    { reason: "approved_platform_required", changes: { buyer: professional, issuedOn: isoDate("2027-09-01") } },
    {
      reason: "approved_platform_required",
      changes: {
        size: "large_or_mid",
        buyer: { kind: "professional", address: { ...consumer.address, country: "RE" } },
      },
    },
  ] as const)("$reason", ({ reason, changes }) => {
    expect(mayIssueHere({ ...facts, ...changes })).toMatchObject({ ok: false, reason });
  });
});

describe("numbers", () => {
  test("prefix, year, six digits", () => {
    expect(formatInvoiceNumber({ prefix: "F", year: 2026 }, 42)).toBe("F-2026-000042");
    expect(formatInvoiceNumber({ prefix: "AV" }, 1_234_567)).toBe("AV-1234567");
    expect(() => formatInvoiceNumber({ prefix: "F" }, 0)).toThrow(RangeError);
  });

  test("prefixes are short capitals", () => {
    expect(["F", "WEB2", "A1B2C3D4"].every(isSeriesPrefix)).toBe(true);
    expect(["", "f", "É", "TOO-LONG", "ABCDEFGHI"].some(isSeriesPrefix)).toBe(false);
  });

  test("numbering leaves the document as it is", () => {
    const document = documentFrom();
    expect(numberInvoice(document, "F-1")).toEqual({ ...document, number: "F-1" });
  });
});

describe("the seller's name", () => {
  test("EI follows a trader's, once", () => {
    expect(printedName(trader)).toBe("Ana Petit EI");
    expect(printedName({ ...trader, name: "Ana Petit EI" })).toBe("Ana Petit EI");
    expect(printedName(company)).toBe("Lumières du Rhône");
  });

  test("form, capital and register", () => {
    expect(legalSummary(company)).toBe("SARL au capital de 10\u202F000\u00A0€, RCS Lyon");
    expect(legalSummary({ ...company, shareCapitalCents: 762_245 })).toContain("7\u202F622,45\u00A0€");
    expect(legalSummary(trader)).toBeUndefined();
  });
});
