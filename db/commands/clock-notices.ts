import { and, asc, eq, gt, isNull, lte, type SQL, sql } from "drizzle-orm";
import { writeNotice } from "@/db/commands/notices";
import { claims } from "@/db/schema/claims";
import { clocks } from "@/db/schema/clocks";
import { sellerNotices } from "@/db/schema/notices";
import { orders } from "@/db/schema/orders";
import { type Transaction, withScope } from "@/db/scope";
import type { JobScope } from "@/lib/auth/scope";
import { fromEpochMs, type Instant, toEpochMs } from "@/lib/calendar/instant";
import { localDay } from "@/lib/calendar/zone";

/** A bound passed longer ago is no news: the inbox shows it, and a mail for each would bury the fresh ones. */
const NEWS_MS = 7 * 86_400_000;
const BATCH = 200;

const lastDay = sql`((${clocks.effectiveDueBefore} - interval '1 millisecond') at time zone ${clocks.zone})::date`;
const localToday = (now: Instant) => sql`(${now}::timestamptz at time zone ${clocks.zone})::date`;

/** What is told of a clock, once each: its bound has passed, or its last day is today or tomorrow where it is counted. */
const STAGES = {
  overdue: {
    template: "clock_overdue",
    when: (now: Instant) =>
      and(lte(clocks.effectiveDueBefore, now), gt(clocks.effectiveDueBefore, fromEpochMs(toEpochMs(now) - NEWS_MS))),
  },
  due_today: {
    template: "clock_due_today",
    when: (now: Instant) => and(gt(clocks.effectiveDueBefore, now), sql`${lastDay} = ${localToday(now)}`),
  },
  due_tomorrow: {
    template: "clock_due_tomorrow",
    when: (now: Instant) => sql`${lastDay} = ${localToday(now)} + 1`,
  },
} as const satisfies Record<string, { readonly when: (now: Instant) => SQL | undefined; readonly template: string }>;

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
        when(now),
        sql`not exists (select from ${sellerNotices} where ${sellerNotices.dedupeKey} = ${dedupeKey})`,
      ),
    )
    .orderBy(asc(clocks.effectiveDueBefore), asc(clocks.id))
    .limit(BATCH);
  for (const { kind, zone, dueBefore, reference, orderNumber, ...notice } of found) {
    if (dueBefore === null) continue;
    const dueOn = { day: localDay(fromEpochMs(toEpochMs(dueBefore) - 1), zone) };
    const values = { reference, orderNumber, claimId: notice.claimId, clock: { clock: kind }, dueOn };
    await writeNotice(tx, { ...notice, template, values }, now);
  }
  return found.length;
}
