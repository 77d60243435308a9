import { and, eq, sql } from "drizzle-orm";
import type { ClaimAct } from "@/db/commands/clocks";
import { readClocks } from "@/db/queries/clock-facts";
import { claims } from "@/db/schema/claims";
import type { Transaction } from "@/db/scope";
import type { ClaimState } from "@/lib/claims/claim";
import { nextDue } from "@/lib/claims/urgency";

/**
 * Close a command on a claim: its state, the next bound its urgency follows from, and a new revision, by
 * which an agent who had the claim open before is told.
 */
export async function settleClaim(tx: Transaction, act: ClaimAct, state: ClaimState): Promise<void> {
  const due = nextDue(await readClocks(tx, act.sellerId, act.claimId));
  await tx
    .update(claims)
    .set({ state, ...due, revision: sql`${claims.revision} + 1`, updatedAt: act.now })
    .where(and(eq(claims.sellerId, act.sellerId), eq(claims.id, act.claimId)));
}

/** The claim, locked for the command that follows; undefined when it is not this scope's. */
export async function lockClaim(tx: Transaction, sellerId: string, claimId: string) {
  const [claim] = await tx
    .select()
    .from(claims)
    .where(and(eq(claims.sellerId, sellerId), eq(claims.id, claimId)))
    .for("update");
  return claim;
}

export type ClaimRow = NonNullable<Awaited<ReturnType<typeof lockClaim>>>;
