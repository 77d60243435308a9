import { z } from "zod";
import { parseIsoDate } from "@/lib/calendar/civil-day";
import { parseInstant } from "@/lib/calendar/instant";
import type { DocumentKind } from "@/lib/evidence/document";
import { cleanLine } from "@/lib/messages/clean";

/** What a proof of delivery is made of. The last two prove that a parcel left, not that it arrived. */
export const PROOF_EVIDENCE_KINDS = [
  "signed_slip",
  "pickup_code",
  "photo",
  "gps",
  "carrier_status_page",
  "screenshot",
  "deposit_slip",
  "label",
] as const;
export type ProofEvidenceKind = (typeof PROOF_EVIDENCE_KINDS)[number];

/** What the document says of the parcel. */
export const STATED_STATUSES = ["delivered", "available", "in_transit", "returned"] as const;
export const PHOTO_SUBJECTS = ["parcel", "item", "label", "serial_number"] as const;

export type PhotoSubject = (typeof PHOTO_SUBJECTS)[number];

/** What a stored photo shows, as its sender said; null when nothing was said. */
export function photoSubject(facts: unknown): PhotoSubject | null {
  const said = typeof facts === "object" && facts !== null && "subject" in facts ? facts.subject : null;
  return PHOTO_SUBJECTS.find((subject) => subject === said) ?? null;
}

const line = (max: number) => z.string().overwrite(cleanLine).max(max).optional();
const day = () =>
  z.iso
    .date()
    .refine((text) => parseIsoDate(text) !== undefined)
    .optional();
const instantText = () =>
  z.iso
    .datetime({ offset: true })
    .refine((text) => parseInstant(text).ok)
    .optional();
const cents = () => z.int().min(0).max(999_999_999).optional();

export const proofFacts = z.strictObject({
  carrier: line(80),
  trackingNumber: line(50),
  deliveredAt: instantText(),
  place: z.strictObject({ name: line(120), postcode: line(20), city: line(120), country: line(60) }).optional(),
  /** Who took the parcel in, as the carrier names them. */
  recipient: line(120),
  /** Who signed, when someone did. */
  signatory: line(120),
  evidenceKind: z.enum(PROOF_EVIDENCE_KINDS).optional(),
  status: z.enum(STATED_STATUSES).optional(),
  weightGrams: z.int().min(1).max(2_000_000).optional(),
  sourceUrl: line(2_000),
  capturedAt: instantText(),
});
export type ProofFacts = z.output<typeof proofFacts>;

/** Facts a document may carry, by kind. Everything is optional: what is absent weakens the document, it does not refuse it. */
export const DOCUMENT_FACTS = {
  proof_of_delivery: proofFacts,
  invoice: z.strictObject({ number: line(40), issuedOn: day(), totalCents: cents() }),
  credit_note: z.strictObject({ number: line(40), issuedOn: day(), totalCents: cents(), invoiceNumber: line(40) }),
  photo: z.strictObject({ subject: z.enum(PHOTO_SUBJECTS).optional(), takenAt: instantText() }),
  return_label: z.strictObject({ carrier: line(80), trackingNumber: line(50), validUntilOn: day() }),
  proof_of_return: z.strictObject({ carrier: line(80), trackingNumber: line(50), sentOn: day() }),
  attestation: z.strictObject({ signatory: line(120), signedOn: day() }),
  acknowledgement: z.strictObject({ sentAt: instantText() }),
  other: z.strictObject({ title: line(200) }),
} as const satisfies Record<DocumentKind, z.ZodType>;
