import { and, eq, inArray } from "drizzle-orm";
import { announceMessage } from "@/db/commands/claim-mails";
import { type ClaimRow, lockClaim, settleClaim } from "@/db/commands/claim-state";
import { type ClaimAct, originOf } from "@/db/commands/clocks";
import { type CommitmentRow, readCommitments, settleCommitments } from "@/db/commands/commitments";
import { correspondents } from "@/db/commands/correspondents";
import { appendEvent } from "@/db/commands/journal";
import { settleLinkLife } from "@/db/commands/link-life";
import { insertMessage } from "@/db/commands/messages";
import { type ClockRow, readClocks } from "@/db/queries/clock-facts";
import { getMarketplace } from "@/db/queries/policy";
import { claims } from "@/db/schema/claims";
import { mails } from "@/db/schema/mails";
import { commitments } from "@/db/schema/replies";
import { type Transaction, withScope } from "@/db/scope";
import type { OneSellerScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import { localDay } from "@/lib/calendar/zone";
import { mayHandleClaims } from "@/lib/claims/permissions";
import { accepted, type Outcome, refused } from "@/lib/outcome";
import { returnLapsesFrom } from "@/lib/replies/lapsed-return";

type OfPromise = { readonly claimId: string; readonly commitmentId: string };
type Done = { readonly claimId: string };
export type LapseRefusal =
  | "not_allowed"
  | "not_found"
  | "claim_closed"
  | "not_open"
  | "not_lapsed"
  | "too_early"
  | "not_reminded";

/**
 * The customer, reminded, did not send the goods back: nobody waits for them any more, nor for the refund that the law
 * lets wait for them (C. conso. L221-24, L217-17). The customer reads why; goods that come after all open both again.
 */
export async function lapseReturn(
  scope: Exclude<OneSellerScope, { kind: "customer" }>,
  input: OfPromise & { readonly message: string; readonly locale: string },
  now: Instant,
): Promise<Outcome<Done, LapseRefusal>> {
  return onReturn(scope, input, now, async (tx, act, { claim, promise, rows }) => {
    if (promise.status !== "open") return refused("not_open");
    const today = localDay(now, (await getMarketplace(tx)).zone);
    if (!promise.dueOn || today < returnLapsesFrom(promise.dueOn)) return refused("too_early");
    if (!(await isReminded(tx, act, claim, promise))) return refused("not_reminded");
    const clocks = await readClocks(tx, act.sellerId, act.claimId);
    const waiting = rows.filter((row) => waitsForGoods(row, promise, clocks));
    await settleCommitments(tx, act, { rows: [promise, ...waiting], to: "lapsed" });
    const { message: body, locale } = input;
    const message = { author: "seller", visibility: "conversation", body, locale, sentAt: now } as const;
    const messageId = await insertMessage(tx, act, message);
    await settleClaim(tx, act, claim.state);
    await announceMessage(tx, act, { claim, messageId, author: "seller" });
    return accepted({ claimId: act.claimId });
  });
}

/** The goods are awaited again, and the refund with them. */
export async function awaitReturnAgain(
  scope: Exclude<OneSellerScope, { kind: "customer" }>,
  input: OfPromise,
  now: Instant,
): Promise<Outcome<Done, LapseRefusal>> {
  return onReturn(scope, input, now, async (tx, act, { claim, promise, rows }) => {
    if (promise.status !== "lapsed") return refused("not_lapsed");
    await settleCommitments(tx, act, { rows: rows.filter(({ status }) => status === "lapsed"), to: "open" });
    await settleClaim(tx, act, claim.state);
    return accepted({ claimId: act.claimId });
  });
}

/** A claim that opens again awaits what it awaited. */
export async function reopenLapsed(tx: Transaction, act: ClaimAct): Promise<void> {
  const rows = await readCommitments(tx, act.sellerId, act.claimId);
  await settleCommitments(tx, act, { rows: rows.filter(({ status }) => status === "lapsed"), to: "open" });
}

/** Goods came that nobody awaited any more: their claims are open again, and so are their promises. */
export async function reopenForGoods(
  tx: Transaction,
  order: Omit<ClaimAct, "claimId"> & { readonly orderId: string },
): Promise<void> {
  const { orderId, ...origin } = order;
  const lapsed = await tx
    .selectDistinct({ claimId: claims.id, state: claims.state })
    .from(commitments)
    .innerJoin(claims, and(eq(claims.sellerId, commitments.sellerId), eq(claims.id, commitments.claimId)))
    .where(and(eq(claims.sellerId, order.sellerId), eq(claims.orderId, orderId), ofLapsedReturn));
  for (const { claimId, state } of lapsed) {
    const act = { ...origin, claimId };
    if (state === "closed") await reopenClosed(tx, act, orderId);
    await reopenLapsed(tx, act);
  }
}

const ofLapsedReturn = and(eq(commitments.kind, "return"), eq(commitments.status, "lapsed"));

async function reopenClosed(tx: Transaction, act: ClaimAct, orderId: string): Promise<void> {
  await tx
    .update(claims)
    .set({ closedAt: null, closureReason: null, state: "awaiting_seller" })
    .where(and(eq(claims.sellerId, act.sellerId), inArray(claims.id, [act.claimId])));
  await appendEvent(tx, { ...originOf(act), type: "claim_reopened", payload: { by: "goods" } });
  await settleClaim(tx, act, "awaiting_seller");
  await settleLinkLife(tx, { ...act, orderId });
}

type OnReturn = { readonly claim: ClaimRow; readonly promise: CommitmentRow; readonly rows: readonly CommitmentRow[] };

async function onReturn(
  scope: Exclude<OneSellerScope, { kind: "customer" }>,
  { claimId, commitmentId }: OfPromise,
  now: Instant,
  run: (tx: Transaction, act: ClaimAct, found: OnReturn) => Promise<Outcome<Done, LapseRefusal>>,
): Promise<Outcome<Done, LapseRefusal>> {
  if (!mayHandleClaims(scope)) return refused("not_allowed");
  return withScope(scope, async (tx) => {
    const claim = await lockClaim(tx, scope.sellerId, claimId);
    const rows = claim ? await readCommitments(tx, scope.sellerId, claim.id) : [];
    const promise = rows.find(({ id, kind }) => id === commitmentId && kind === "return");
    if (!claim || !promise) return refused("not_found");
    if (claim.state === "closed") return refused("claim_closed");
    return run(tx, { sellerId: scope.sellerId, claimId, actor: scope.actor, now }, { claim, promise, rows });
  });
}

/** A refund of the same answer that is not due before the goods are back; a repair or an exchange stays promised. */
function waitsForGoods(row: CommitmentRow, promise: CommitmentRow, clocks: readonly ClockRow[]): boolean {
  if (row.replyId !== promise.replyId || row.kind !== "refund" || row.status !== "open") return false;
  const clock = clocks.find(({ id }) => id === row.clockId);
  return !clock || (clock.suspendedBy !== null && clock.resumedAt === null);
}

/** By the mail that goes out before the last day; a customer without an address can be sent none. */
async function isReminded(tx: Transaction, act: ClaimAct, claim: ClaimRow, promise: CommitmentRow): Promise<boolean> {
  const { customerEmail } = await correspondents(tx, act.sellerId, claim.orderId);
  if (!customerEmail) return true;
  const key = `claim:${act.claimId}:reminder:commitment:${promise.id}:customer`;
  const sent = await tx
    .select({ id: mails.id })
    .from(mails)
    .where(and(eq(mails.sellerId, act.sellerId), eq(mails.dedupeKey, key)))
    .limit(1);
  return sent.length > 0;
}
