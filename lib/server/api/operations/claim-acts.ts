import { z } from "zod";
import { intakeAnswers } from "@/lib/claims/intake-schema";
import { messageText } from "@/lib/claims/schema";
import { DOCUMENT_KINDS, PROOF_VERDICTS } from "@/lib/evidence/document";
import { replyInput } from "@/lib/replies/schema";
import { operation } from "@/lib/server/api/operation";
import { clockSchema } from "@/lib/server/api/operations/clock-schema";
import { intakeSchema } from "@/lib/server/api/operations/intake-schema";

const at = z.string().meta({ format: "date-time" });
const byClaim = z.strictObject({ claimId: z.uuid() });

const flag = z.object({
  code: z.string(),
  field: z.string().nullable(),
  origin: z.string(),
  severity: z.string(),
  message: z.string(),
});

export const postReply = operation({
  method: "POST",
  path: "/claims/{claimId}/replies",
  id: "sendReply",
  tag: "claims",
  summary: "Send a structured answer, or keep a draft of it",
  description:
    "Complete: stored, and the clocks it meets stop at this instant. Incomplete: 422 with `complete: false` and `missing[]`, nothing stored. `draft: true` touches no clock.",
  access: "seller_write",
  params: byClaim,
  body: z.intersection(
    z.strictObject({
      draft: z.boolean().optional(),
      revision: z.int().min(0).optional().describe("The claim's, when it was read: an answer sent since is a 409."),
    }),
    replyInput,
  ),
  idempotency: "key",
  responses: {
    201: {
      description: "Sent, or kept as a draft",
      schema: z.object({
        complete: z.boolean(),
        draft: z.boolean(),
        replyId: z.string().nullable(),
        sentAt: at.nullable(),
        visibleAt: at.nullable(),
        receipt: z.object({ seq: z.int(), hash: z.string() }).nullable(),
        flags: z.array(flag),
        clocks: z.array(clockSchema),
      }),
    },
  },
  problems: ["invalid", "reply_incomplete", "claim_closed", "answered_meanwhile"],
});

export const postMessage = operation({
  method: "POST",
  path: "/claims/{claimId}/messages",
  id: "sendMessage",
  tag: "claims",
  summary: "A message to the customer, or an internal note",
  description:
    "Meets `next_reply`; stops no `reply` clock. `documentIds` leave with a message (a note takes none along); a sound proof of delivery among them meets `proof_of_delivery`.",
  access: "seller_write",
  params: byClaim,
  body: z.strictObject({
    body: messageText,
    visibility: z.enum(["conversation", "internal"]).default("conversation"),
    locale: z.enum(["fr", "en"]).default("fr"),
    documentIds: z.array(z.uuid()).max(10).optional(),
  }),
  idempotency: "key",
  responses: { 201: { description: "Sent", schema: z.object({ messageId: z.string() }) } },
  problems: ["invalid", "claim_closed"],
});

export const postDocument = operation({
  method: "POST",
  path: "/claims/{claimId}/documents",
  id: "addDocument",
  tag: "claims",
  summary: "Add a file to a claim",
  description:
    "Fields first, the file last. PDF, JPEG, PNG or WebP, 16 MB at most. It is `uploaded` until it was verified. `facts` is JSON; a proof of delivery is compared with the order at once.",
  access: "seller_write",
  params: byClaim,
  multipart: z.object({
    kind: z.enum(DOCUMENT_KINDS),
    facts: z.string().optional().meta({ contentMediaType: "application/json" }),
    file: z.string().meta({ format: "binary" }),
  }),
  responses: {
    201: {
      description: "Received",
      schema: z.object({ documentId: z.string(), verdict: z.enum(PROOF_VERDICTS).nullable() }),
    },
  },
  problems: ["invalid", "body_too_large"],
});

export const postIntake = operation({
  method: "POST",
  path: "/claims/{claimId}/intake",
  id: "addIntake",
  tag: "claims",
  summary: "Keep what the customer answers about a claim that is open",
  description:
    "Each answer is a version beside those before; the same one again changes nothing. It stops and starts no clock. What a situation asks is told by `not_asked`; a withdrawal asks nothing.",
  access: "seller_write",
  params: byClaim,
  body: intakeAnswers,
  idempotency: "key",
  responses: {
    200: { description: "Every version, in the order of the questions", schema: z.object({ intake: intakeSchema }) },
  },
  problems: ["claim_closed"],
});
