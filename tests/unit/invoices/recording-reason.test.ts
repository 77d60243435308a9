import { describe, expect, test } from "vitest";
import { recordingReasonOf } from "@/app/(seller)/_components/recording-reason";
import { instant } from "@/lib/calendar/instant";

const now = instant("2026-11-24T09:00:00Z");
const address = { name: "Studio Nacre", line1: "3 rue des Lilas", postcode: "69003", city: "Lyon", country: "FR" };
const order = { customerKind: "professional", shippingAddress: address, billingAddress: null } as const;
const seller = {
  invoicingMode: "issued_here",
  companySize: "large_or_mid",
  legalIdentity: null,
  zone: "Europe/Paris",
} as const;

describe("why an order gets no invoice here", () => {
  test("a French professional of a large firm: by its approved platform", () => {
    expect(recordingReasonOf(order, seller, now)).toBe("approved_platform_required");
    expect(recordingReasonOf({ ...order, customerKind: "consumer" }, seller, now)).toBeUndefined();
  });

  test("a small firm issues it until its own day, which is the seller's local one", () => {
    const small = { ...seller, companySize: "small", zone: "Indian/Reunion" } as const;
    expect(recordingReasonOf(order, small, instant("2027-08-31T19:59:00Z"))).toBeUndefined();
    expect(recordingReasonOf(order, small, instant("2027-08-31T20:00:00Z"))).toBe("approved_platform_required");
  });

  test("the invoice is addressed where it is billed, not where the goods go", () => {
    const abroad = { ...order, billingAddress: { ...address, country: "BE" } };
    expect(recordingReasonOf(abroad, seller, now)).toBeUndefined();
  });

  test("a seller who invoices elsewhere is told of it for every customer", () => {
    const elsewhere = { ...seller, invoicingMode: "issued_elsewhere" } as const;
    expect(recordingReasonOf({ ...order, customerKind: "consumer" }, elsewhere, now)).toBe("invoice_issued_elsewhere");
  });
});
