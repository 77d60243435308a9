import type { ClaimRow } from "@/db/commands/claim-state";
import { type ClaimAct, startClocks } from "@/db/commands/clocks";
import { holdCalendars } from "@/db/queries/calendar-overrides";
import { readClocks } from "@/db/queries/clock-facts";
import { readOrderFacts } from "@/db/queries/order-facts";
import { getMarketplace, getPolicy } from "@/db/queries/policy";
import type { Transaction } from "@/db/scope";
import type { Instant } from "@/lib/calendar/instant";
import { clockContext, withOrigins } from "@/lib/claims/opening";
import { openClock } from "@/lib/deadlines/open-clock";
import type { DeadlineKind } from "@/lib/deadlines/rule";

/** Start a clock of an open claim at an instant, unless one of its kind runs: there is never a second one. */
export async function startClaimClock(
  tx: Transaction,
  act: ClaimAct,
  claim: Pick<ClaimRow, "orderId" | "policyVersion" | "situation">,
  clock: { readonly kind: DeadlineKind; readonly at: Instant },
): Promise<void> {
  const known = await readClocks(tx, act.sellerId, act.claimId);
  if (known.some(({ kind, stoppedAt, cancelledAt }) => kind === clock.kind && !stoppedAt && !cancelledAt)) return;
  const facts = await readOrderFacts(tx, act.sellerId, claim.orderId);
  if (!facts) throw new Error(`Order ${claim.orderId} disappeared`);
  const policy = await getPolicy(tx, claim.policyVersion);
  const context = clockContext(facts.order, {
    policy: policy.content.deadlines,
    marketplace: await getMarketplace(tx),
    calendarOf: await holdCalendars(tx),
  });
  await startClocks(tx, act, withOrigins([openClock(clock.kind, clock.at, context)], claim.situation, context));
}
