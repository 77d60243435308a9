import { and, eq, isNull, sql } from "drizzle-orm";
import { announceEscalation } from "@/db/commands/claim-mails";
import { type ClaimRow, lockClaim, settleClaim } from "@/db/commands/claim-state";
import { type ClaimAct, originOf } from "@/db/commands/clocks";
import { readCommitments } from "@/db/commands/commitments";
import { markFigures } from "@/db/commands/figure-marks";
import { appendEvent } from "@/db/commands/journal";
import { reopenLapsed } from "@/db/commands/lapsed-returns";
import { settleLinkLife } from "@/db/commands/link-life";
import { insertMessage, startNextReply } from "@/db/commands/messages";
import { type ClockRow, readClocks } from "@/db/queries/clock-facts";
import { getMarketplace } from "@/db/queries/policy";
import { claims } from "@/db/schema/claims";
import { memberships } from "@/db/schema/users";
import { type Transaction, withScope } from "@/db/scope";
import type { OneSellerScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import { mayBeAssigned, mayHandleClaims } from "@/lib/claims/permissions";
import { reopenedDetail } from "@/lib/compliance/dispute";
import { accepted, type Outcome, refused } from "@/lib/outcome";

type Act = {
  readonly claimId: string;
  readonly message?: string | undefined;
  /** Language the message is written in. */
  readonly locale?: string | undefined;
};
type Done = { readonly claimId: string };
export type LifeRefusal =
  | "not_allowed"
  | "not_found"
  | "claim_closed"
  | "claim_open"
  | "already_escalated"
  | "clock_running"
  | "promise_open"
  | "unknown_member";

export type ClosureReason = "settled" | "customer_satisfied" | "silent";

/** Close an answered claim. It never closes while a seller's clock or a promise is open. */
export async function closeClaim(
  scope: OneSellerScope,
  input: Act & { readonly reason: ClosureReason },
  now: Instant,
): Promise<Outcome<Done, LifeRefusal>> {
  return onClaim(scope, input.claimId, now, async (tx, act, claim) => {
    if (claim.state === "closed") return refused("claim_closed");
    const clocks = await readClocks(tx, act.sellerId, act.claimId);
    const promises = await readCommitments(tx, act.sellerId, act.claimId);
    // A refund that the law lets wait for goods which did not come is owed by nobody yet (C. conso. L221-24).
    const isGivenUp = promises.some(({ kind, status }) => kind === "return" && status === "lapsed");
    const isHeldBack = (clock: ClockRow) => isGivenUp && clock.suspendedBy !== null && clock.resumedAt === null;
    const running = clocks.filter((clock) => clock.whoseTurn === "seller" && !clock.stoppedAt && !clock.cancelledAt);
    if (!running.every(isHeldBack)) return refused("clock_running");
    if (promises.some((promise) => promise.status === "open")) return refused("promise_open");
    await closeNow(tx, act, claim, input.reason);
    return accepted({ claimId: act.claimId });
  });
}

/** Close a claim that was judged closable under its lock. */
export async function closeNow(tx: Transaction, act: ClaimAct, claim: ClaimRow, reason: ClosureReason): Promise<void> {
  await tx.update(claims).set({ state: "closed", closedAt: act.now, closureReason: reason }).where(ofClaim(act));
  await appendEvent(tx, { ...originOf(act), type: "claim_closed", payload: { reason } });
  await markFigures(tx, act, { at: act.now, facts: [{ measure: "claim_closed", detail: reason }] });
  await settleClaim(tx, act, "closed");
  await settleLinkLife(tx, { ...act, orderId: claim.orderId });
}

/** Either side may reopen; it is the seller's turn, under a new clock. */
export async function reopenClaim(
  scope: OneSellerScope,
  input: Act,
  now: Instant,
): Promise<Outcome<Done, LifeRefusal>> {
  return onClaim(scope, input.claimId, now, async (tx, act, claim) => {
    if (claim.state !== "closed") return refused("claim_open");
    await tx.update(claims).set({ state: "awaiting_seller", closedAt: null, closureReason: null }).where(ofClaim(act));
    await appendEvent(tx, { ...originOf(act), type: "claim_reopened", payload: { by: scope.kind } });
    await markReopened(tx, act, claim);
    await reopenLapsed(tx, act);
    await sayIt(tx, act, scope, input);
    await startNextReply(tx, act, claim, now);
    await settleClaim(tx, act, "awaiting_seller");
    await settleLinkLife(tx, { ...act, orderId: claim.orderId });
    return accepted({ claimId: act.claimId });
  });
}

/** Either side asks the operator for help, which is told. The seller's clocks go on: asking for help suspends nothing. */
export async function escalateClaim(
  scope: OneSellerScope,
  input: Act,
  now: Instant,
): Promise<Outcome<Done, LifeRefusal>> {
  return onClaim(scope, input.claimId, now, async (tx, act, claim) => {
    if (claim.state === "closed") return refused("claim_closed");
    if (claim.state === "escalated") return refused("already_escalated");
    await appendEvent(tx, { ...originOf(act), type: "claim_escalated", payload: { by: scope.kind } });
    await sayIt(tx, act, scope, input);
    await settleClaim(tx, act, "escalated");
    await announceEscalation(tx, act, { claim, by: scope.kind === "customer" ? "customer" : "seller" });
    return accepted({ claimId: act.claimId });
  });
}

export async function assignClaim(
  scope: OneSellerScope,
  input: { readonly claimId: string; readonly userId: string | null },
  now: Instant,
): Promise<Outcome<Done, LifeRefusal>> {
  if (!mayHandleClaims(scope)) return refused("not_allowed");
  return onClaim(scope, input.claimId, now, async (tx, act) => {
    if (input.userId && !(await isAssignable(tx, act.sellerId, input.userId))) return refused("unknown_member");
    await tx
      .update(claims)
      .set({ assignedTo: input.userId, revision: sql`${claims.revision} + 1`, updatedAt: now })
      .where(ofClaim(act));
    await appendEvent(tx, { ...originOf(act), type: "claim_assigned", payload: { userId: input.userId } });
    return accepted({ claimId: act.claimId });
  });
}

/** Under the day of the closure it takes back, so that both are counted in one window. */
async function markReopened(tx: Transaction, act: ClaimAct, { closedAt }: ClaimRow): Promise<void> {
  if (!closedAt) throw new Error(`Claim ${act.claimId} is closed without an instant`);
  const detail = reopenedDetail(closedAt, act.now, (await getMarketplace(tx)).zone);
  await markFigures(tx, act, { at: closedAt, facts: [{ measure: "claim_reopened", detail }] });
}

async function onClaim(
  scope: OneSellerScope,
  claimId: string,
  now: Instant,
  run: (tx: Transaction, act: ClaimAct, claim: ClaimRow) => Promise<Outcome<Done, LifeRefusal>>,
): Promise<Outcome<Done, LifeRefusal>> {
  if (scope.kind !== "customer" && !mayHandleClaims(scope)) return refused("not_allowed");
  return withScope(scope, async (tx) => {
    const claim = await lockClaim(tx, scope.sellerId, claimId);
    if (!claim) return refused("not_found");
    return run(tx, { sellerId: scope.sellerId, claimId, actor: scope.actor, now }, claim);
  });
}

async function sayIt(tx: Transaction, act: ClaimAct, scope: OneSellerScope, input: Act): Promise<void> {
  if (!input.message) return;
  const author = scope.kind === "customer" ? "customer" : "seller";
  await insertMessage(tx, act, {
    author,
    visibility: "conversation",
    body: input.message,
    locale: input.locale ?? "fr",
    sentAt: act.now,
  });
}

async function isAssignable(tx: Transaction, sellerId: string, userId: string): Promise<boolean> {
  const [member] = await tx
    .select({ role: memberships.role })
    .from(memberships)
    .where(and(eq(memberships.sellerId, sellerId), eq(memberships.userId, userId), isNull(memberships.revokedAt)));
  return member !== undefined && mayBeAssigned(member.role);
}

function ofClaim(act: ClaimAct) {
  return and(eq(claims.sellerId, act.sellerId), eq(claims.id, act.claimId));
}
