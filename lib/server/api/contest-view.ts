import type { ClaimContest } from "@/db/queries/proof-contests";
import type { IsoDate } from "@/lib/calendar/civil-day";
import { contestStage } from "@/lib/evidence/proof-contest";

type Claim = { readonly reference: string; readonly orderNumber: string };
type Contest = Omit<ClaimContest, "attestedBy" | "ruledBy" | "sellerId">;

/** A contested delivery as the API shows it; who signed and who ruled stay inside. */
export function contestView(contest: Contest, claim: Claim, today: IsoDate) {
  const { id, claimId, documentIds, contestedAt, attestedAt } = contest;
  const stage = contestStage(contest, today);
  const seen = { id, claimId, claimReference: claim.reference, orderNumber: claim.orderNumber, documentIds };
  return { ...seen, contestedAt, attestedAt, stage, inquiry: inquiryOf(contest), ruling: rulingOf(contest) };
}

function inquiryOf({ inquiryOpenedOn, inquiryAnswerOn, ...inquiry }: Contest) {
  if (inquiryOpenedOn === null || inquiryAnswerOn === null) return null;
  return {
    openedOn: inquiryOpenedOn,
    answerOn: inquiryAnswerOn,
    reference: inquiry.inquiryReference,
    outcome: inquiry.inquiryOutcome,
    endedAt: inquiry.inquiryEndedAt,
  };
}

function rulingOf({ ruling, rulingReason, ruledAt }: Contest) {
  if (ruling === null || ruledAt === null) return null;
  return { decision: ruling, reason: rulingReason ?? "", at: ruledAt };
}
