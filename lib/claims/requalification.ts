import type { Instant } from "@/lib/calendar/instant";
import type { ClaimState, Situation } from "@/lib/claims/claim";
import { type ClockFacts, clockState } from "@/lib/deadlines/clock";
import type { CancellingFact, DeadlineKind } from "@/lib/deadlines/rule";

/** What the customer said to the new situation, where it takes their word. */
export const REQUALIFICATION_CONSENTS = ["not_needed", "asked", "given", "refused", "withdrawn"] as const;

/** Where the seller answers for delivery and conformity, and bears the costs (C. conso. L216-7, L217-8 and following). */
const AT_THE_SELLERS_COST: readonly Situation[] = [
  "parcel_not_received",
  "wrong_product",
  "damaged",
  "broken_down",
  "missing_item",
];

/**
 * Whether only the customer may make this of their claim: a withdrawal is theirs alone to state, and nothing that
 * the seller has to bear becomes theirs to pay behind their back. What was not yet named may be named.
 */
export function takesConsent(from: Situation, to: Situation): boolean {
  if (from === "other") return false;
  return to === "no_longer_wanted" || (AT_THE_SELLERS_COST.includes(from) && !AT_THE_SELLERS_COST.includes(to));
}

/** The kinds that open with a claim, by its situation; the others start from facts of their own and go on. */
const OPENING_KINDS: readonly DeadlineKind[] = [
  "reply",
  "proof_of_delivery",
  "withdrawal_refund",
  "withdrawal_period",
  "withdrawal_period_uninformed",
  "goods_return",
  "conformity_remedy",
  "legal_guarantee",
];

export type KnownClock = ClockFacts & { readonly id: string; readonly cancellationReason: string | null };

export type RequalifiedClocks<Known, Opened> = {
  readonly cancel: readonly Known[];
  readonly start: readonly Opened[];
  /** The seller had answered the wrong situation: it is asked for an answer to the right one. */
  readonly needsAnswer: boolean;
};

/**
 * What becomes of a claim's clocks when its situation changes.
 *
 * Those that run are cancelled and those of the new situation start from the claim's original instants. Ended clocks
 * are history: none is touched, and a kind that has ended is not counted a second time. A kind that both situations
 * have and whose bound has passed stays as it is, late; so does one that a promise made to the customer leans on.
 *
 * @param opened the clocks of the new situation, as if the claim had opened with it
 * @param promised ids of the clocks that an open promise leans on
 */
export function requalifyClocks<Known extends KnownClock, Opened extends Pick<ClockFacts, "kind">>(
  known: readonly Known[],
  opened: readonly Opened[],
  { promised, now }: { readonly promised: readonly string[]; readonly now: Instant },
): RequalifiedClocks<Known, Opened> {
  const kinds = new Set(opened.map(({ kind }) => kind));
  const isKept = (clock: Known) =>
    promised.includes(clock.id) || (kinds.has(clock.kind) && now >= clock.dueBefore && isRunning(clock));
  const cancel = known.filter((clock) => OPENING_KINDS.includes(clock.kind) && isRunning(clock) && !isKept(clock));
  const counted = new Set(known.filter((clock) => isKept(clock) || hasEnded(clock, now)).map(({ kind }) => kind));
  const needsAnswer = known.some((clock) => clock.kind === "reply" && clock.stoppedAt);
  return { cancel, start: opened.filter(({ kind }) => !counted.has(kind)), needsAnswer };
}

function isRunning({ stoppedAt, cancelledAt }: ClockFacts): boolean {
  return !stoppedAt && !cancelledAt;
}

const REQUALIFIED: CancellingFact = "requalified";

/** A clock that an earlier change of situation cancelled in time counts for nothing: its kind may run again. */
function hasEnded(clock: KnownClock, now: Instant): boolean {
  if (isRunning(clock)) return false;
  return clock.cancellationReason !== REQUALIFIED || clockState(clock, now) !== "cancelled";
}

/** Whose turn it is in the new situation; the operator keeps what was put before it. */
export function stateAfterRequalification(state: ClaimState, to: Situation): ClaimState {
  if (state === "escalated") return "escalated";
  return to === "other" ? "to_triage" : "awaiting_seller";
}
