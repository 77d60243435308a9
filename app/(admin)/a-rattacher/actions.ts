"use server";
import { redirect } from "next/navigation";
import { z } from "zod";
import { settleSubmission } from "@/db/commands/submissions";
import { refused } from "@/lib/outcome";
import { adminAction } from "@/lib/server/admin-action";
import { attachSubmission } from "@/lib/server/match-submission";

/** `seller/number` as the radio buttons name a candidate. */
const candidate = z
  .string("required")
  .regex(/^[0-9a-f-]{36}\/.{1,100}$/, "required")
  .transform((text) => ({ sellerId: text.slice(0, 36), orderNumber: text.slice(37) }));

export const attachAction = adminAction(
  z.object({ submissionId: z.uuid(), order: candidate }),
  async ({ submissionId, order }, { scope, now }) => {
    const outcome = await attachSubmission(scope, { submissionId, ...order }, now);
    if (outcome.ok) redirect("/a-rattacher?fait=attached");
    return refused(outcome.reason);
  },
);

export const dismissAction = adminAction(
  z.object({ submissionId: z.uuid() }),
  async ({ submissionId }, { scope, now }) => {
    const outcome = await settleSubmission(scope, { submissionId, match: null }, now);
    if (outcome.ok) redirect("/a-rattacher?fait=dismissed");
    return outcome;
  },
);
