import { uuidv7 } from "uuidv7";
import { afterAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { answerAlert, appealAlert, decideAlert, judgeAppeal } from "@/db/commands/alerts";
import { raiseAlerts } from "@/db/commands/raise-alerts";
import { carryOutSuspensions } from "@/db/commands/suspensions";
import { listAlerts } from "@/db/queries/alerts";
import { isoDate } from "@/lib/calendar/civil-day";
import { instant } from "@/lib/calendar/instant";
import type { AppealOutcome, Effect } from "@/lib/compliance/alert";
import { mailWords } from "@/lib/server/mail/words";
import { adminScope, sweepScope } from "@/lib/server/scope";
import { makeSeller, memberOf } from "../support/factory";
import { testDatabase } from "../support/test-database";
import { aUser, join } from "./auth/people";

const db = testDatabase();
afterAll(async () => {
  await db.close();
  await closeDatabase();
});

const sweep = sweepScope("raise_alerts");
const admin = adminScope({ role: "admin", actor: { kind: "operator", userId: uuidv7() } });
const other = adminScope({ role: "admin", actor: { kind: "operator", userId: uuidv7() } });
const RAISED = instant("2026-11-23T10:00:00Z");
const DECIDED = instant("2026-11-24T10:00:00Z");
/** The last instant of 30 November in Paris, and the first of December. */
const [BEFORE, ON] = [instant("2026-11-30T22:59:59Z"), instant("2026-11-30T23:00:00Z")];

async function decided(effect: Effect) {
  const seller = await makeSeller();
  const user = await aUser(db, {});
  await join(db, seller.id, user.id, "owner");
  const line = (measure: string, count: number) => db.superuser`
    insert into figure_changes (seller_id, day, measure, situation, channel_id, detail, bound, change)
    values (${seller.id}, '2026-11-20', ${measure}, 'other', 'api', 'reply', '2026-11-20T23:00:00Z', ${count})`;
  await line("clock_met", 18);
  await line("clock_late", 2);
  await raiseAlerts(sweep, RAISED);
  const owner = memberOf(seller.id, "owner");
  const alertId = (await listAlerts(owner))[0]?.alert.id ?? "";
  await answerAlert(owner, { alertId, answer: "Une grève." }, RAISED);
  const named = { sellerId: seller.id, alertId };
  const reasons = { facts: "18 sur 20", rule: "95 % sur 30 jours" };
  const decision = { ...named, effect, effectiveOn: isoDate("2026-12-01"), reasons, howToAppeal: () => "Par recours." };
  const outcome = await decideAlert(admin, decision, DECIDED);
  if (!outcome.ok) throw new Error(outcome.reason);
  return { seller, owner, named, email: user.email };
}

async function judged({ owner, named }: Awaited<ReturnType<typeof decided>>, outcome: AppealOutcome, at = ON) {
  await appealAlert(owner, { alertId: named.alertId, appeal: "Nous contestons." }, DECIDED);
  const judgement = { ...named, outcome, reason: "Relu." };
  expect(await judgeAppeal(admin, judgement, at)).toMatchObject({ reason: "own_decision" });
  expect(await judgeAppeal(other, judgement, at)).toMatchObject({ ok: true });
}

const statusOf = async (id: string) => (await db.superuser`select status from sellers where id = ${id}`)[0]?.status;
const toldOf = async (id: string) =>
  (await db.superuser`select type from events where stream_id = ${id} and type like 'suspension%' order by seq`).map(
    ({ type }) => type,
  );

describe("a suspension", () => {
  test("begins on its day, once, and ends when an appeal overturns it", async () => {
    const alert = await decided("suspension");
    const { id } = alert.seller;
    await carryOutSuspensions(sweep, BEFORE);
    expect(await statusOf(id)).toBe("active");
    await carryOutSuspensions(sweep, ON);
    await carryOutSuspensions(sweep, ON);
    expect(await statusOf(id)).toBe("suspended");
    await judged(alert, "overturned");
    await carryOutSuspensions(other, ON);
    await carryOutSuspensions(sweep, ON);
    expect(await statusOf(id)).toBe("active");
    expect(await toldOf(id)).toEqual(["suspension_carried_out", "suspension_lifted"]);
  });

  test("never begins when it was overturned before, and stays when the appeal upholds it", async () => {
    const [overturned, upheld] = [await decided("suspension"), await decided("suspension")];
    await judged(overturned, "overturned", DECIDED);
    await carryOutSuspensions(sweep, ON);
    await judged(upheld, "upheld");
    await carryOutSuspensions(sweep, ON);
    expect(await statusOf(overturned.seller.id)).toBe("active");
    expect(await statusOf(upheld.seller.id)).toBe("suspended");
    expect(await toldOf(overturned.seller.id)).toEqual([]);
  });

  test("is no warning's effect", async () => {
    const { seller } = await decided("warning");
    await carryOutSuspensions(sweep, ON);
    expect(await statusOf(seller.id)).toBe("active");
  });
});

test("each step is mailed once to whom it concerns, in words without a hole", async () => {
  const alert = await decided("warning");
  await judged(alert, "upheld");
  const rows = await db.superuser`select template, recipient, locale, content from mails
    where seller_id = ${alert.seller.id} and template like any (array['alert%', 'appeal%']) order by created_at, id`;
  const operator = (await db.superuser`select contact_email from marketplace`)[0]?.contact_email;
  const of = (template: string) => rows.filter((row) => row.template === template).map(({ recipient }) => recipient);
  expect(of("alert_raised").sort()).toEqual([alert.email, operator].sort());
  expect(of("alert_answered")).toEqual([operator]);
  expect(of("alert_decided")).toEqual([alert.email]);
  expect(of("alert_appealed")).toEqual([operator]);
  expect(of("appeal_judged")).toEqual([alert.email]);
  for (const { template, content } of rows) {
    for (const locale of ["fr", "en"]) {
      const { bodyText } = mailWords(
        { template, values: content, locale },
        { marketplace: "Le Marché", baseUrl: "https://exemple.fr" },
      );
      expect(bodyText).not.toMatch(/[{}]|undefined/);
    }
  }
});
