import { and, asc, eq, gt, isNull, lte, sql } from "drizzle-orm";
import { queueMail } from "@/db/commands/mails";
import { claims } from "@/db/schema/claims";
import { clocks } from "@/db/schema/clocks";
import { mails } from "@/db/schema/mails";
import { orders } from "@/db/schema/orders";
import { sellers } from "@/db/schema/sellers";
import { memberships, users } from "@/db/schema/users";
import { type Transaction, withScope } from "@/db/scope";
import type { JobScope } from "@/lib/auth/scope";
import { fromEpochMs, type Instant, toEpochMs } from "@/lib/calendar/instant";
import { localDay } from "@/lib/calendar/zone";

/** A bound passed longer ago is no news: the inbox shows it, and a mail for each would bury the fresh ones. */
const NEWS_MS = 7 * 86_400_000;
const BATCH = 200;

/**
 * One mail for each of the seller's clocks whose bound has passed without an answer, to the seller's after-sales
 * address, or to its first owner while it has none. Run as often as you like: a clock is told once.
 *
 * @returns how many mails are new
 */
export async function queueOverdueMails(
  scope: Extract<JobScope, { readonly kind: "sweep" }>,
  now: Instant,
): Promise<number> {
  let queued = 0;
  for (;;) {
    const found = await withScope(scope, (tx) => queueBatch(tx, now));
    queued += found;
    if (found < BATCH) return queued;
  }
}

const owner = sql`(
  select ${users.email} from ${memberships} join ${users} on ${users.id} = ${memberships.userId}
  where ${memberships.sellerId} = ${sellers.id} and ${memberships.role} = 'owner' and ${memberships.revokedAt} is null
    and ${users.disabledAt} is null
  order by ${memberships.createdAt} limit 1)`;
const recipient = sql<string>`coalesce(${sellers.contact} ->> 'email', ${owner})`;
const dedupeKey = sql<string>`'claim:' || ${clocks.claimId} || ':clock:' || ${clocks.id} || ':overdue:seller'`;

async function queueBatch(tx: Transaction, now: Instant): Promise<number> {
  const overdue = await tx
    .select({
      sellerId: clocks.sellerId,
      claimId: clocks.claimId,
      kind: clocks.kind,
      zone: clocks.zone,
      dueBefore: clocks.effectiveDueBefore,
      reference: claims.reference,
      orderNumber: orders.number,
      dedupeKey,
      recipient,
    })
    .from(clocks)
    .innerJoin(claims, and(eq(claims.sellerId, clocks.sellerId), eq(claims.id, clocks.claimId)))
    .innerJoin(orders, and(eq(orders.sellerId, claims.sellerId), eq(orders.id, claims.orderId)))
    .innerJoin(sellers, eq(sellers.id, clocks.sellerId))
    .where(
      and(
        eq(clocks.whoseTurn, "seller"),
        isNull(clocks.stoppedAt),
        isNull(clocks.cancelledAt),
        lte(clocks.effectiveDueBefore, now),
        gt(clocks.effectiveDueBefore, fromEpochMs(toEpochMs(now) - NEWS_MS)),
        sql`${recipient} is not null`,
        sql`not exists (select from ${mails} where ${mails.dedupeKey} = ${dedupeKey})`,
      ),
    )
    .orderBy(asc(clocks.effectiveDueBefore), asc(clocks.id))
    .limit(BATCH);
  for (const { kind, zone, dueBefore, reference, orderNumber, ...mail } of overdue) {
    if (dueBefore === null) continue;
    const lastDay = localDay(fromEpochMs(toEpochMs(dueBefore) - 1), zone);
    const values = { reference, orderNumber, claimId: mail.claimId, clock: { clock: kind }, dueOn: { day: lastDay } };
    await queueMail(tx, { ...mail, template: "clock_overdue", values, locale: "fr" }, now);
  }
  return overdue.length;
}
