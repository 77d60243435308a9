import { z } from "zod";
import { SITUATIONS } from "@/lib/claims/claim";
import { messageText } from "@/lib/claims/schema";
import { operation } from "@/lib/server/api/operation";
import { clockSchema } from "@/lib/server/api/operations/clock-schema";

export const postRequalification = operation({
  method: "POST",
  path: "/claims/{claimId}/requalify",
  id: "requalifyClaim",
  tag: "claims",
  summary: "Say that a claim is of another situation",
  description:
    "`applied`: the clocks that ran are cancelled and those of the new situation count from the original instants; a kind that has ended is not counted again, and after an answer `next_reply` runs from now. `asked`: towards a withdrawal, or wherever the cost would move to the customer, they are asked first, and nothing changes before their consent. From `other`, no consent is needed.",
  access: "seller_write",
  params: z.strictObject({ claimId: z.uuid() }),
  body: z.strictObject({
    situation: z.enum(SITUATIONS),
    reason: messageText.describe("Read by the customer."),
    revision: z.int().min(0).optional().describe("The claim's, when it was read: a claim changed since is a 409."),
  }),
  idempotency: "key",
  responses: {
    201: {
      description: "Applied, or put to the customer",
      schema: z.object({
        result: z.enum(["applied", "asked"]),
        requalificationId: z.string(),
        situation: z.enum(SITUATIONS),
        phase: z.string().nullable(),
        state: z.string(),
        revision: z.int(),
        clocks: z.array(clockSchema),
      }),
    },
  },
  problems: ["invalid", "claim_closed", "claim_changed", "situation_open", "consent_pending", "answer_leaving"],
});
