import { eq, sql } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { answerAlert, appealAlert, decideAlert, judgeAppeal } from "@/db/commands/alerts";
import { raiseAlerts } from "@/db/commands/raise-alerts";
import { listAlerts } from "@/db/queries/alerts";
import { alerts } from "@/db/schema/alerts";
import { events } from "@/db/schema/journal";
import { withScope } from "@/db/scope";
import { isoDate } from "@/lib/calendar/civil-day";
import { instant } from "@/lib/calendar/instant";
import { adminScope, sweepScope } from "@/lib/server/scope";
import { type MadeSeller, makeSeller, memberOf } from "../support/factory";

afterAll(closeDatabase);

const sweep = sweepScope("raise_alerts");
const person = (last: string) => `0198a0c0-0000-7000-8000-00000000000${last}`;
const admin = adminScope({ role: "admin", actor: { kind: "operator", userId: person("1") } });
const other = adminScope({ role: "admin", actor: { kind: "operator", userId: person("2") } });
const auditor = adminScope({ role: "auditor", actor: { kind: "operator", userId: person("3") } });
const NOW = instant("2026-11-23T10:00:00Z");
const LATER = instant("2026-11-24T10:00:00Z");

/** So many clocks due on 20 November, as the figures keep them. */
async function counted(seller: MadeSeller, met: number, late: number) {
  const line = (measure: string, count: number) =>
    sql`(${seller.id}, '2026-11-20', ${measure}, 'other', 'api', 'reply', '2026-11-20T23:00:00Z', ${count})`;
  await withScope(sweep, (tx) =>
    tx.execute(
      sql`insert into figure_changes (seller_id, day, measure, situation, channel_id, detail, bound, change)
        values ${line("clock_met", met)}, ${line("clock_late", late)}`,
    ),
  );
}

async function alerted() {
  const seller = await makeSeller();
  await counted(seller, 18, 2);
  await raiseAlerts(sweep, NOW);
  const owner = memberOf(seller.id, "owner");
  const [found] = await listAlerts(owner);
  if (!found) throw new Error("no alert was raised");
  const named = { sellerId: seller.id, alertId: found.alert.id };
  const decision = {
    ...named,
    effect: "warning" as const,
    effectiveOn: isoDate("2026-12-01"),
    reasons: { facts: "18 sur 20", rule: "95 % sur 30 jours" },
    howToAppeal: (before: string) => `Avant le ${before}`,
  };
  return { seller, owner, alert: found.alert, named, decision };
}

describe("raising", () => {
  test("is told once, with the facts frozen", async () => {
    const { seller, owner, alert } = await alerted();
    await counted(seller, 0, 5);
    await raiseAlerts(admin, LATER);
    const all = await listAlerts(owner);
    expect(all).toHaveLength(1);
    expect(alert.facts).toMatchObject({
      part: 18,
      whole: 20,
      atLeastBps: 9500,
      fromOn: "2026-10-25",
      toOn: "2026-11-23",
    });
    expect(alert.answerBefore).toBe("2026-11-30T23:00:00.000Z");
  });

  test("concludes nothing of too few, of none, or of exactly the threshold", async () => {
    const [few, none, enough] = [await makeSeller(), await makeSeller(), await makeSeller()];
    await counted(few, 0, 19);
    await counted(enough, 19, 1);
    await raiseAlerts(sweep, NOW);
    for (const seller of [few, none, enough]) expect(await listAlerts(memberOf(seller.id))).toEqual([]);
  });

  test("is not an auditor's to ask for, and another seller sees nothing", async () => {
    expect(await raiseAlerts(auditor, NOW)).toMatchObject({ ok: false, reason: "not_allowed" });
    const { named } = await alerted();
    const stranger = await makeSeller();
    expect(await answerAlert(memberOf(stranger.id, "owner"), { ...named, answer: "?" }, NOW)).toMatchObject({
      reason: "not_found",
    });
  });
});

describe("deciding", () => {
  test("waits for the seller, is reasoned, journaled, appealed, and judged by another", async () => {
    const { owner, named, decision, seller } = await alerted();
    expect(await decideAlert(admin, decision, NOW)).toMatchObject({ reason: "too_early" });
    expect(await answerAlert(owner, { ...named, answer: "Une grève." }, NOW)).toMatchObject({ ok: true });
    expect(await answerAlert(owner, { ...named, answer: "Autre chose." }, NOW)).toMatchObject({
      reason: "already_done",
    });
    const past = { ...decision, effectiveOn: isoDate("2026-11-22") };
    expect(await decideAlert(admin, past, NOW)).toMatchObject({ reason: "effective_in_past" });
    expect(await decideAlert(auditor, decision, NOW)).toMatchObject({ reason: "not_allowed" });
    expect(await decideAlert(admin, decision, NOW)).toMatchObject({ ok: true });
    expect(await appealAlert(owner, { ...named, appeal: "Non." }, LATER)).toMatchObject({ ok: true });
    const judgement = { ...named, outcome: "overturned" as const, reason: "La grève est établie." };
    expect(await judgeAppeal(admin, judgement, LATER)).toMatchObject({ reason: "own_decision" });
    expect(await judgeAppeal(other, judgement, LATER)).toMatchObject({ ok: true });
    const [found] = await listAlerts(owner);
    expect(found?.alert.reasons?.legalBasis).toBe(
      "Règlement (UE) 2019/1150, art. 4 et 11 ; Règlement (UE) 2022/2065, art. 17 et 20",
    );
    const told = await withScope(sweep, (tx) =>
      tx.select({ type: events.type }).from(events).where(eq(events.streamId, seller.id)).orderBy(events.seq),
    );
    expect(told.map(({ type }) => type)).toEqual([
      "alert_raised",
      "alert_answered",
      "alert_decided",
      "alert_appealed",
      "appeal_judged",
    ]);
  });

  test("needs no answer once the days to give one are over, and an appeal comes within six months", async () => {
    const { owner, named, decision } = await alerted();
    const decidedAt = instant("2026-11-30T23:00:00Z");
    expect(await decideAlert(admin, decision, decidedAt)).toMatchObject({ ok: true });
    const over = instant("2027-06-01T22:00:00Z");
    expect(await appealAlert(owner, { ...named, appeal: "Trop tard." }, over)).toMatchObject({ reason: "term_over" });
    const last = instant("2027-06-01T21:59:59Z");
    expect(await appealAlert(owner, { ...named, appeal: "À temps." }, last)).toMatchObject({ ok: true });
  });

  test("by two people is held by the database, and the past is never reworded", async () => {
    const { owner, named, decision } = await alerted();
    await answerAlert(owner, { ...named, answer: "Une grève." }, NOW);
    await decideAlert(admin, decision, NOW);
    await appealAlert(owner, { ...named, appeal: "Non." }, LATER);
    const set = (change: Partial<typeof alerts.$inferInsert>) =>
      withScope(sweep, (tx) => tx.update(alerts).set(change).where(eq(alerts.id, named.alertId)));
    const judged = { appealOutcome: "upheld" as const, appealReason: "Non.", judgedAt: LATER };
    await expect(set({ ...judged, judgedBy: person("1") })).rejects.toMatchObject({
      cause: { message: expect.stringContaining("judged_by_another") },
    });
    await expect(set({ effect: "suspension" })).rejects.toMatchObject({
      cause: { message: expect.stringContaining("never edited") },
    });
  });
});
