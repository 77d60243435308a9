import { lockClaim, settleClaim } from "@/db/commands/claim-state";
import { fulfilCommitments, readCommitments } from "@/db/commands/commitments";
import { readClocks } from "@/db/queries/clock-facts";
import { withScope } from "@/db/scope";
import type { OneSellerScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import { mayHandleClaims } from "@/lib/claims/permissions";
import { accepted, type Outcome, refused } from "@/lib/outcome";

export type KeepPromiseRefusal = "not_allowed" | "not_found" | "not_open" | "done_in_future";

/** Note that a promise was kept, with what shows it, where no refund, parcel or return would tell. */
export async function keepPromise(
  scope: OneSellerScope,
  input: {
    readonly claimId: string;
    readonly commitmentId: string;
    readonly reference: string;
    readonly doneAt: Instant;
  },
  now: Instant,
): Promise<Outcome<{ readonly claimId: string }, KeepPromiseRefusal>> {
  if (!mayHandleClaims(scope)) return refused("not_allowed");
  if (input.doneAt > now) return refused("done_in_future", { at: ["done_in_future"] });
  return withScope(scope, async (tx) => {
    const claim = await lockClaim(tx, scope.sellerId, input.claimId);
    const promises = claim && (await readCommitments(tx, scope.sellerId, claim.id));
    const promise = promises?.find(({ id }) => id === input.commitmentId);
    if (!claim || !promise) return refused("not_found");
    if (promise.status !== "open") return refused("not_open");
    const act = { sellerId: scope.sellerId, claimId: claim.id, actor: scope.actor, now };
    const evidence = { reference: input.reference, at: input.doneAt };
    const clocks = await readClocks(tx, scope.sellerId, claim.id);
    await fulfilCommitments(tx, act, { kinds: [promise.kind], evidence, clocks });
    await settleClaim(tx, act, claim.state);
    return accepted({ claimId: claim.id });
  });
}
