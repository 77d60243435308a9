import { and, eq } from "drizzle-orm";
import { mailAlert } from "@/db/commands/alert-mails";
import { appendEvent } from "@/db/commands/journal";
import { getMarketplace } from "@/db/queries/policy";
import { alerts } from "@/db/schema/alerts";
import { type Transaction, withScope } from "@/db/scope";
import { mayAdministerMarketplace, mayAdministerSeller } from "@/lib/auth/permissions";
import type { Actor, AdminScope, SellerScope } from "@/lib/auth/scope";
import type { IsoDate } from "@/lib/calendar/civil-day";
import type { Instant } from "@/lib/calendar/instant";
import { localDay } from "@/lib/calendar/zone";
import {
  type AppealOutcome,
  alertState,
  appealBound,
  type Effect,
  legalBasisOn,
  type StatementOfReasons,
} from "@/lib/compliance/alert";
import type { EventType } from "@/lib/journal/event";
import { accepted, type Outcome, refused } from "@/lib/outcome";

export type AlertRefusal =
  | "not_found"
  | "not_allowed"
  | "too_early"
  | "already_done"
  | "term_over"
  | "own_decision"
  | "effective_in_past";
type Done = Promise<Outcome<{ readonly alertId: string }, AlertRefusal>>;

/** The seller is heard before anybody decides. */
export async function answerAlert(scope: SellerScope, input: { alertId: string; answer: string }, now: Instant): Done {
  if (!mayAdministerSeller(scope)) return refused("not_allowed");
  const named = { sellerId: scope.sellerId, alertId: input.alertId };
  return onAlert(scope, named, async (tx, alert) => {
    if (alert.answeredAt || alert.decidedAt) return refused("already_done");
    const answered = { answer: input.answer, answeredAt: now, answeredBy: personOf(scope.actor) };
    await write(tx, scope, { named, now, change: answered, type: "alert_answered", payload: { answer: input.answer } });
    await mailAlert(tx, { ...named, template: "alert_answered", values: {} }, now);
    return accepted({ alertId: alert.id });
  });
}

/** A person decides, once the seller answered or let its days go by, and says why. */
export async function decideAlert(
  scope: AdminScope,
  input: {
    readonly sellerId: string;
    readonly alertId: string;
    readonly effect: Effect;
    readonly effectiveOn: IsoDate;
    readonly reasons: Omit<StatementOfReasons, "legalBasis" | "howToAppeal">;
    readonly howToAppeal: (appealBefore: Instant) => string;
  },
  now: Instant,
): Done {
  if (!mayAdministerMarketplace(scope)) return refused("not_allowed");
  return onAlert(scope, input, async (tx, alert) => {
    const { zone } = await getMarketplace(tx);
    const state = alertState(alert, now);
    if (state === "awaiting_answer") return refused("too_early");
    if (state !== "to_decide") return refused("already_done");
    const today = localDay(now, zone);
    if (input.effectiveOn < today) return refused("effective_in_past", { effectiveOn: ["effective_in_past"] });
    const appealBefore = appealBound(now, zone);
    const { effect, effectiveOn } = input;
    const howToAppeal = input.howToAppeal(appealBefore);
    const reasons = { ...input.reasons, legalBasis: legalBasisOn(today), howToAppeal };
    const decided = { effect, effectiveOn, reasons, appealBefore, decidedAt: now, decidedBy: personOf(scope.actor) };
    const payload = { effect, effectiveOn, reasons, appealBefore };
    await write(tx, scope, { named: input, now, change: decided, type: "alert_decided", payload });
    const { facts, rule, legalBasis } = reasons;
    const values = { effect: { effect }, effectiveOn: { day: effectiveOn }, facts, rule, legalBasis, howToAppeal };
    await mailAlert(tx, { ...named(input), template: "alert_decided", values }, now);
    return accepted({ alertId: alert.id });
  });
}

/** The seller contests a decision within its term. */
export async function appealAlert(scope: SellerScope, input: { alertId: string; appeal: string }, now: Instant): Done {
  if (!mayAdministerSeller(scope)) return refused("not_allowed");
  const named = { sellerId: scope.sellerId, alertId: input.alertId };
  return onAlert(scope, named, async (tx, alert) => {
    if (!alert.decidedAt || !alert.appealBefore) return refused("too_early");
    if (alert.appealedAt) return refused("already_done");
    if (now >= alert.appealBefore) return refused("term_over");
    const appealed = { appeal: input.appeal, appealedAt: now, appealedBy: personOf(scope.actor) };
    await write(tx, scope, { named, now, change: appealed, type: "alert_appealed", payload: { appeal: input.appeal } });
    await mailAlert(tx, { ...named, template: "alert_appealed", values: {} }, now);
    return accepted({ alertId: alert.id });
  });
}

/** An appeal is judged by somebody other than the author of the decision; the database holds it too. */
export async function judgeAppeal(
  scope: AdminScope,
  input: {
    readonly sellerId: string;
    readonly alertId: string;
    readonly outcome: AppealOutcome;
    readonly reason: string;
  },
  now: Instant,
): Done {
  if (!mayAdministerMarketplace(scope)) return refused("not_allowed");
  return onAlert(scope, input, async (tx, alert) => {
    if (!alert.appealedAt) return refused("too_early");
    if (alert.judgedAt) return refused("already_done");
    const judgedBy = personOf(scope.actor);
    if (judgedBy === alert.decidedBy) return refused("own_decision");
    const { outcome, reason } = input;
    const judged = { appealOutcome: outcome, appealReason: reason, judgedAt: now, judgedBy };
    await write(tx, scope, { named: input, now, change: judged, type: "appeal_judged", payload: { outcome, reason } });
    const values = { outcome: { appeal: outcome }, reason };
    await mailAlert(tx, { ...named(input), template: "appeal_judged", values }, now);
    return accepted({ alertId: alert.id });
  });
}

type Named = { readonly sellerId: string; readonly alertId: string };
type Alert = typeof alerts.$inferSelect;

function named({ sellerId, alertId }: Named): Named {
  return { sellerId, alertId };
}

async function onAlert(
  scope: AdminScope | SellerScope,
  named: Named,
  run: (tx: Transaction, alert: Alert) => Promise<Outcome<{ readonly alertId: string }, AlertRefusal>>,
) {
  return withScope(scope, async (tx) => {
    const [alert] = await tx.select().from(alerts).where(ofAlert(named)).for("update");
    return alert ? run(tx, alert) : refused("not_found");
  });
}

async function write(
  tx: Transaction,
  scope: AdminScope | SellerScope,
  act: {
    readonly named: Named;
    readonly now: Instant;
    readonly change: Partial<Alert>;
    readonly type: EventType;
    readonly payload: Readonly<Record<string, string | StatementOfReasons>>;
  },
): Promise<void> {
  const { sellerId, alertId } = act.named;
  await tx.update(alerts).set(act.change).where(ofAlert(act.named));
  const stream = { kind: "seller", id: sellerId, sellerId } as const;
  const payload = { alertId, ...act.payload };
  await appendEvent(tx, { stream, actor: scope.actor, at: act.now, type: act.type, payload });
}

function ofAlert({ sellerId, alertId }: Named) {
  return and(eq(alerts.sellerId, sellerId), eq(alerts.id, alertId));
}

/** Only people answer, decide and judge. */
function personOf(actor: Actor): string {
  if (actor.kind !== "member" && actor.kind !== "operator") throw new Error(`${actor.kind} is nobody`);
  return actor.userId;
}
