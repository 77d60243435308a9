import { and, eq } from "drizzle-orm";
import { cancelClock, stopClock } from "@/db/commands/clocks";
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
import { claimLines } from "@/db/schema/claims";
import { orderLines } from "@/db/schema/orders";
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
