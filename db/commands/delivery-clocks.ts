import { and, eq } from "drizzle-orm";
import { originOf, startClocks, stopClock } from "@/db/commands/clocks";
import { actOn, type Deed, lockOpenClaims, type OpenClaim, settleAll } from "@/db/commands/deeds";
import { appendEvent } from "@/db/commands/journal";
import { holdCalendars } from "@/db/queries/calendar-overrides";
import { type ClockRow, readClocks } from "@/db/queries/clock-facts";
import { type OrderFacts, readOrderFacts } from "@/db/queries/order-facts";
import { getMarketplace, getPolicy } from "@/db/queries/policy";
import { clocks } from "@/db/schema/clocks";
import type { Transaction } from "@/db/scope";
import type { IsoDate } from "@/lib/calendar/civil-day";
import type { Instant } from "@/lib/calendar/instant";
import { clockContext, lastDelivery, withOrigins } from "@/lib/claims/opening";
import { WITHDRAWAL_REASONS } from "@/lib/claims/withdrawal-phase";
import { clocksForClaim } from "@/lib/deadlines/claim-clocks";
import { effectiveDue, isEnded } from "@/lib/deadlines/clock";
import type { DeadlineKind } from "@/lib/deadlines/rule";

type Span = { readonly startsAt: Instant; readonly dueOn: IsoDate; readonly dueBefore: Instant };

/** A clock of an open claim that a change of the order moves, starts or takes away. */
export type AffectedClock = {
  readonly claimId: string;
  readonly claimReference: string;
  readonly kind: DeadlineKind;
  readonly change: "moved" | "started" | "cancelled";
  readonly from: Span | null;
  readonly to: Span | null;
};

/** Periods that run from the delivery. The phase of a withdrawal is decided once and does not move with them. */
const FROM_DELIVERY: readonly DeadlineKind[] = ["withdrawal_period", "withdrawal_period_uninformed", "legal_guarantee"];
/** Periods that the delivery meets. */
const MET_BY_DELIVERY: readonly DeadlineKind[] = ["delivery_due", "formal_notice"];

/**
 * Recount what runs from the delivery on the order's open claims, after its facts have changed. A period that has
 * ended keeps its date: a statement of withdrawal was judged by it.
 */
export async function followDelivery(tx: Transaction, deed: Deed): Promise<readonly AffectedClock[]> {
  const facts = await readOrderFacts(tx, deed.sellerId, deed.orderId);
  if (!facts) return [];
  const open = await lockOpenClaims(tx, deed);
  const affected: AffectedClock[] = [];
  for (const claim of open) affected.push(...(await recount(tx, deed, claim, facts)));
  await settleAll(tx, deed, open);
  return affected;
}

type NewClock = Awaited<ReturnType<typeof countedAnew>>[number];

async function recount(
  tx: Transaction,
  deed: Deed,
  claim: OpenClaim,
  facts: OrderFacts,
): Promise<readonly AffectedClock[]> {
  const rows = (await readClocks(tx, deed.sellerId, claim.id)).filter((clock) => !clock.cancelledAt);
  await meetByDelivery(tx, deed, rows, lastDelivery(facts.parcels));
  const fresh = await countedAnew(tx, claim, facts);
  const affected: AffectedClock[] = [];
  for (const kind of FROM_DELIVERY) {
    const change = await replaceClock(tx, deed, claim, {
      before: rows.find((clock) => clock.kind === kind),
      after: fresh.find((clock) => clock.kind === kind),
    });
    if (change) affected.push({ ...change, kind, claimId: claim.id, claimReference: claim.reference });
  }
  return affected;
}

async function countedAnew(tx: Transaction, claim: OpenClaim, facts: OrderFacts) {
  const policy = await getPolicy(tx, claim.policyVersion);
  const marketplace = await getMarketplace(tx);
  const calendarOf = await holdCalendars(tx);
  const context = clockContext(facts.order, { policy: policy.content.deadlines, marketplace, calendarOf });
  const withdrawal = claim.phase && {
    phase: claim.phase,
    reason: WITHDRAWAL_REASONS.find((reason) => reason === claim.phaseReason) ?? "within_period",
    lastDay: null,
    exclusionNumber: null,
  };
  const counted = clocksForClaim(
    {
      situation: claim.situation,
      withdrawal,
      customerKind: facts.order.customerKind,
      receivedAt: claim.receivedAt,
      statementSentAt: claim.statementSentAt,
      lastDeliveredAt: lastDelivery(facts.parcels),
      withdrawalInformed: facts.order.withdrawalInformed,
      withdrawalInformedOn: facts.order.withdrawalInformedOn,
    },
    context,
  );
  return withOrigins(counted, claim.situation, context);
}

async function replaceClock(
  tx: Transaction,
  deed: Deed,
  claim: OpenClaim,
  { before, after }: { readonly before: ClockRow | undefined; readonly after: NewClock | undefined },
): Promise<Pick<AffectedClock, "change" | "from" | "to"> | undefined> {
  const act = actOn(deed, claim.id);
  if (before && isEnded(before, deed.now)) return undefined;
  if (!before && !after) return undefined;
  if (!before && after) {
    await startClocks(tx, act, [after]);
    return { change: "started", from: null, to: spanOf(after) };
  }
  if (before && !after) {
    await move(tx, deed, before, { cancelledAt: deed.now, cancellationReason: "delivery_unknown" });
    const payload = { clockId: before.id, kind: before.kind, cancelledAt: deed.now, reason: "delivery_unknown" };
    await appendEvent(tx, { ...originOf(act), type: "clock_cancelled", payload });
    return { change: "cancelled", from: spanOf(before), to: null };
  }
  if (!before || !after || (before.startsAt === after.startsAt && before.dueBefore === after.dueBefore))
    return undefined;
  const { calendar, calendarVersion, zone, startsAt, startsOn, nominalOn, dueOn, dueBefore } = after;
  const counted = { calendar, calendarVersion, zone, startsAt, startsOn, nominalOn, dueOn, dueBefore };
  await move(tx, deed, before, {
    ...counted,
    effectiveDueBefore: effectiveDue({ ...before, ...counted })?.dueBefore ?? null,
  });
  const payload = {
    clockId: before.id,
    kind: before.kind,
    cause: "delivery",
    calendar,
    calendarVersion,
    zone,
    from: spanOf(before),
    to: spanOf(after),
  };
  await appendEvent(tx, { ...originOf(act), type: "clock_moved", payload });
  return { change: "moved", from: spanOf(before), to: spanOf(after) };
}

async function move(
  tx: Transaction,
  { sellerId }: Deed,
  clock: ClockRow,
  to: Partial<typeof clocks.$inferInsert>,
): Promise<void> {
  await tx
    .update(clocks)
    .set(to)
    .where(and(eq(clocks.sellerId, sellerId), eq(clocks.id, clock.id)));
}

async function meetByDelivery(
  tx: Transaction,
  deed: Deed,
  rows: readonly ClockRow[],
  deliveredAt: Instant | null,
): Promise<void> {
  if (deliveredAt === null) return;
  for (const clock of rows.filter(({ kind }) => MET_BY_DELIVERY.includes(kind))) {
    await stopClock(tx, actOn(deed, clock.claimId), clock, deliveredAt);
  }
}

function spanOf({ startsAt, dueOn, dueBefore }: Span): Span {
  return { startsAt, dueOn, dueBefore };
}
