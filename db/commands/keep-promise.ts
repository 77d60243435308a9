import { lockClaim, settleClaim } from "@/db/commands/claim-state";
import { type ClaimAct, cancelClock } from "@/db/commands/clocks";
import { type CommitmentRow, fulfilCommitments, readCommitments } from "@/db/commands/commitments";
import { type ClockRow, readClocks } from "@/db/queries/clock-facts";
import { type Transaction, withScope } from "@/db/scope";
import type { OneSellerScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import { mayHandleClaims } from "@/lib/claims/permissions";
import { accepted, type Outcome, refused } from "@/lib/outcome";
import type { CommitmentKind } from "@/lib/replies/commitment";

export type KeepPromiseRefusal = "not_allowed" | "not_found" | "not_open" | "done_in_future" | "less_than_promised";

export type KeptPromise = {
  readonly claimId: string;
  readonly commitmentId: string;
  /** What shows it: a payment's or a parcel's reference, or the seller's own note. */
  readonly reference: string;
  readonly doneAt: Instant;
  /** What was paid, in cents, where money was promised. */
  readonly amountCents?: number;
};

/**
 * Note that one promise was kept, with what shows it: where no refund, parcel or return would tell, or where the
 * order knew of it before the promise was made.
 */
export async function keepPromise(
  scope: OneSellerScope,
  kept: KeptPromise,
  now: Instant,
): Promise<Outcome<{ readonly claimId: string }, KeepPromiseRefusal>> {
  if (!mayHandleClaims(scope)) return refused("not_allowed");
  if (kept.doneAt > now) return refused("done_in_future", { at: ["done_in_future"] });
  return withScope(scope, async (tx) => {
    const claim = await lockClaim(tx, scope.sellerId, kept.claimId);
    const promises = claim && (await readCommitments(tx, scope.sellerId, claim.id));
    const promise = promises?.find(({ id }) => id === kept.commitmentId);
    if (!claim || !promise) return refused("not_found");
    if (promise.status !== "open") return refused("not_open");
    if (isTooLittle(promise, kept)) return refused("less_than_promised", { amountCents: ["less_than_promised"] });
    const act = { sellerId: scope.sellerId, claimId: claim.id, actor: scope.actor, now };
    const evidence = { reference: kept.reference, at: kept.doneAt };
    const clocks = await readClocks(tx, scope.sellerId, claim.id);
    await fulfilCommitments(tx, act, { keeps: ({ id }) => id === promise.id, evidence, clocks });
    if (ENDS_PROOF_CLOCK.includes(promise.kind)) await endProofClocks(tx, act, clocks, kept.doneAt);
    await settleClaim(tx, act, claim.state);
    return accepted({ claimId: claim.id });
  });
}

function isTooLittle(promise: CommitmentRow, { amountCents }: KeptPromise): boolean {
  return amountCents !== undefined && promise.amountCents !== null && amountCents < promise.amountCents;
}

const ENDS_PROOF_CLOCK: readonly CommitmentKind[] = ["refund", "reshipment"];

/** A refund or a re-shipment carried out with evidence: no proof of the first delivery is owed any more. */
async function endProofClocks(tx: Transaction, act: ClaimAct, clocks: readonly ClockRow[], at: Instant): Promise<void> {
  for (const clock of clocks) {
    if (clock.kind === "proof_of_delivery") await cancelClock(tx, act, clock, "refund_or_reshipment_done", at);
  }
}
