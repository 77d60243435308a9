import { and, asc, eq, isNotNull, isNull, lte, ne, or, sql } from "drizzle-orm";
import { appendEvent } from "@/db/commands/journal";
import { getMarketplace } from "@/db/queries/policy";
import { alerts } from "@/db/schema/alerts";
import { sellers } from "@/db/schema/sellers";
import { type Transaction, withScope } from "@/db/scope";
import type { AdminScope, JobScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import { localDay } from "@/lib/calendar/zone";

type Scope = AdminScope | Extract<JobScope, { readonly kind: "sweep" }>;
type Alert = { readonly id: string; readonly sellerId: string };

/**
 * Take the pen from sellers whose suspension has come to its day, and give it back where an appeal overturned it. A
 * suspended seller reads everything and writes nothing, by its people or its keys.
 */
export async function carryOutSuspensions(scope: Scope, now: Instant): Promise<void> {
  await withScope(scope, async (tx) => {
    const { zone } = await getMarketplace(tx);
    const due = await tx
      .select({ id: alerts.id, sellerId: alerts.sellerId })
      .from(alerts)
      .where(
        and(
          eq(alerts.effect, "suspension"),
          lte(alerts.effectiveOn, localDay(now, zone)),
          isNull(alerts.carriedOutAt),
          or(isNull(alerts.appealOutcome), ne(alerts.appealOutcome, "overturned")),
        ),
      )
      .orderBy(asc(alerts.id))
      .for("update");
    for (const alert of due) {
      await tx.update(alerts).set({ carriedOutAt: now }).where(ofAlert(alert));
      await setStatus(tx, scope, alert, { status: "suspended", type: "suspension_carried_out", now });
    }
    const over = await tx
      .select({ id: alerts.id, sellerId: alerts.sellerId })
      .from(alerts)
      .where(and(isNotNull(alerts.carriedOutAt), isNull(alerts.liftedAt), eq(alerts.appealOutcome, "overturned")))
      .orderBy(asc(alerts.id))
      .for("update");
    for (const alert of over) {
      await tx.update(alerts).set({ liftedAt: now }).where(ofAlert(alert));
      if (await isSuspendedByAnother(tx, alert)) continue;
      await setStatus(tx, scope, alert, { status: "active", type: "suspension_lifted", now });
    }
  });
}

async function isSuspendedByAnother(tx: Transaction, { sellerId }: Alert): Promise<boolean> {
  const [row] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(alerts)
    .where(and(eq(alerts.sellerId, sellerId), isNotNull(alerts.carriedOutAt), isNull(alerts.liftedAt)));
  return (row?.count ?? 0) > 0;
}

type Change = {
  readonly status: "suspended" | "active";
  readonly type: "suspension_carried_out" | "suspension_lifted";
  readonly now: Instant;
};

async function setStatus(tx: Transaction, scope: Scope, { id, sellerId }: Alert, { status, type, now }: Change) {
  await tx
    .update(sellers)
    .set({ status, updatedAt: now })
    .where(and(eq(sellers.id, sellerId), ne(sellers.status, status)));
  const stream = { kind: "seller", id: sellerId, sellerId } as const;
  await appendEvent(tx, { stream, actor: scope.actor, at: now, type, payload: { alertId: id } });
}

function ofAlert({ id, sellerId }: Alert) {
  return and(eq(alerts.sellerId, sellerId), eq(alerts.id, id));
}
