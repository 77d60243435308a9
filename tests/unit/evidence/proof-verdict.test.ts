import { describe, expect, test } from "vitest";
import { instant } from "@/lib/calendar/instant";
import { DOCUMENT_FACTS, type ProofFacts, proofFacts } from "@/lib/evidence/document-facts";
import { PROOF_REASONS, type ProofContext, type ProofParcel, proofVerdict } from "@/lib/evidence/proof-verdict";
import { sharesAName, sharesATown } from "@/lib/evidence/same-person";

const parcel: ProofParcel = {
  carrier: "Colissimo",
  trackingNumber: "6A15602676300",
  mode: "home",
  status: "delivered",
  shippedAt: instant("2026-11-16T09:00:00Z"),
};
const context: ProofContext = {
  parcels: [parcel],
  addressee: { name: "Mme Nadège Le Goff", postcode: "29200", city: "Brest" },
  placedAt: instant("2026-11-14T09:00:00Z"),
  claimReceivedAt: instant("2026-11-20T09:00:00Z"),
  now: instant("2026-11-23T09:00:00Z"),
};
const strong: ProofFacts = {
  carrier: "La Poste",
  trackingNumber: "6A 15602 67630 0",
  deliveredAt: "2026-11-18T11:20:00+01:00",
  place: { postcode: "29200", city: "BREST CEDEX 2" },
  signatory: "N. LE GOFF",
  evidenceKind: "signed_slip",
  status: "delivered",
};

describe("proofVerdict", () => {
  test.each([
    { because: "everything agrees, and someone signed", change: {}, expected: "strong" },
    { because: "a photo does as well", change: { evidenceKind: "photo" }, expected: "strong" },
    {
      because: "the carrier's page has no signature",
      change: { evidenceKind: "carrier_status_page" },
      expected: "fair",
    },
    { because: "a neighbour signed", change: { signatory: "P. Martin" }, expected: "fair" },
    { because: "no place, but the addressee", change: { place: undefined }, expected: "fair" },
    { because: "neither place nor person", change: { place: undefined, signatory: undefined }, expected: "weak" },
    { because: "a screenshot", change: { evidenceKind: "screenshot" }, expected: "weak" },
    { because: "no number", change: { trackingNumber: undefined }, expected: "weak" },
    { because: "no date", change: { deliveredAt: undefined }, expected: "weak" },
    { because: "delivered after the claim", change: { deliveredAt: "2026-11-21T10:00:00Z" }, expected: "fair" },
    {
      because: "one of two place facts differs",
      change: { place: { postcode: "29200", city: "Guipavas" } },
      expected: "fair",
    },
    { because: "another number", change: { trackingNumber: "6A15602683841" }, expected: "contradictory" },
    { because: "before dispatch", change: { deliveredAt: "2026-11-15T10:00:00Z" }, expected: "contradictory" },
    { because: "tomorrow", change: { deliveredAt: "2026-11-24T10:00:00Z" }, expected: "contradictory" },
    { because: "another town", change: { place: { postcode: "75001", city: "Paris" } }, expected: "contradictory" },
    { because: "it only shows a label", change: { evidenceKind: "label" }, expected: "contradictory" },
    { because: "it only shows a deposit", change: { evidenceKind: "deposit_slip" }, expected: "contradictory" },
    { because: "ready at the pick-up point", change: { status: "available" }, expected: "contradictory" },
    { because: "on its way", change: { status: "in_transit" }, expected: "contradictory" },
    { because: "back to the sender", change: { status: "returned" }, expected: "contradictory" },
  ] as const)("$because: $expected", ({ change, expected }) => {
    expect(proofVerdict({ ...strong, ...change }, context).verdict).toBe(expected);
  });

  test("gives a reason for each comparison, in order", () => {
    expect(proofVerdict(strong, context).reasons).toEqual([
      { code: "number_matches", tone: "ok" },
      { code: "carrier_matches", tone: "ok" },
      { code: "date_fits", tone: "ok" },
      { code: "place_matches", tone: "ok" },
      { code: "recipient_matches", tone: "ok" },
      { code: "kind_signed", tone: "ok" },
    ]);
    expect(proofVerdict({}, context).reasons.map(({ code }) => code)).toEqual([
      "number_missing",
      "carrier_missing",
      "date_missing",
      "place_missing",
      "recipient_missing",
      "kind_missing",
    ]);
  });

  test.each([
    { because: "the order says it waits", status: "waiting", reason: "order_says_waiting" },
    { because: "the order says it went back", status: "returned", reason: "order_says_returned" },
  ] as const)("$because", ({ status, reason }) => {
    const verdict = proofVerdict(strong, { ...context, parcels: [{ ...parcel, status }] });
    expect(verdict.verdict).toBe("contradictory");
    expect(verdict.reasons).toContainEqual({ code: reason, tone: "bad" });
  });

  test("a pick-up point lies in another town without contradicting the order", () => {
    const facts: ProofFacts = { ...strong, place: { postcode: "29480", city: "Le Relecq-Kerhuon" } };
    const atPoint = { ...context, parcels: [{ ...parcel, mode: "pickup_point" as const }] };
    expect(proofVerdict(facts, atPoint).verdict).toBe("fair");
    expect(proofVerdict(facts, context).verdict).toBe("contradictory");
  });

  test("an order without a number cannot confirm one", () => {
    const unknown = { ...context, parcels: [{ ...parcel, trackingNumber: null }] };
    expect(proofVerdict(strong, unknown).verdict).toBe("weak");
  });

  test("of several parcels, the one with the number is compared", () => {
    const late: ProofParcel = {
      ...parcel,
      trackingNumber: "6A15602683841",
      shippedAt: instant("2026-11-19T09:00:00Z"),
    };
    expect(proofVerdict(strong, { ...context, parcels: [late, parcel] }).verdict).toBe("strong");
    const facts = { ...strong, trackingNumber: "6A15602683841" };
    expect(proofVerdict(facts, { ...context, parcels: [late, parcel] }).reasons).toContainEqual({
      code: "date_before_dispatch",
      tone: "bad",
    });
  });

  test("every reason has a tone", () => {
    expect(new Set(Object.values(PROOF_REASONS))).toEqual(new Set(["ok", "warn", "bad"]));
  });
});

describe("names and towns", () => {
  test.each([
    { one: "N. LE GOFF", other: "Mme Nadège Le Goff", expected: true },
    { one: "Monsieur Martin", other: "Mme Martin", expected: true },
    { one: "M. Durand", other: "M. Martin", expected: false },
    { one: "", other: "M. Martin", expected: false },
  ])("$one and $other: $expected", ({ one, other, expected }) => {
    expect(sharesAName(one, other)).toBe(expected);
  });

  test.each([
    { one: "Saint-Étienne", other: "ST ETIENNE CEDEX 1", expected: true },
    { one: "PARIS 11E", other: "Paris", expected: true },
    { one: "29200", other: "29 200", expected: false },
    { one: "Brest", other: "Brey", expected: false },
  ])("$one and $other: $expected", ({ one, other, expected }) => {
    expect(sharesATown(one, other)).toBe(expected);
  });
});

describe("document facts", () => {
  test("unknown facts and impossible days are refused, hidden characters removed", () => {
    expect(proofFacts.safeParse({ colour: "red" }).success).toBe(false);
    expect(proofFacts.safeParse({ deliveredAt: "2026-02-30T10:00:00Z" }).success).toBe(false);
    expect(proofFacts.safeParse({ deliveredAt: "2026-11-18T10:00:00" }).success).toBe(false);
    expect(proofFacts.parse({ signatory: " A\u202EB " })).toEqual({ signatory: "AB" });
    expect(DOCUMENT_FACTS.invoice.safeParse({ totalCents: -1 }).success).toBe(false);
  });
});
