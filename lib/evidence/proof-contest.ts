import type { IsoDate } from "@/lib/calendar/civil-day";
import type { Instant } from "@/lib/calendar/instant";

/** What the carrier answered to the inquiry. */
export const INQUIRY_OUTCOMES = ["delivery_confirmed", "not_delivered", "no_answer"] as const;
export type InquiryOutcome = (typeof INQUIRY_OUTCOMES)[number];

/** The operator's ruling: the proof holds, or it does not show that the customer had the parcel. */
export const CONTEST_RULINGS = ["upheld", "overturned"] as const;
export type ContestRuling = (typeof CONTEST_RULINGS)[number];

/** A delivery the customer denies, as its row tells it. */
export type ProofContest = {
  readonly contestedAt: Instant;
  readonly attestedAt: Instant | null;
  readonly inquiryOpenedOn: IsoDate | null;
  readonly inquiryAnswerOn: IsoDate | null;
  readonly inquiryOutcome: InquiryOutcome | null;
  readonly ruling: ContestRuling | null;
};

/** Where a contest stands: what is awaited, and from whom. */
export const CONTEST_STAGES = [
  "inquiry_awaited",
  "carrier_awaited",
  "carrier_late",
  "ruling_awaited",
  "ruled",
] as const;
export type ContestStage = (typeof CONTEST_STAGES)[number];

/**
 * What a contest waits for. The customer's statement is asked for and never waited for: a customer who signs
 * nothing keeps the right to contest.
 *
 * @param today civil day of the marketplace
 */
export function contestStage(contest: ProofContest, today: IsoDate): ContestStage {
  if (contest.ruling) return "ruled";
  if (contest.inquiryOutcome) return "ruling_awaited";
  if (!contest.inquiryAnswerOn) return "inquiry_awaited";
  return today > contest.inquiryAnswerOn ? "carrier_late" : "carrier_awaited";
}
