import { addDays } from "@/lib/calendar/civil-day";
import type { Instant } from "@/lib/calendar/instant";
import { endOfDay, localDay, type ZoneId } from "@/lib/calendar/zone";
import type { ClaimState } from "@/lib/claims/claim";
import type { ClockFacts } from "@/lib/deadlines/clock";

export type QuietClaim = {
  readonly state: ClaimState;
  readonly clocks: readonly ClockFacts[];
  readonly commitments: readonly { readonly status: string }[];
  /** The last thing either side did, notes and assignments aside. */
  readonly lastNewsAt: Instant;
  /** The customer's last message, null when they wrote none. */
  readonly lastWrittenAt: Instant | null;
  /** The last answer or message to the customer. */
  readonly lastAnsweredAt: Instant | null;
};

/**
 * Whether a claim closes by itself: it was answered, nobody owes anything any more and nothing was heard of it for
 * the policy's days. It never does while a promise, a clock of the seller or a customer's message is open.
 *
 * @param rule.days whole calendar days of the zone after the last news; its own day is not counted
 */
export function closesBySilence(
  claim: QuietClaim,
  rule: { readonly days: number; readonly zone: ZoneId },
  now: Instant,
): boolean {
  if (claim.state !== "awaiting_customer" || claim.lastAnsweredAt === null) return false;
  if (claim.lastWrittenAt !== null && claim.lastWrittenAt > claim.lastAnsweredAt) return false;
  const isOwed = claim.clocks.some(
    ({ whoseTurn, stoppedAt, cancelledAt }) => whoseTurn === "seller" && !stoppedAt && !cancelledAt,
  );
  if (isOwed || claim.commitments.some(({ status }) => status === "open")) return false;
  return now >= endOfDay(addDays(localDay(claim.lastNewsAt, rule.zone), rule.days), rule.zone);
}
