import { and, asc, desc, eq, gte, lte } from "drizzle-orm";
import type { CountFilter } from "@/db/queries/figures";
import { claims } from "@/db/schema/claims";
import { figureMarks } from "@/db/schema/figures";
import { sellers } from "@/db/schema/sellers";
import { withScope } from "@/db/scope";
import type { AdminScope, SellerScope } from "@/lib/auth/scope";
import type { Behind } from "@/lib/compliance/behind";

/** The claims a figure counts, most recent day first. */
export async function listMarkedClaims(scope: AdminScope | SellerScope, filter: CountFilter, behind: Behind) {
  const sellerId = scope.kind === "seller" ? scope.sellerId : filter.sellerId;
  return withScope(scope, (tx) =>
    tx
      .select({
        markId: figureMarks.id,
        claimId: claims.id,
        reference: claims.reference,
        sellerName: sellers.name,
        situation: claims.situation,
        day: figureMarks.day,
      })
      .from(figureMarks)
      .innerJoin(claims, and(eq(claims.sellerId, figureMarks.sellerId), eq(claims.id, figureMarks.claimId)))
      .innerJoin(sellers, eq(sellers.id, figureMarks.sellerId))
      .where(
        and(
          eq(figureMarks.measure, behind.measure),
          behind.detail === undefined ? undefined : eq(figureMarks.detail, behind.detail),
          gte(figureMarks.day, filter.fromOn),
          lte(figureMarks.day, filter.toOn),
          sellerId ? eq(figureMarks.sellerId, sellerId) : undefined,
          filter.situation ? eq(claims.situation, filter.situation) : undefined,
          filter.channelId ? eq(claims.channelId, filter.channelId) : undefined,
        ),
      )
      .orderBy(desc(figureMarks.day), asc(figureMarks.id))
      .limit(200),
  );
}
