import { and, asc, eq, inArray, isNull, lt, lte, sql } from "drizzle-orm";
import { remindCustomer } from "@/db/commands/later-mails";
import { claims } from "@/db/schema/claims";
import { mails } from "@/db/schema/mails";
import { commitments, replies } from "@/db/schema/replies";
import { type Transaction, withScope } from "@/db/scope";
import type { JobScope } from "@/lib/auth/scope";
import { fromEpochMs, type Instant, toEpochMs } from "@/lib/calendar/instant";
import { acceptanceOf, SOLUTIONS } from "@/lib/replies/solution";

/** An answer that waits for a yes or a no is recalled this long after it was given (assumed). */
const DECISION_AFTER_MS = 3 * 86_400_000;
/** A parcel to send back is recalled on the second day before its last (assumed). */
const RETURN_DAYS_BEFORE = 2;
const BATCH = 200;

const DECIDED = SOLUTIONS.filter((solution) => acceptanceOf(solution) !== "none");

type SweepScope = Extract<JobScope, { readonly kind: "sweep" }>;
type Reminder = {
  readonly sellerId: string;
  readonly claimId: string;
  readonly orderId: string;
  readonly reference: string;
  readonly stage: string;
  readonly dueOn?: string;
};

/** Remind customers of what they were asked, once for each question, while the claim waits for them. */
export async function remindCustomers(scope: SweepScope, now: Instant): Promise<number> {
  const decisions = await withScope(scope, (tx) => listAwaitedDecisions(tx, now));
  const returns = await withScope(scope, (tx) => listAwaitedReturns(tx, now));
  const asked = [
    ...decisions.map((reminder) => ({ ...reminder, asked: "decision" as const })),
    ...returns.map((reminder) => ({ ...reminder, asked: "return" as const })),
  ];
  for (const { sellerId, claimId, ...reminder } of asked) {
    const act = { sellerId, claimId, actor: scope.actor, now };
    await withScope(scope, (tx) => remindCustomer(tx, act, reminder));
  }
  return asked.length;
}

const columns = {
  sellerId: claims.sellerId,
  claimId: claims.id,
  orderId: claims.orderId,
  reference: claims.reference,
};

async function listAwaitedDecisions(tx: Transaction, now: Instant): Promise<readonly Reminder[]> {
  const stage = sql<string>`'reply:' || ${replies.id}`;
  return tx
    .select({ ...columns, stage })
    .from(replies)
    .innerJoin(claims, and(eq(claims.sellerId, replies.sellerId), eq(claims.id, replies.claimId)))
    .where(
      and(
        eq(claims.state, "awaiting_customer"),
        eq(replies.status, "sent"),
        inArray(replies.solution, DECIDED),
        isNull(replies.customerAnswer),
        lt(replies.visibleAt, fromEpochMs(toEpochMs(now) - DECISION_AFTER_MS)),
        sql`not exists (select from ${replies} later where later.seller_id = ${replies.sellerId}
          and later.claim_id = ${replies.claimId} and later.status = 'sent' and later.sent_at > ${replies.sentAt})`,
        isNotReminded(stage),
      ),
    )
    .orderBy(asc(replies.visibleAt), asc(replies.id))
    .limit(BATCH);
}

async function listAwaitedReturns(tx: Transaction, now: Instant): Promise<readonly Reminder[]> {
  const stage = sql<string>`'commitment:' || ${commitments.id}`;
  const found = await tx
    .select({ ...columns, stage, dueOn: commitments.dueOn })
    .from(commitments)
    .innerJoin(claims, and(eq(claims.sellerId, commitments.sellerId), eq(claims.id, commitments.claimId)))
    .where(
      and(
        eq(commitments.kind, "return"),
        eq(commitments.status, "open"),
        sql`${claims.state} <> 'closed'`,
        lte(
          commitments.dueOn,
          sql`(${now}::timestamptz at time zone 'Europe/Paris')::date + ${RETURN_DAYS_BEFORE}::int`,
        ),
        sql`${commitments.dueOn} >= (${now}::timestamptz at time zone 'Europe/Paris')::date`,
        isNotReminded(stage),
      ),
    )
    .orderBy(asc(commitments.dueOn), asc(commitments.id))
    .limit(BATCH);
  return found.flatMap(({ dueOn, ...reminder }) => (dueOn ? [{ ...reminder, dueOn }] : []));
}

function isNotReminded(stage: ReturnType<typeof sql<string>>) {
  return sql`not exists (select from ${mails}
    where ${mails.dedupeKey} = 'claim:' || ${claims.id} || ':reminder:' || ${stage} || ':customer')`;
}
