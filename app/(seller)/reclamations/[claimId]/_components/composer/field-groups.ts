import type { FieldName } from "@/lib/replies/field";

/** How the fields of an answer stand together. `folded` groups are usually right as proposed: they open when not. */
export const FIELD_GROUPS = [
  {
    id: "parcel",
    folded: false,
    fields: [
      "carrier",
      "trackingNumber",
      "deliveredAt",
      "proofFollowsOn",
      "openedOn",
      "answerOn",
      "inquiryReference",
      "expectedOn",
      "trackingUrl",
      "lastEvent",
    ],
  },
  { id: "refusal", folded: false, fields: ["ground", "facts", "evidence", "missingProof"] },
  { id: "gesture", folded: false, fields: ["gestureNature", "gestureDescription", "doneOn"] },
  { id: "outcome", folded: false, fields: ["nothingCharged", "mayRefuseParcel", "outcome", "goods", "lines"] },
  { id: "money", folded: false, fields: ["amountCents", "refundOn", "refundMethod"] },
  {
    id: "return",
    folded: true,
    fields: [
      "returnAddress",
      "returnReference",
      "sendBeforeOn",
      "costBearer",
      "returnMeans",
      "labelFollowsOn",
      "depositCode",
      "collectionOn",
      "advanceRefundOn",
      "packing",
      "nextStep",
      "nextStepOn",
      "contact",
    ],
  },
  { id: "choice", folded: true, fields: ["alsoOffered", "withheld"] },
  { id: "invoice", folded: false, fields: ["invoiceId", "creditNoteId", "correction"] },
  { id: "message", folded: false, fields: ["message", "documentIds"] },
] as const satisfies readonly {
  readonly id: string;
  readonly folded: boolean;
  readonly fields: readonly FieldName[];
}[];

export type FieldGroup = (typeof FIELD_GROUPS)[number];
