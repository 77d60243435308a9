import { and, asc, between, eq, inArray, isNull, lt, sql } from "drizzle-orm";
import { remindCustomer } from "@/db/commands/later-mails";
import { getMarketplace } from "@/db/queries/policy";
import { claims } from "@/db/schema/claims";
import { mails } from "@/db/schema/mails";
import { commitments, replies } from "@/db/schema/replies";
import { type Transaction, withScope } from "@/db/scope";
import type { JobScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import { type DueReminders, dueReminders } from "@/lib/notifications/rules";
import { acceptanceOf, SOLUTIONS } from "@/lib/replies/solution";

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
  const { decisions, returns } = await withScope(scope, async (tx) => {
    const due = dueReminders(now, (await getMarketplace(tx)).zone);
    return { decisions: await listAwaitedDecisions(tx, due), returns: await listAwaitedReturns(tx, due) };
  });
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

async function listAwaitedDecisions(tx: Transaction, due: DueReminders): Promise<readonly Reminder[]> {
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
        isNull(replies.withdrawnAt),
        lt(replies.visibleAt, due.answersShownBefore),
        sql`not exists (select from ${replies} later where later.seller_id = ${replies.sellerId}
          and later.claim_id = ${replies.claimId} and later.status = 'sent' and later.sent_at > ${replies.sentAt})`,
        isNotReminded(stage),
      ),
    )
    .orderBy(asc(replies.visibleAt), asc(replies.id))
    .limit(BATCH);
}

async function listAwaitedReturns(tx: Transaction, due: DueReminders): Promise<readonly Reminder[]> {
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
        between(commitments.dueOn, due.returnsDueFrom, due.returnsDueUntil),
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
