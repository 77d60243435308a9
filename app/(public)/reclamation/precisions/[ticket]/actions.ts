"use server";
import { redirect } from "next/navigation";
import { answerOf, STEP_LISTS, stepForm } from "@/app/(customer)/_components/intake/step-form";
import { newAnswers } from "@/db/commands/intake";
import { recordSubmittedAnswer } from "@/db/commands/submitted-intake";
import { isoDate } from "@/lib/calendar/civil-day";
import { localDay } from "@/lib/calendar/zone";
import { refusedIntake } from "@/lib/claims/intake-schema";
import { refused } from "@/lib/outcome";
import type { ActionState } from "@/lib/server/action-state";
import { openIntakeTicket } from "@/lib/server/intake-ticket";
import { publicAction } from "@/lib/server/public-action";
import { STATEMENT_ZONE } from "@/lib/server/public-claim";
import { mayPostForm } from "@/lib/server/public-rate";
import { entryScope } from "@/lib/server/scope";
import { nextHref } from "./steps";

/** Before any order. */
const FIRST_DAY = isoDate("2000-01-01");

/** Keep one answer beside what was sent; the ticket is proven on each call. */
export async function submitAnswerAction(ticket: string, previous: unknown, form: FormData): Promise<ActionState> {
  const answer = publicAction(
    stepForm,
    async (input, { headers, now }) => {
      const opened = await openIntakeTicket(ticket, now);
      if (!opened) return refused("link_dead");
      const given = answerOf(input);
      if (!given.ok) return given;
      const today = localDay(now, STATEMENT_ZONE);
      // The order's own day is not known here: it is compared when the claim takes the answer.
      const known = { placedOn: FIRST_DAY, today };
      const problem = refusedIntake(opened.submission.situation, given.value, known);
      if (problem) return refused(problem.reason, { [problem.field]: [problem.reason] });
      if (!(await mayPostForm("intake", headers, now))) return refused("rate_limited");
      const submissionId = opened.submission.id;
      const kept = await recordSubmittedAnswer(entryScope(), { submissionId, answers: newAnswers(given.value, now) });
      if (!kept.ok) return kept;
      redirect(nextHref(ticket, (await openIntakeTicket(ticket, now)) ?? opened, input.question));
    },
    { lists: STEP_LISTS },
  );
  return answer(previous, form);
}
