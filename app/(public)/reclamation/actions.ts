"use server";
import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { refused } from "@/lib/outcome";
import type { ActionState } from "@/lib/server/action-state";
import { currentTime } from "@/lib/server/clock";
import { firstSubmission, signFirstSubmission } from "@/lib/server/first-submission";
import { intakeTicket } from "@/lib/server/intake-ticket";
import { publicAction } from "@/lib/server/public-action";
import { submitPublicClaim } from "@/lib/server/public-claim";
import { mayPostForm } from "@/lib/server/public-rate";
import { claimForm, submissionOf } from "./claim-form";

/** Refused, it carries the instant of the first try: correcting a field does not cost the customer a day. */
export async function submitClaimAction(previous: unknown, form: FormData): Promise<ActionState> {
  const submittedAt = firstSubmission(form.get("opened"), currentTime());
  const submit = publicAction(claimForm, async (input, { headers, now }) => {
    if (!(await mayPostForm("claim", headers, now))) return refused("rate_limited");
    const submissionId = await submitPublicClaim(submissionOf(input, await getLocale()), submittedAt, now);
    const suite = intakeTicket(submissionId);
    redirect(`/reclamation/envoyee?recu=${signFirstSubmission(submittedAt)}&suite=${suite}`);
  });
  const state = await submit(previous, form);
  if (state.status !== "error") return state;
  return { ...state, values: { ...state.values, opened: signFirstSubmission(submittedAt) } };
}
