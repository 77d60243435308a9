"use server";
import { z } from "zod";
import { claimedIdentity, submissionInput } from "@/lib/claims/schema";
import { accepted, refused } from "@/lib/outcome";
import { publicAction } from "@/lib/server/public-action";
import { mayPostForm } from "@/lib/server/public-rate";
import { resendLinks } from "@/lib/server/resend-link";

const [byEmail, byAddress] = claimedIdentity.options;
const { orderNumber } = submissionInput.shape;
const lostLinkForm = z.discriminatedUnion("by", [
  z.object({ ...byEmail.shape, orderNumber }),
  z.object({ ...byAddress.shape, orderNumber }),
]);

/** The answer is the same whether or not there is such an order: the link only ever goes to its address of record. */
export const resendLinkAction = publicAction(lostLinkForm, async ({ orderNumber: number, ...identity }, context) => {
  if (!(await mayPostForm("link", context.headers, context.now))) return refused("rate_limited");
  await resendLinks({ orderNumber: number, identity }, context.now);
  return accepted(null);
});
