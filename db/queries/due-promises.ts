import { and, asc, eq, isNotNull, or, type SQL, sql } from "drizzle-orm";
import { matchesWords } from "@/db/queries/inbox";
import { getMarketplace } from "@/db/queries/policy";
import { claims } from "@/db/schema/claims";
import { clocks } from "@/db/schema/clocks";
import { orders } from "@/db/schema/orders";
import { commitments } from "@/db/schema/replies";
import { type Transaction, withScope } from "@/db/scope";
import type { SellerScope } from "@/lib/auth/scope";
import { addDays, type IsoDate } from "@/lib/calendar/civil-day";
import type { Instant } from "@/lib/calendar/instant";
import { localDay } from "@/lib/calendar/zone";
import type { Situation } from "@/lib/claims/claim";
import type { PromiseCursor } from "@/lib/replies/promise-cursor";

/** What narrows the promises due. */
export type PromiseNarrowing = {
  /** Due by yesterday, by today, or by tomorrow, on the marketplace's calendar. */
  readonly by: "yesterday" | "today" | "tomorrow";
  readonly situation?: Situation | undefined;
  /** Part of an order number, a reference, the customer's name or a tracking number. */
  readonly words?: string | undefined;
};

export type PromiseFilter = PromiseNarrowing & {
  readonly limit: number;
  readonly after?: PromiseCursor | undefined;
};

const DAYS_AHEAD = { yesterday: -1, today: 0, tomorrow: 1 } as const;

const backOn = sql`(${clocks.resumedAt} at time zone ${clocks.zone})::date`;

/** The day by which an open promise has to be kept; null while the law holds it back. The same as `promiseDueOn`. */
const dueDay = sql<IsoDate>`(case
  when ${clocks.suspendedBy} is null then least(${commitments.dueOn}, ${clocks.dueOn})
  when ${clocks.resumedAt} < ${clocks.dueBefore} then least(${clocks.dueOn}, greatest(${commitments.dueOn}, ${backOn}))
  when ${clocks.resumedAt} is not null then ${backOn}
end)::text`;

/** Promises of one seller whose day has come, the oldest first. */
export async function listDuePromises(scope: SellerScope, filter: PromiseFilter, now: Instant) {
  return withScope(scope, async (tx) => {
    const { zone } = await getMarketplace(tx);
    const rows = await tx
      .select({
        id: commitments.id,
        claimId: commitments.claimId,
        kind: commitments.kind,
        amountCents: commitments.amountCents,
        dueOn: dueDay,
        currency: orders.currency,
        orderNumber: orders.number,
        customerName: orders.customerName,
        reference: claims.reference,
        situation: claims.situation,
        phase: claims.phase,
      })
      .from(commitments)
      .innerJoin(claims, and(eq(claims.sellerId, commitments.sellerId), eq(claims.id, commitments.claimId)))
      .innerJoin(orders, and(eq(orders.sellerId, claims.sellerId), eq(orders.id, claims.orderId)))
      .leftJoin(clocks, besideClock)
      .where(and(...due(tx, scope, filter, localDay(now, zone)), filter.after && afterCursor(filter.after)))
      .orderBy(asc(dueDay), asc(commitments.id))
      .limit(filter.limit);
    return { rows, zone };
  });
}

export type DuePromise = Awaited<ReturnType<typeof listDuePromises>>["rows"][number];

/** How many promises are due; without a narrowing, today or before. */
export async function countDuePromises(
  scope: SellerScope,
  now: Instant,
  narrowing: PromiseNarrowing = { by: "today" },
): Promise<number> {
  return withScope(scope, async (tx) => {
    const { zone } = await getMarketplace(tx);
    const [row] = await tx
      .select({ count: sql<number>`count(*)::int` })
      .from(commitments)
      .innerJoin(claims, and(eq(claims.sellerId, commitments.sellerId), eq(claims.id, commitments.claimId)))
      .innerJoin(orders, and(eq(orders.sellerId, claims.sellerId), eq(orders.id, claims.orderId)))
      .leftJoin(clocks, besideClock)
      .where(and(...due(tx, scope, narrowing, localDay(now, zone))));
    return row?.count ?? 0;
  });
}

const besideClock = and(eq(clocks.sellerId, commitments.sellerId), eq(clocks.id, commitments.clockId));

function due(tx: Transaction, scope: SellerScope, narrowing: PromiseNarrowing, today: IsoDate): (SQL | undefined)[] {
  const { by, situation, words } = narrowing;
  const last = addDays(today, DAYS_AHEAD[by]);
  return [
    eq(commitments.sellerId, scope.sellerId),
    eq(commitments.status, "open"),
    isNotNull(commitments.dueOn),
    sql`${dueDay} <= ${last}`,
    situation && eq(claims.situation, situation),
    words ? matchesWords(tx, scope.sellerId, words) : undefined,
  ];
}

function afterCursor({ dueOn, id }: PromiseCursor): SQL | undefined {
  return or(sql`${dueDay} > ${dueOn}`, sql`${dueDay} = ${dueOn} and ${commitments.id} > ${id}`);
}
