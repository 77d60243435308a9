import { and, eq, inArray, ne } from "drizzle-orm";
import type { OpenClaimRefusal, OpenedClaim, PreparedClaim } from "@/db/commands/opened-claim";
import { claimLines, claims } from "@/db/schema/claims";
import type { Transaction } from "@/db/scope";
import type { Situation } from "@/lib/claims/claim";
import { accepted, type Outcome, refused } from "@/lib/outcome";

export type ClaimedLine = { readonly orderLineId: string; readonly quantity: number };

/** The claim a channel already sent under this identifier; the same identifier for another claim is refused. */
export async function findRecorded(
  tx: Transaction,
  sellerId: string,
  channelId: string,
  { input, facts }: PreparedClaim,
): Promise<Outcome<OpenedClaim, OpenClaimRefusal> | undefined> {
  if (!input.externalId) return undefined;
  const [row] = await tx
    .select({ id: claims.id, reference: claims.reference, orderId: claims.orderId, situation: claims.situation })
    .from(claims)
    .where(
      and(eq(claims.sellerId, sellerId), eq(claims.channelId, channelId), eq(claims.externalId, input.externalId)),
    );
  if (!row) return undefined;
  const isSame = row.orderId === facts.order.id && row.situation === input.situation;
  if (!isSame) return refused("external_id_taken", { externalId: ["external_id_taken"] });
  return accepted({ claimId: row.id, reference: row.reference, orderId: row.orderId, result: "already_recorded" });
}

/** A claim on the same order and situation that is still open and shares a line; a claim without lines is about all. */
export async function findSameOpen(
  tx: Transaction,
  sellerId: string,
  search: { readonly orderId: string; readonly situation: Situation; readonly exceptId?: string },
  claimed: readonly ClaimedLine[],
) {
  const candidates = await tx
    .select({ id: claims.id, reference: claims.reference })
    .from(claims)
    .where(
      and(
        eq(claims.sellerId, sellerId),
        eq(claims.orderId, search.orderId),
        eq(claims.situation, search.situation),
        ne(claims.state, "closed"),
        search.exceptId ? ne(claims.id, search.exceptId) : undefined,
      ),
    );
  if (candidates.length === 0) return undefined;
  const lines = await tx
    .select({ claimId: claimLines.claimId, orderLineId: claimLines.orderLineId })
    .from(claimLines)
    .where(
      and(
        eq(claimLines.sellerId, sellerId),
        inArray(
          claimLines.claimId,
          candidates.map((candidate) => candidate.id),
        ),
      ),
    );
  const wanted = claimed.map((line) => line.orderLineId);
  return candidates.find((candidate) => {
    const about = lines.filter((line) => line.claimId === candidate.id).map((line) => line.orderLineId);
    return about.length === 0 || wanted.length === 0 || about.some((line) => wanted.includes(line));
  });
}
