import { and, eq } from "drizzle-orm";
import { claims } from "@/db/schema/claims";
import { replies } from "@/db/schema/replies";
import { withScope } from "@/db/scope";
import { actorText, type SellerScope } from "@/lib/auth/scope";

/** An answer this member sent, with the instant from which it can no longer be taken back. */
export async function findOwnSentReply(
  scope: SellerScope,
  { claimId, replyId }: { readonly claimId: string; readonly replyId: string },
) {
  const [reply] = await withScope(scope, (tx) =>
    tx
      .select({
        claimId: claims.id,
        replyId: replies.id,
        reference: claims.reference,
        status: replies.status,
        visibleAt: replies.visibleAt,
      })
      .from(replies)
      .innerJoin(claims, and(eq(claims.sellerId, replies.sellerId), eq(claims.id, replies.claimId)))
      .where(
        and(
          eq(replies.sellerId, scope.sellerId),
          eq(replies.claimId, claimId),
          eq(replies.id, replyId),
          eq(replies.author, actorText(scope.actor)),
        ),
      )
      .limit(1),
  );
  return reply;
}
