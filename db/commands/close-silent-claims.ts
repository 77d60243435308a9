import { and, asc, desc, eq, inArray, max, notInArray, sql } from "drizzle-orm";
import { closeNow } from "@/db/commands/claim-life";
import { announceClosure } from "@/db/commands/claim-mails";
import { type ClaimRow, lockClaim } from "@/db/commands/claim-state";
import { readCommitments } from "@/db/commands/commitments";
import { readClocks } from "@/db/queries/clock-facts";
import { getMarketplace, getPolicy } from "@/db/queries/policy";
import { claims } from "@/db/schema/claims";
import { events } from "@/db/schema/journal";
import { messages } from "@/db/schema/messages";
import { replies } from "@/db/schema/replies";
import { type Transaction, withScope } from "@/db/scope";
import type { JobScope } from "@/lib/auth/scope";
import { type Instant, latest } from "@/lib/calendar/instant";
import { closesBySilence } from "@/lib/claims/silence";
import type { EventType } from "@/lib/journal/event";

/** What nobody outside the seller's team hears of, or what only the machine did. */
const NO_NEWS: readonly EventType[] = ["claim_assigned", "note_added", "clock_moved", "document_verified"];

type SweepScope = Extract<JobScope, { readonly kind: "sweep" }>;
type Candidate = { readonly sellerId: string; readonly claimId: string };

/** Claims that wait for their customer, by seller and identifier after the last one read. */
export async function listWaitingClaims(
  scope: SweepScope,
  after: Candidate | undefined,
  limit: number,
): Promise<readonly Candidate[]> {
  const rest = after ? sql`(${claims.sellerId}, ${claims.id}) > (${after.sellerId}, ${after.claimId})` : undefined;
  return withScope(scope, (tx) =>
    tx
      .select({ sellerId: claims.sellerId, claimId: claims.id })
      .from(claims)
      .where(and(eq(claims.state, "awaiting_customer"), rest))
      .orderBy(asc(claims.sellerId), asc(claims.id))
      .limit(limit),
  );
}

/**
 * Close a claim of which nothing was heard for the time its policy gives, and tell its customer that they may reopen
 * it. All is judged anew under the claim's lock: whatever came in meanwhile keeps it open.
 */
export async function closeSilentClaim(
  scope: Extract<JobScope, { readonly kind: "job" }>,
  claimId: string,
  now: Instant,
): Promise<"closed" | "kept"> {
  return withScope(scope, async (tx) => {
    const claim = await lockClaim(tx, scope.sellerId, claimId);
    if (!claim || !(await isSilent(tx, claim, now))) return "kept";
    const act = { sellerId: scope.sellerId, claimId, actor: scope.actor, now };
    await closeNow(tx, act, claim, "silent");
    await announceClosure(tx, act, claim);
    return "closed";
  });
}

async function isSilent(tx: Transaction, claim: ClaimRow, now: Instant): Promise<boolean> {
  const { sellerId, id, state } = claim;
  const policy = await getPolicy(tx, claim.policyVersion);
  const { zone } = await getMarketplace(tx);
  const lastAnsweredAt = latestOf(await lastReply(tx, claim), await lastMessage(tx, claim, ["seller", "operator"]));
  const facts = {
    state,
    clocks: await readClocks(tx, sellerId, id),
    commitments: await readCommitments(tx, sellerId, id),
    lastNewsAt: await lastNews(tx, claim),
    lastWrittenAt: await lastMessage(tx, claim, ["customer"]),
    lastAnsweredAt,
  };
  return closesBySilence(facts, { days: policy.content.closeAfterSilentDays, zone }, now);
}

async function lastNews(tx: Transaction, claim: ClaimRow): Promise<Instant> {
  const [row] = await tx
    .select({ at: max(events.at) })
    .from(events)
    .where(and(eq(events.streamKind, "claim"), eq(events.streamId, claim.id), notInArray(events.type, [...NO_NEWS])));
  return row?.at ?? claim.openedAt;
}

async function lastReply(tx: Transaction, claim: ClaimRow): Promise<Instant | null> {
  const [reply] = await tx
    .select({ at: replies.sentAt })
    .from(replies)
    .where(and(eq(replies.sellerId, claim.sellerId), eq(replies.claimId, claim.id), eq(replies.status, "sent")))
    .orderBy(desc(replies.sentAt))
    .limit(1);
  return reply?.at ?? null;
}

async function lastMessage(
  tx: Transaction,
  claim: ClaimRow,
  authors: readonly (typeof messages.$inferSelect.author)[],
): Promise<Instant | null> {
  const [message] = await tx
    .select({ at: messages.sentAt })
    .from(messages)
    .where(
      and(
        eq(messages.sellerId, claim.sellerId),
        eq(messages.claimId, claim.id),
        eq(messages.visibility, "conversation"),
        inArray(messages.author, [...authors]),
      ),
    )
    .orderBy(desc(messages.sentAt))
    .limit(1);
  return message?.at ?? null;
}

function latestOf(one: Instant | null, other: Instant | null): Instant | null {
  if (one === null || other === null) return one ?? other;
  return latest(one, other);
}
