import type { ReplyFields } from "@/lib/replies/field";
import type { ReplyInput } from "@/lib/replies/schema";

export const REPLY_PAPERS = ["return_slip", "cancellation"] as const;
export type ReplyPaper = (typeof REPLY_PAPERS)[number];

/** The paper an answer is worth: a slip when goods come back, a confirmation when an order is cancelled. */
export function paperOfReply(reply: ReplyInput): ReplyPaper | null {
  if (reply.solution === "confirm_cancellation") return "cancellation";
  const { returnAddress, returnReference, sendBeforeOn, goods }: ReplyFields = reply;
  const comesBack = goods === undefined || goods === "send_back";
  return comesBack && returnAddress?.line1 && returnReference && sendBeforeOn ? "return_slip" : null;
}
