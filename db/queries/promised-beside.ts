import { and, eq, inArray } from "drizzle-orm";
import { claims } from "@/db/schema/claims";
import { commitments } from "@/db/schema/replies";
import type { Transaction } from "@/db/scope";

type OfOrder = { readonly sellerId: string; readonly orderId: string };

/**
 * Cents promised to the customer of an order on top of its price: return costs and gestures. One promised without an
 * amount counts as much as was paid.
 */
export async function readPromisedBeside(
  tx: Transaction,
  { sellerId, orderId }: OfOrder,
  paidCents: number,
): Promise<number> {
  const rows = await tx
    .select({ amountCents: commitments.amountCents })
    .from(commitments)
    .innerJoin(claims, and(eq(claims.sellerId, commitments.sellerId), eq(claims.id, commitments.claimId)))
    .where(
      and(
        eq(commitments.sellerId, sellerId),
        eq(claims.orderId, orderId),
        inArray(commitments.kind, ["return_cost", "goodwill"]),
        inArray(commitments.status, ["open", "done"]),
      ),
    );
  return rows.reduce((sum, row) => sum + (row.amountCents ?? paidCents), 0);
}
