import { and, asc, desc, eq, gt, isNull, lte, or, sql } from "drizzle-orm";
import { alerts, thresholds } from "@/db/schema/alerts";
import { sellers } from "@/db/schema/sellers";
import { withScope } from "@/db/scope";
import type { AdminScope, JobScope, SellerScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";

type Reader = AdminScope | SellerScope | Extract<JobScope, { readonly kind: "sweep" }>;

/** The thresholds in force at an instant. */
export async function listThresholds(scope: Reader, now: Instant) {
  return withScope(scope, (tx) =>
    tx
      .select()
      .from(thresholds)
      .where(and(lte(thresholds.effectiveFrom, now), or(isNull(thresholds.endedAt), gt(thresholds.endedAt, now))))
      .orderBy(asc(thresholds.measure)),
  );
}

/** Alerts, those without a last word first; a seller sees its own. */
export async function listAlerts(scope: AdminScope | SellerScope) {
  return withScope(scope, (tx) =>
    tx
      .select({ alert: alerts, sellerName: sellers.name })
      .from(alerts)
      .innerJoin(sellers, eq(sellers.id, alerts.sellerId))
      .where(scope.kind === "seller" ? eq(alerts.sellerId, scope.sellerId) : undefined)
      .orderBy(
        sql`${alerts.decidedAt} is not null and (${alerts.appealedAt} is null or ${alerts.judgedAt} is not null)`,
        desc(alerts.raisedAt),
        asc(alerts.id),
      )
      .limit(100),
  );
}

export type ListedAlert = Awaited<ReturnType<typeof listAlerts>>[number];

export async function findAlert(scope: AdminScope, alertId: string) {
  const [row] = await withScope(scope, (tx) =>
    tx
      .select({ alert: alerts, sellerName: sellers.name })
      .from(alerts)
      .innerJoin(sellers, eq(sellers.id, alerts.sellerId))
      .where(and(eq(alerts.id, alertId)))
      .limit(1),
  );
  return row;
}
