import type { LapseRefusal } from "@/db/commands/lapsed-returns";
import type { UndoRefusal } from "@/db/commands/undo-reply";
import type { WithdrawOfferRefusal } from "@/db/commands/withdraw-offer";
import type { WithdrawQuestionRefusal } from "@/db/commands/withdraw-question";
import { findClaimPage } from "@/db/queries/claim-page";
import type { SellerScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import type { Outcome } from "@/lib/outcome";
import { turnView } from "@/lib/server/api/claim-view";
import { reply } from "@/lib/server/api/operation";
import { type ProblemCode, problem } from "@/lib/server/api/problems";

type TakingRefusal = LapseRefusal | UndoRefusal | WithdrawOfferRefusal | WithdrawQuestionRefusal;

const PROBLEM_OF = {
  not_allowed: "forbidden",
  not_found: "not_found",
  claim_closed: "claim_closed",
  answer_leaving: "answer_leaving",
  too_late: "undo_too_late",
  already_answered: "customer_answered",
  not_an_offer: "not_an_offer",
  not_open: "return_not_open",
  not_lapsed: "return_not_lapsed",
  too_early: "return_too_early",
  not_reminded: "return_not_reminded",
} as const satisfies Record<TakingRefusal, ProblemCode>;

/** What taking something back answers: the claim as it is now, or why not. */
export async function takenBack(
  scope: SellerScope,
  outcome: Outcome<{ claimId: string }, TakingRefusal>,
  now: Instant,
) {
  if (!outcome.ok) return problem(PROBLEM_OF[outcome.reason]);
  const page = await findClaimPage(scope, outcome.value.claimId, now);
  return page ? reply(200, turnView(page, now)) : problem("not_found");
}
