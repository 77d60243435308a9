import { isoDate } from "@/lib/calendar/civil-day";
import { instant } from "@/lib/calendar/instant";
import type { Situation, WithdrawalPhase } from "@/lib/claims/claim";
import { judgeReply } from "@/lib/replies/completeness";
import type { ReplyContext } from "@/lib/replies/context";
import type { MissingCode } from "@/lib/replies/demand";
import { replyInput } from "@/lib/replies/schema";
import type { Solution } from "@/lib/replies/solution";
import type { Missing } from "@/lib/replies/verdict";

/**
 * What an answer of this kind must hold, in the order of the checks: an empty answer is judged by the very rules that
 * judge a real one, on an ordinary order of a consumer.
 */
export function demandsOf(
  situation: Situation,
  phase: WithdrawalPhase | null,
  solution: Solution,
  waived: readonly MissingCode[] = [],
): readonly Missing[] {
  const context = { ...ORDINARY, waived, claim: { ...ORDINARY.claim, situation, phase } };
  return judgeReply(replyInput.parse({ solution }), context).missing;
}

const DAY = isoDate("2026-05-07");

const ORDINARY: ReplyContext = {
  today: DAY,
  now: instant("2026-05-07T08:00:00Z"),
  marketplaceName: "",
  claim: {
    situation: "damaged",
    phase: null,
    customerKind: "consumer",
    statementSentOn: DAY,
    wish: null,
  },
  order: {
    number: "",
    currency: "EUR",
    totalCents: 10_000,
    refundedCents: 0,
    lines: [],
    parcels: [],
    withdrawalInformed: "yes",
    withdrawalExcluded: false,
    deliveredOn: null,
    issuedDocuments: [],
  },
  documents: [],
  clocks: { proofDueOn: null, goodsReturnDueOn: null, refundDueOn: null, remedyDueOn: null, guaranteeEndsOn: null },
  mediator: null,
};
