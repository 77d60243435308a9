import { describe, expect, test } from "vitest";
import { zoneId } from "@/lib/calendar/zone";
import { proofFacts } from "@/lib/evidence/document-facts";
import { proofFormValues, readProofForm } from "@/lib/evidence/proof-form";

const REUNION = zoneId("Indian/Reunion");

describe("the form of a proof", () => {
  test("is read into what the schema parses, and written back as it was", () => {
    const typed = {
      carrier: "Colissimo",
      trackingNumber: "6A15602676300",
      deliveredAt: "2026-11-02T14:05",
      recipient: "Mme Moreau",
      evidenceKind: "signed_slip",
      "place.postcode": "97434",
      "place.city": "La Saline",
    };
    const facts = proofFacts.parse(readProofForm(Object.entries({ ...typed, documentId: "x" }), REUNION));
    expect(facts).toMatchObject({ deliveredAt: "2026-11-02T10:05:00.000Z", place: { city: "La Saline" } });
    expect(proofFormValues(facts, REUNION)).toEqual(typed);
  });

  test("empty inputs are absent, a date that is none is left for the schema to refuse", () => {
    const read = readProofForm(
      [
        ["carrier", " "],
        ["deliveredAt", "2026-02-30T10:00"],
        ["place.city", ""],
      ],
      REUNION,
    );
    expect(read).toEqual({ deliveredAt: "2026-02-30T10:00" });
    expect(proofFacts.safeParse(read).success).toBe(false);
  });
});
