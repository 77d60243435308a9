import { z } from "zod";
import { CLAIM_STATES } from "@/lib/claims/claim";
import { messageText } from "@/lib/claims/schema";
import { operation } from "@/lib/server/api/operation";
import { clockSchema } from "@/lib/server/api/operations/clock-schema";
import { commitmentSchema } from "@/lib/server/api/operations/commitment-schema";

const ofReply = z.strictObject({ claimId: z.uuid(), replyId: z.uuid() });
const ofPromise = z.strictObject({ claimId: z.uuid(), commitmentId: z.uuid() });

const told = z.strictObject({
  message: messageText.describe("Read by the customer."),
  locale: z.enum(["fr", "en"]).default("fr").describe("Of the message."),
});

const responses = {
  200: {
    description: "Done: the claim as it is now",
    schema: z.object({
      state: z.enum(CLAIM_STATES),
      revision: z.int(),
      clocks: z.array(clockSchema),
      commitments: z.array(commitmentSchema),
    }),
  },
};

export const postUndo = operation({
  method: "POST",
  path: "/claims/{claimId}/replies/{replyId}/undo",
  id: "undoReply",
  tag: "claims",
  summary: "Take an answer back before anybody saw it",
  description:
    "Until its `visibleAt`, ten seconds after it was sent, and with the key that sent it. Its clocks are as if they had never stopped; what it promised is withdrawn.",
  access: "seller_write",
  params: ofReply,
  idempotency: "key",
  responses,
  problems: ["undo_too_late"],
});

export const postOfferWithdrawal = operation({
  method: "POST",
  path: "/claims/{claimId}/replies/{replyId}/withdraw",
  id: "withdrawOffer",
  tag: "claims",
  summary: "Withdraw an offer that the customer has not answered",
  description:
    "It can no longer be accepted, the customer reads why, and `next_reply` runs from now. An offer stands for the time it names, or else a reasonable one (C. civ. art. 1116). Of a yes and a withdrawal at once, the first counts.",
  access: "seller_write",
  params: ofReply,
  body: told,
  idempotency: "key",
  responses,
  problems: ["claim_closed", "customer_answered", "not_an_offer", "answer_leaving"],
});

export const postQuestionWithdrawal = operation({
  method: "POST",
  path: "/claims/{claimId}/requalify/{requalificationId}/withdraw",
  id: "withdrawQuestion",
  tag: "claims",
  summary: "Take back a requalification that was put to the customer",
  description: "Before they answer: nothing had changed, and nothing changes. A mail still waiting does not leave.",
  access: "seller_write",
  params: z.strictObject({ claimId: z.uuid(), requalificationId: z.uuid() }),
  idempotency: "key",
  responses,
  problems: ["customer_answered"],
});

export const postLapse = operation({
  method: "POST",
  path: "/claims/{claimId}/commitments/{commitmentId}/lapse",
  id: "lapseReturn",
  tag: "claims",
  summary: "Say that the goods were not sent back",
  description:
    "Of a commitment of kind `return`, a week after its day and once the customer was reminded. The refund that waits for the goods lapses with it (C. conso. L221-24, L217-17); goods that come after all open both again.",
  access: "seller_write",
  params: ofPromise,
  body: told,
  idempotency: "key",
  responses,
  problems: ["claim_closed", "return_not_open", "return_too_early", "return_not_reminded"],
});

export const postAwait = operation({
  method: "POST",
  path: "/claims/{claimId}/commitments/{commitmentId}/await",
  id: "awaitReturnAgain",
  tag: "claims",
  summary: "Await goods again that were said not to be sent back",
  access: "seller_write",
  params: ofPromise,
  idempotency: "key",
  responses,
  problems: ["claim_closed", "return_not_lapsed"],
});
