import { uuidv7 } from "uuidv7";
import { mailAlert } from "@/db/commands/alert-mails";
import { appendEvent } from "@/db/commands/journal";
import { listThresholds } from "@/db/queries/alerts";
import { findMarketplace } from "@/db/queries/marketplace";
import { listSellerFigures, type SellerFigures } from "@/db/queries/seller-figures";
import { alerts } from "@/db/schema/alerts";
import { withScope } from "@/db/scope";
import { mayAdministerMarketplace } from "@/lib/auth/permissions";
import type { AdminScope, JobScope } from "@/lib/auth/scope";
import { addDays } from "@/lib/calendar/civil-day";
import type { Instant } from "@/lib/calendar/instant";
import { localDay, type ZoneId, zoneId } from "@/lib/calendar/zone";
import { type AlertFacts, answerBound } from "@/lib/compliance/alert";
import { isUnder, shareHeld, type Threshold } from "@/lib/compliance/threshold";
import { accepted, type Outcome, refused } from "@/lib/outcome";

type Evaluator = AdminScope | Extract<JobScope, { readonly kind: "sweep" }>;
const SELLERS_AT_ONCE = 500;

/**
 * Hold every seller against every threshold in force. A seller found under one is told once, with the facts as they
 * are now: while that alert is undecided no second one is raised.
 *
 * @returns how many alerts are new
 */
export async function raiseAlerts(scope: Evaluator, now: Instant): Promise<Outcome<{ raised: number }, "not_allowed">> {
  if (scope.kind === "admin" && !mayAdministerMarketplace(scope)) return refused("not_allowed");
  const zone = (await findMarketplace(scope))?.zone ?? zoneId("Europe/Paris");
  const toOn = localDay(now, zone);
  let raised = 0;
  for (const threshold of await listThresholds(scope, now)) {
    const days = { fromOn: addDays(toOn, 1 - threshold.days), toOn };
    for (let offset = 0; ; offset += SELLERS_AT_ONCE) {
      const page = { ...days, sort: "name" as const, offset, limit: SELLERS_AT_ONCE };
      const rows = await listSellerFigures(scope, page, now);
      for (const row of rows.filter((held) => isUnder(held, threshold))) {
        const facts = { ...days, ...factsOf(row, threshold) };
        if (await raise(scope, row.sellerId, { threshold, facts, zone, now })) raised += 1;
      }
      if (rows.length < SELLERS_AT_ONCE) break;
    }
  }
  return accepted({ raised });
}

function factsOf(row: SellerFigures, { measure, atLeastBps, minSample }: Threshold) {
  return { measure, ...shareHeld(row, measure), atLeastBps, minSample };
}

type Raised = {
  readonly threshold: Threshold;
  readonly facts: AlertFacts;
  readonly zone: ZoneId;
  readonly now: Instant;
};

async function raise(scope: Evaluator, sellerId: string, { threshold, facts, zone, now }: Raised): Promise<boolean> {
  return withScope(scope, async (tx) => {
    const id = uuidv7();
    const answerBefore = answerBound(now, zone);
    const inserted = await tx
      .insert(alerts)
      .values({ sellerId, id, thresholdId: threshold.id, facts, raisedAt: now, answerBefore })
      .onConflictDoNothing()
      .returning({ id: alerts.id });
    if (inserted.length === 0) return false;
    const stream = { kind: "seller", id: sellerId, sellerId } as const;
    const payload = { alertId: id, thresholdId: threshold.id, facts: { ...facts }, answerBefore };
    await appendEvent(tx, { stream, actor: scope.actor, at: now, type: "alert_raised", payload });
    const { measure, part, whole, atLeastBps, fromOn, toOn } = facts;
    const values = {
      measure: { measure },
      part,
      whole,
      percent: atLeastBps / 100,
      from: { day: fromOn },
      to: { day: toOn },
      before: { instant: answerBefore, zone },
    };
    await mailAlert(tx, { sellerId, alertId: id, template: "alert_raised", values }, now);
    return true;
  });
}
