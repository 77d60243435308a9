import { and, eq, gte, inArray, isNotNull, isNull, notInArray, sql } from "drizzle-orm";
import { cancelClock, stopClock } from "@/db/commands/clocks";
import type { Evidence } from "@/db/commands/commitments";
import {
  actOn,
  type Deed,
  type FulfilledCommitment,
  keepPromises,
  lockOpenClaims,
  type OpenClaim,
  openPromises,
  settleAll,
} from "@/db/commands/deeds";
import { readClocks } from "@/db/queries/clock-facts";
import { orderTotalCents, readOrderFacts } from "@/db/queries/order-facts";
import { claimLines, claims } from "@/db/schema/claims";
import { orderRefunds } from "@/db/schema/order-money";
import { orderLines } from "@/db/schema/orders";
import { commitments } from "@/db/schema/replies";
import type { Transaction } from "@/db/scope";
import { type Instant, latest } from "@/lib/calendar/instant";
import type { DeadlineKind } from "@/lib/deadlines/rule";
import type { RefundColumns } from "@/lib/orders/columns";
import type { CommitmentKind } from "@/lib/replies/commitment";

const REFUND_PROMISES: readonly CommitmentKind[] = ["refund", "price_reduction", "return_cost", "goodwill"];
const REFUND_CLOCKS: readonly DeadlineKind[] = ["withdrawal_refund", "delivery_refund", "conformity_refund"];

/**
 * Refunds that were paid keep the promises their amounts cover, the most urgent first; a refund clock without a
 * promise is met once everything the claim is about is paid back. A refund carried out with evidence ends the
 * clock of the proof of delivery.
 */
export async function applyRefunds(
  tx: Transaction,
  deed: Deed,
  refunds: readonly RefundColumns[],
): Promise<readonly FulfilledCommitment[]> {
  const open = await lockOpenClaims(tx, deed);
  const done: FulfilledCommitment[] = [];
  for (const refund of refunds) {
    const promises = covered(await openPromises(tx, deed, open, REFUND_PROMISES), refund);
    const evidence = { reference: refund.reference, at: refund.paidAt };
    done.push(...(await keepPromises(tx, deed, open, { promises, evidence })));
    done.push(...(await keepPaidUp(tx, deed, open, evidence)));
  }
  await meetRefundClocks(tx, deed, open, done);
  await settleAll(tx, deed, open);
  return done;
}

type Promised = { readonly id: string; readonly claimId: string; readonly amountCents: number | null };

/** A promise without an amount takes what the others leave. */
function covered(promises: readonly Promised[], { amountCents, shippingCents }: RefundColumns): readonly Promised[] {
  let left = amountCents + shippingCents;
  const byAmount = [...promises].sort(
    (one, other) => Number(one.amountCents === null) - Number(other.amountCents === null),
  );
  return byAmount.filter((promise) => {
    const asked = promise.amountCents ?? left;
    if (left <= 0 || asked > left) return false;
    left -= asked;
    return true;
  });
}

/** Promises that several refunds cover: what was paid since each was made, less what other promises took of it. */
async function keepPaidUp(
  tx: Transaction,
  deed: Deed,
  open: readonly OpenClaim[],
  evidence: Evidence,
): Promise<readonly FulfilledCommitment[]> {
  const done: FulfilledCommitment[] = [];
  for (const promise of await openPromises(tx, deed, open, REFUND_PROMISES)) {
    const isPaid =
      promise.amountCents !== null && (await leftSince(tx, deed, promise.createdAt)) >= promise.amountCents;
    if (isPaid) done.push(...(await keepPromises(tx, deed, open, { promises: [promise], evidence })));
  }
  return done;
}

/** Refunds of the order from an instant on that no promise took, in cents. A form tells instants to the minute. */
async function leftSince(tx: Transaction, { sellerId, orderId }: Deed, madeAt: Instant): Promise<number> {
  const since = sql`date_trunc('minute', ${madeAt}::timestamptz)`;
  const kept = and(
    eq(commitments.sellerId, sellerId),
    eq(claims.orderId, orderId),
    inArray(commitments.kind, [...REFUND_PROMISES]),
    gte(commitments.doneAt, since),
  );
  const ofClaim = and(eq(claims.sellerId, commitments.sellerId), eq(claims.id, commitments.claimId));
  // A promise without an amount took the whole of its refund.
  const wholeRefunds = tx
    .select({ reference: commitments.doneEvidence })
    .from(commitments)
    .innerJoin(claims, ofClaim)
    .where(and(kept, isNull(commitments.amountCents), isNotNull(commitments.doneEvidence)));
  const [paid] = await tx
    .select({ cents: sql<number>`coalesce(sum(${orderRefunds.amountCents} + ${orderRefunds.shippingCents}), 0)::int` })
    .from(orderRefunds)
    .where(
      and(
        eq(orderRefunds.sellerId, sellerId),
        eq(orderRefunds.orderId, orderId),
        gte(orderRefunds.paidAt, since),
        notInArray(orderRefunds.reference, wholeRefunds),
      ),
    );
  const [taken] = await tx
    .select({ cents: sql<number>`coalesce(sum(${commitments.amountCents}), 0)::int` })
    .from(commitments)
    .innerJoin(claims, ofClaim)
    .where(kept);
  return (paid?.cents ?? 0) - (taken?.cents ?? 0);
}

async function meetRefundClocks(
  tx: Transaction,
  deed: Deed,
  open: readonly OpenClaim[],
  done: readonly FulfilledCommitment[],
): Promise<void> {
  const facts = await readOrderFacts(tx, deed.sellerId, deed.orderId);
  if (!facts) return;
  const paidCents = facts.refunds.reduce((sum, refund) => sum + refund.amountCents + refund.shippingCents, 0);
  const lastPaidAt = facts.refunds.reduce<Instant | undefined>(
    (last, { paidAt }) => (last === undefined ? paidAt : latest(last, paidAt)),
    undefined,
  );
  for (const claim of open) {
    const act = actOn(deed, claim.id);
    const isPaidBack = paidCents >= ((await claimedCents(tx, claim)) ?? orderTotalCents(facts));
    const isKept = done.some((commitment) => commitment.claimId === claim.id);
    for (const clock of await readClocks(tx, deed.sellerId, claim.id)) {
      if (isPaidBack && lastPaidAt && REFUND_CLOCKS.includes(clock.kind)) await stopClock(tx, act, clock, lastPaidAt);
      if ((isPaidBack || isKept) && clock.kind === "proof_of_delivery") {
        await cancelClock(tx, act, clock, "refund_or_reshipment_done", lastPaidAt);
      }
    }
  }
}

/** What the claimed lines cost, in cents; undefined when the claim is about the whole order. */
async function claimedCents(tx: Transaction, claim: OpenClaim): Promise<number | undefined> {
  const rows = await tx
    .select({ quantity: claimLines.quantity, unitPriceCents: orderLines.unitPriceCents })
    .from(claimLines)
    .innerJoin(orderLines, and(eq(orderLines.sellerId, claimLines.sellerId), eq(orderLines.id, claimLines.orderLineId)))
    .where(and(eq(claimLines.sellerId, claim.sellerId), eq(claimLines.claimId, claim.id)));
  return rows.length === 0 ? undefined : rows.reduce((sum, row) => sum + row.quantity * row.unitPriceCents, 0);
}
