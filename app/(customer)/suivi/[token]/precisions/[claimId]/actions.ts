"use server";
import { redirect } from "next/navigation";
import { z } from "zod";
import { answerOf, STEP_LISTS, stepForm } from "@/app/(customer)/_components/intake/step-form";
import { newAnswers, recordIntake } from "@/db/commands/intake";
import { refused } from "@/lib/outcome";
import type { ActionState } from "@/lib/server/action-state";
import { customerAction } from "@/lib/server/customer-action";
import { openCustomerPage } from "@/lib/server/customer-page";
import { nextStepHref } from "../../_components/intake-of";

/** Keep one answer and go on to the next question that has none. */
export async function answerIntakeAction(
  token: string,
  claimId: string,
  previous: unknown,
  form: FormData,
): Promise<ActionState> {
  const answer = customerAction(
    stepForm,
    async (input, { scope, now }) => {
      const given = answerOf(input);
      if (!given.ok) return given;
      if (!z.uuid().safeParse(claimId).success) return refused("not_found");
      const kept = await recordIntake(scope, { claimId, answers: newAnswers(given.value, now) }, now);
      if (!kept.ok) return kept;
      const page = await openCustomerPage(token);
      const shown = page?.space.claims.find(({ claim }) => claim.id === claimId);
      redirect(page && shown ? nextStepHref(page, shown, input.question) : `/suivi/${token}`);
    },
    { lists: STEP_LISTS },
  );
  return answer(token, previous, form);
}
