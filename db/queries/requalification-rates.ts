import { and, asc, eq, gte, isNotNull, lt, ne, sql } from "drizzle-orm";
import type { FigureFilter } from "@/db/queries/compliance";
import { claims } from "@/db/schema/claims";
import { requalifications } from "@/db/schema/requalifications";
import { sellers } from "@/db/schema/sellers";
import { withScope } from "@/db/scope";
import type { AdminScope } from "@/lib/auth/scope";

/**
 * Of the claims each seller received in a window, how many it made of another situation since. To name one that had
 * no situation yet contradicts nobody, and is not counted.
 */
export async function listRequalificationRates(
  scope: AdminScope,
  { from, to, sellerId }: Pick<FigureFilter, "from" | "to" | "sellerId">,
) {
  return withScope(scope, (tx) => {
    const contradicted = tx
      .select({ one: sql`1` })
      .from(requalifications)
      .where(
        and(
          eq(requalifications.sellerId, claims.sellerId),
          eq(requalifications.claimId, claims.id),
          isNotNull(requalifications.appliedAt),
          ne(requalifications.fromSituation, "other"),
        ),
      );
    return tx
      .select({
        sellerId: claims.sellerId,
        sellerName: sellers.name,
        received: sql<number>`count(*)::int`,
        requalified: sql<number>`count(*) filter (where exists ${contradicted})::int`,
      })
      .from(claims)
      .innerJoin(sellers, eq(sellers.id, claims.sellerId))
      .where(
        and(
          gte(claims.receivedAt, from),
          lt(claims.receivedAt, to),
          sellerId ? eq(claims.sellerId, sellerId) : undefined,
        ),
      )
      .groupBy(claims.sellerId, sellers.name)
      .orderBy(asc(sellers.name));
  });
}

export type RequalificationRate = Awaited<ReturnType<typeof listRequalificationRates>>[number];
