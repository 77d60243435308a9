import { z } from "zod";
import { instantSchema } from "@/lib/calendar/schema";
import { CLAIM_STATES, SITUATIONS, WITHDRAWAL_PHASES } from "@/lib/claims/claim";
import { openClaimInput } from "@/lib/claims/schema";
import { DOCUMENT_KINDS, PROOF_VERDICTS } from "@/lib/evidence/document";
import { PHOTO_SUBJECTS } from "@/lib/evidence/document-facts";
import { REMEDIES } from "@/lib/replies/remedy";
import { SOLUTIONS } from "@/lib/replies/solution";
import { operation } from "@/lib/server/api/operation";
import { clockSchema } from "@/lib/server/api/operations/clock-schema";
import { commitmentSchema } from "@/lib/server/api/operations/commitment-schema";
import { contestSchema } from "@/lib/server/api/operations/contest-schema";
import { intakeSchema } from "@/lib/server/api/operations/intake-schema";

const at = z.string().meta({ format: "date-time" });
const day = z.string().meta({ format: "date" });
const byClaim = z.strictObject({ claimId: z.uuid() });

const opened = z.object({
  id: z.string(),
  reference: z.string(),
  result: z.enum(["opened", "joined", "already_recorded"]),
  orderNumber: z.string(),
  situation: z.enum(SITUATIONS),
  phase: z.enum(WITHDRAWAL_PHASES).nullable(),
  state: z.enum(CLAIM_STATES),
  clocks: z.array(clockSchema),
  customerUrl: z
    .string()
    .describe("The customer's link. Binding acts through it need a code mailed to the order's address."),
});

export const postClaim = operation({
  method: "POST",
  path: "/claims",
  id: "openClaim",
  tag: "claims",
  summary: "Open a claim",
  description:
    "Unique on channel and externalId. The same order, lines and situation still open are joined: no second clock starts.",
  access: "seller_write",
  body: openClaimInput,
  idempotency: "key",
  responses: {
    200: { description: "Recorded already, or joined to the open claim", schema: opened },
    201: { description: "Opened", schema: opened },
  },
  problems: ["order_not_found", "external_id_taken"],
});

export const postWithdrawal = operation({
  method: "POST",
  path: "/withdrawals",
  id: "recordWithdrawal",
  tag: "claims",
  summary: "Record a withdrawal statement received elsewhere, with its instant",
  access: "seller_write",
  body: openClaimInput.omit({ situation: true, wish: true, intake: true }).extend({ statementSentAt: instantSchema }),
  idempotency: "key",
  responses: {
    200: { description: "Recorded already, or joined to the open claim", schema: opened },
    201: { description: "Opened", schema: opened },
  },
  problems: ["order_not_found", "external_id_taken"],
});

const listed = z.object({
  id: z.string(),
  reference: z.string(),
  orderNumber: z.string(),
  situation: z.enum(SITUATIONS),
  phase: z.enum(WITHDRAWAL_PHASES).nullable(),
  state: z.enum(CLAIM_STATES),
  receivedAt: at,
  nextDueOn: day.nullable(),
  nextDueBefore: at.nullable(),
});

export const getClaims = operation({
  method: "GET",
  path: "/claims",
  id: "listClaims",
  tag: "claims",
  summary: "The inbox, most urgent first",
  access: "seller_read",
  query: z.strictObject({
    state: z.enum(CLAIM_STATES).optional(),
    situation: z.enum(SITUATIONS).optional(),
    dueBefore: instantSchema.optional(),
    q: z.string().max(200).optional().describe("Part of an order number, a reference or a name."),
    cursor: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  responses: {
    200: { description: "A page", schema: z.object({ items: z.array(listed), nextCursor: z.string().nullable() }) },
  },
  problems: ["invalid_cursor"],
});

const traceDay = z.object({
  day,
  counted: z.boolean(),
  reason: z.string(),
  ordinal: z.int().optional(),
  holiday: z.object({ fr: z.string(), en: z.string() }).optional(),
});

const claimView = z.object({
  id: z.string(),
  reference: z.string(),
  orderNumber: z.string(),
  situation: z.enum(SITUATIONS),
  phase: z.enum(WITHDRAWAL_PHASES).nullable(),
  phaseReason: z.string().nullable(),
  state: z.enum(CLAIM_STATES),
  policyVersion: z.int(),
  statementSentAt: at,
  receivedAt: at,
  openedAt: at,
  closedAt: at.nullable(),
  nextDueOn: day.nullable(),
  nextDueBefore: at.nullable(),
  revision: z.int(),
  lines: z.array(z.object({ lineId: z.string(), quantity: z.int() })),
  clocks: z.array(
    clockSchema.extend({ explanation: z.object({ fr: z.string(), en: z.string() }), trace: z.array(traceDay) }),
  ),
  replies: z.array(
    z.object({
      id: z.string(),
      solution: z.enum(SOLUTIONS),
      status: z.enum(["draft", "sent", "undone"]),
      sentAt: at.nullable(),
      visibleAt: at.nullable(),
      customerAnswer: z.enum(["accepted", "refused", "chosen"]).nullable(),
      customerAnsweredAt: at.nullable(),
      chosenRemedy: z.enum(REMEDIES).nullable().describe("What the customer chose when the answer is `chosen`."),
      withdrawnAt: at.nullable().describe("When the seller took back an offer nobody had answered."),
      content: z.record(z.string(), z.unknown()),
    }),
  ),
  messages: z.array(
    z.object({
      id: z.string(),
      author: z.enum(["customer", "seller", "operator", "system"]),
      visibility: z.enum(["conversation", "internal"]),
      body: z.string(),
      sentAt: at,
    }),
  ),
  intake: intakeSchema,
  documents: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(DOCUMENT_KINDS),
      subject: z.enum(PHOTO_SUBJECTS).nullable().describe("What a photo shows."),
      status: z.enum(["uploading", "uploaded", "verified", "refused"]),
      fileName: z.string(),
      sizeBytes: z.int(),
      sha256: z.string().nullable(),
      verdict: z.enum(PROOF_VERDICTS).nullable(),
      refusalReason: z.string().nullable(),
      replacedBy: z
        .string()
        .nullable()
        .describe("The same picture with names blacked out: this one can no longer be sent."),
    }),
  ),
  contests: z.array(contestSchema).describe("Deliveries the customer denied."),
  commitments: z.array(commitmentSchema),
});

export const getClaim = operation({
  method: "GET",
  path: "/claims/{claimId}",
  id: "getClaim",
  tag: "claims",
  summary: "One claim with clocks, their day-by-day trace, answers, messages, documents, contests and promises",
  access: "seller_read",
  params: byClaim,
  responses: { 200: { description: "The claim", schema: claimView } },
});
