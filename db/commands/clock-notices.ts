import { and, asc, eq, gt, isNull, lte, type SQL, sql } from "drizzle-orm";
import { writeNotice } from "@/db/commands/notices";
import { getMarketplace } from "@/db/queries/policy";
import { claims } from "@/db/schema/claims";
import { clocks } from "@/db/schema/clocks";
import { sellerNotices } from "@/db/schema/notices";
import { orders } from "@/db/schema/orders";
import { type Transaction, withScope } from "@/db/scope";
import type { JobScope } from "@/lib/auth/scope";
import { fromEpochMs, type Instant, toEpochMs } from "@/lib/calendar/instant";
import { localDay, type ZoneId } from "@/lib/calendar/zone";
import { newsSince } from "@/lib/notifications/rules";

const BATCH = 200;

const lastDay = sql`((${clocks.effectiveDueBefore} - interval '1 millisecond') at time zone ${clocks.zone})::date`;
const localToday = (now: Instant) => sql`(${now}::timestamptz at time zone ${clocks.zone})::date`;

/** What is told of a clock, once each: its bound has passed, or its last day is today or tomorrow where it is counted. */
const STAGES = {
  overdue: {
    template: "clock_overdue",
    when: (now: Instant, zone: ZoneId) =>
      and(lte(clocks.effectiveDueBefore, now), gt(clocks.effectiveDueBefore, newsSince(now, zone))),
  },
  due_today: {
    template: "clock_due_today",
    when: (now: Instant) => and(gt(clocks.effectiveDueBefore, now), sql`${lastDay} = ${localToday(now)}`),
  },
  due_tomorrow: {
    template: "clock_due_tomorrow",
    when: (now: Instant) => sql`${lastDay} = ${localToday(now)} + 1`,
  },
} as const satisfies Record<
  string,
  { readonly when: (now: Instant, zone: ZoneId) => SQL | undefined; readonly template: string }
>;

type Stage = keyof typeof STAGES;

/**
 * Tell sellers of their clocks that end tomorrow, end today, or have passed without an answer. Run as often as you
 * like: each is told once a day it ends on, so that a clock moved to another day is told anew.
 *
 * @returns how many notices are new
 */
export async function writeClockNotices(
  scope: Extract<JobScope, { readonly kind: "sweep" }>,
  now: Instant,
): Promise<number> {
  let written = 0;
  for (const stage of ["overdue", "due_today", "due_tomorrow"] as const) {
    for (let found = BATCH; found === BATCH; ) {
      found = await withScope(scope, (tx) => writeBatch(tx, stage, now));
      written += found;
    }
  }
  return written;
}

async function writeBatch(tx: Transaction, stage: Stage, now: Instant): Promise<number> {
  const { template, when } = STAGES[stage];
  const { zone } = await getMarketplace(tx);
  const dedupeKey = sql<string>`'claim:' || ${clocks.claimId} || ':clock:' || ${clocks.id} || ${`:${stage}:`} || ${lastDay}`;
  const found = await tx
    .select({
      sellerId: clocks.sellerId,
      claimId: clocks.claimId,
      clockId: clocks.id,
      kind: clocks.kind,
      zone: clocks.zone,
      dueBefore: clocks.effectiveDueBefore,
      reference: claims.reference,
      orderNumber: orders.number,
      dedupeKey,
    })
    .from(clocks)
    .innerJoin(claims, and(eq(claims.sellerId, clocks.sellerId), eq(claims.id, clocks.claimId)))
    .innerJoin(orders, and(eq(orders.sellerId, claims.sellerId), eq(orders.id, claims.orderId)))
    .where(
      and(
        eq(clocks.whoseTurn, "seller"),
        isNull(clocks.stoppedAt),
        isNull(clocks.cancelledAt),
        when(now, zone),
        sql`not exists (select from ${sellerNotices} where ${sellerNotices.dedupeKey} = ${dedupeKey})`,
      ),
    )
    .orderBy(asc(clocks.effectiveDueBefore), asc(clocks.id))
    .limit(BATCH);
  for (const { kind, zone: ownZone, dueBefore, reference, orderNumber, ...notice } of found) {
    if (dueBefore === null) continue;
    const dueOn = { day: localDay(fromEpochMs(toEpochMs(dueBefore) - 1), ownZone) };
    const values = { reference, orderNumber, claimId: notice.claimId, clock: { clock: kind }, dueOn };
    await writeNotice(tx, { ...notice, template, values }, now);
  }
  return found.length;
}
