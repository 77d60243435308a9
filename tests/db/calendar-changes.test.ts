import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { type Confirmation, correctCalendar } from "@/db/commands/calendar-changes";
import { moveClocks } from "@/db/commands/move-clocks";
import { openClaim } from "@/db/commands/open-claim";
import { sendReply } from "@/db/commands/send-reply";
import { findCalendarPreview } from "@/db/queries/calendar-preview";
import { readClocks } from "@/db/queries/clock-facts";
import { listOnTimeFigures } from "@/db/queries/compliance";
import { listClockEvents } from "@/db/queries/journal";
import { withScope } from "@/db/scope";
import { isoDate } from "@/lib/calendar/civil-day";
import { type Instant, instant } from "@/lib/calendar/instant";
import type { OverrideDraft } from "@/lib/calendar/override";
import { onTimeFigures } from "@/lib/compliance/figures";
import { clocksFromJournal } from "@/lib/compliance/from-journal";
import { verifyJournal } from "@/lib/server/journal/verify-journal";
import { adminScope, sweepScope } from "@/lib/server/scope";
import { type MadeSeller, makeOrder, makeSeller } from "../support/factory";
import { testDatabase } from "../support/test-database";

const db = testDatabase();
afterAll(async () => {
  await db.close();
  await closeDatabase();
});
beforeEach(async () => {
  await db.superuser`truncate calendar_runs, calendar_overrides`;
  await db.superuser`update clocks set cancelled_at = now() where stopped_at is null and cancelled_at is null`;
});

const USER = "0198a0c0-0000-7000-8000-000000000001";
const admin = adminScope({ role: "admin", actor: { kind: "operator", userId: USER } });
const auditor = adminScope({ role: "auditor", actor: { kind: "operator", userId: USER } });

/** Friday 20 November: two working days end on Tuesday the 24th. */
const OPENED = instant("2026-11-20T09:00:00Z");
const NOW = instant("2026-11-23T10:00:00Z");
const PONT: OverrideDraft = {
  calendar: "FR",
  day: isoDate("2026-11-24"),
  change: "add",
  name: { fr: "Jour de deuil national", en: "National day of mourning" },
  origin: "law:décret du 22 novembre 2026",
};

async function opened(seller: MadeSeller, at: Instant = OPENED, situation: "other" | "no_longer_wanted" = "other") {
  const order = await makeOrder(seller);
  const input = { orderNumber: order.number, situation, message: "Une question." };
  const claim = await openClaim(seller.scope, { input, recordedBy: "seller", locale: "fr" }, at);
  if (!claim.ok) throw new Error(claim.reason);
  return claim.value.claimId;
}

async function answer(seller: MadeSeller, claimId: string, at: Instant) {
  const reply = { solution: "answer_other" as const, message: "Voici notre réponse." };
  const sent = await sendReply(seller.scope, { claimId, reply }, at);
  if (!sent.ok) throw new Error(sent.reason);
}

async function preview(draft: OverrideDraft, now: Instant = NOW) {
  const found = await findCalendarPreview(admin, draft, now);
  if (!found.ok) throw new Error(found.reason);
  return found.value;
}

async function confirm(draft: OverrideDraft, now: Instant = NOW, figures: Confirmation["figures"] = "as_shown") {
  const { version, name } = await preview(draft, now);
  const done = await correctCalendar(admin, draft, { shown: { version, name, figures }, now });
  if (!done.ok) throw new Error(done.reason);
  while (!(await moveClocks(admin, version, now)).finished);
  return version;
}

const replyOf = async (seller: MadeSeller, claimId: string) => {
  const rows = await withScope(seller.scope, (tx) => readClocks(tx, seller.id, claimId));
  const clock = rows.find(({ kind }) => kind === "reply");
  if (!clock) throw new Error("no reply clock");
  return clock;
};

describe("a preview", () => {
  test("counts what moves by seller, and writes nothing", async () => {
    const [one, other] = [await makeSeller("Un"), await makeSeller("Autre")];
    const claimId = await opened(one);
    await opened(one, instant("2026-11-23T08:00:00Z"));
    await opened(other);
    await opened(other, instant("2026-11-18T09:00:00Z"));
    const shown = await preview(PONT);
    expect(shown).toMatchObject({ version: 1, open: 4, moved: 3, later: 3, earlier: 0, becomeOverdue: 0 });
    expect(shown.sellers).toMatchObject([
      { sellerId: one.id, moved: 2 },
      { sellerId: other.id, moved: 1 },
    ]);
    expect(shown.sellerNames.get(other.id)).toBe("Autre");
    expect(shown.cases.map(({ clock, to, count }) => [clock.startsOn, clock.dueOn, to.dueOn, count])).toEqual([
      ["2026-11-20", "2026-11-24", "2026-11-25", 2],
      ["2026-11-23", "2026-11-25", "2026-11-26", 1],
    ]);
    expect(shown.claims).toHaveLength(3);
    expect(shown.claims[0]).toMatchObject({ clock: { dueOn: "2026-11-24" }, to: { dueOn: "2026-11-25" } });
    expect(await replyOf(one, claimId)).toMatchObject({ dueOn: "2026-11-24", calendarVersion: 0 });
  });

  test("says which claims become overdue, and which no longer are", async () => {
    const seller = await makeSeller();
    const late = await opened(seller, instant("2026-11-10T09:00:00Z"));
    expect(await replyOf(seller, late)).toMatchObject({ dueOn: "2026-11-13" });
    const worked: OverrideDraft = { ...PONT, day: isoDate("2026-11-11"), change: "remove", name: null };
    const inTime = instant("2026-11-13T12:00:00Z");
    expect(await preview(worked, inTime)).toMatchObject({ moved: 1, becomeOverdue: 1, earlier: 1 });
    const missed = instant("2026-11-14T12:00:00Z");
    const mourning: OverrideDraft = { ...PONT, day: isoDate("2026-11-13") };
    expect(await preview(mourning, missed)).toMatchObject({ moved: 1, noLongerOverdue: 1, becomeOverdue: 0 });
    expect((await preview(worked, inTime)).claims).toMatchObject([{ claimId: late, becomesOverdue: true }]);
  });

  test("a decision of the marketplace reaches its own periods, not those of the law", async () => {
    const seller = await makeSeller();
    await opened(seller, instant("2026-11-13T09:00:00Z"), "no_longer_wanted");
    await opened(seller);
    const ofLaw = await preview({ ...PONT, day: isoDate("2026-11-27") });
    expect(ofLaw.cases.map(({ clock }) => clock.kind)).toEqual(["goods_return"]);
    const own = await preview({ ...PONT, day: isoDate("2026-11-27"), origin: "contract:fermeture annuelle" });
    expect(own.moved).toBe(0);
    expect(await preview({ ...PONT, origin: "contract:fermeture" })).toMatchObject({ moved: 1 });
  });

  test("tells how far it is", async () => {
    await opened(await makeSeller());
    const told: number[][] = [];
    await findCalendarPreview(admin, PONT, NOW, (done, total) => told.push([done, total]));
    expect(told).toEqual([[1, 1]]);
  });
});

describe("a correction", () => {
  test("moves open clocks, each with an event, and what is due next on the claim", async () => {
    const seller = await makeSeller();
    const claimId = await opened(seller);
    await confirm(PONT);
    expect(await replyOf(seller, claimId)).toMatchObject({
      dueOn: "2026-11-25",
      dueBefore: "2026-11-25T23:00:00.000Z",
      effectiveDueBefore: "2026-11-25T23:00:00.000Z",
      calendarVersion: 1,
      ruleVersion: 1,
    });
    const [claim] = await db.superuser`select next_due_on::text, revision from claims where id = ${claimId}`;
    expect(claim).toMatchObject({ next_due_on: "2026-11-25" });
    const events = await db.superuser`select type, actor, payload::jsonb as payload from events e
      join event_payloads p using (stream_kind, stream_id, seq) where stream_id = ${claimId} and type = 'clock_moved'`;
    expect(events).toMatchObject([
      {
        actor: `operator:${USER}`,
        payload: {
          cause: "calendar",
          correction: 1,
          calendarVersion: 1,
          ruleVersion: 1,
          from: { dueOn: "2026-11-24" },
          to: { dueOn: "2026-11-25" },
        },
      },
    ]);
    const marketplace = await db.superuser`select type, payload::jsonb as payload from events e
      join event_payloads p using (stream_kind, stream_id, seq) where stream_kind = 'marketplace' order by seq desc limit 2`;
    expect(marketplace).toMatchObject([
      { type: "calendar_change_applied", payload: { version: 1, moved: 1 } },
      { type: "calendar_changed", payload: { version: 1, day: "2026-11-24", preview: { open: 1, moved: 1 } } },
    ]);
  });

  test("never touches an ended clock: met, missed and answered late, cancelled, run out", async () => {
    const seller = await makeSeller();
    const met = await opened(seller);
    await answer(seller, met, instant("2026-11-20T10:00:00Z"));
    const late = await opened(seller, instant("2026-11-10T09:00:00Z"));
    await answer(seller, late, instant("2026-11-23T09:00:00Z"));
    const withdrawn = await opened(seller, instant("2026-11-09T09:00:00Z"), "no_longer_wanted");
    const cancelled = await opened(seller);
    await db.superuser`update clocks set cancelled_at = ${NOW} where claim_id = ${cancelled}`;
    await db.superuser`update clocks set stopped_at = ${NOW} where claim_id = ${withdrawn} and kind = 'reply'`;
    const all = () => db.superuser`select * from clocks where seller_id = ${seller.id} order by id`;
    const before = await all();
    for (const day of ["2026-11-23", "2026-11-24", "2026-11-13", "2026-11-12"]) {
      await confirm({ ...PONT, day: isoDate(day) }, instant("2026-12-20T09:00:00Z"));
    }
    expect(await all()).toEqual(before);
  });

  test("counts the clocks that open after it, and explains the ones before by what they were counted with", async () => {
    const seller = await makeSeller();
    await confirm(PONT);
    const after = await opened(seller, instant("2026-11-23T11:00:00Z"));
    expect(await replyOf(seller, after)).toMatchObject({ dueOn: "2026-11-26", calendarVersion: 1 });
    await confirm({ ...PONT, change: "withdraw", name: null, origin: "law:décret annulé" });
    expect(await replyOf(seller, after)).toMatchObject({ dueOn: "2026-11-25", calendarVersion: 2 });
  });

  test("figures equal a recomputation from the journal, before and after", async () => {
    const seller = await makeSeller();
    const answered = await opened(seller);
    await opened(seller);
    await opened(seller, instant("2026-11-10T09:00:00Z"));
    const window = { from: instant("2026-11-01T00:00:00Z"), to: instant("2026-12-01T00:00:00Z") };
    const figures = async (now: Instant) => {
      const rows = await listOnTimeFigures(auditor, { ...window, sellerId: seller.id }, now);
      const told = onTimeFigures(clocksFromJournal(await listClockEvents(seller.scope)), window, now);
      expect(rows.map(({ due, met, overdue }) => ({ due, met, overdue }))).toMatchObject(
        told.due === 0 ? [] : [{ due: told.due, met: told.met, overdue: told.overdue }],
      );
      return told;
    };
    expect(await figures(NOW)).toEqual({ due: 1, met: 0, missed: 1, overdue: 1 });
    await confirm(PONT);
    await answer(seller, answered, instant("2026-11-25T10:00:00Z"));
    expect(await figures(instant("2026-11-25T12:00:00Z"))).toEqual({ due: 2, met: 1, missed: 1, overdue: 1 });
    expect(await figures(instant("2026-11-25T23:00:00Z"))).toEqual({ due: 3, met: 1, missed: 2, overdue: 2 });
  });

  test("leaves a journal of which every row holds", async () => {
    const seller = await makeSeller();
    await opened(seller);
    await confirm(PONT);
    expect(await verifyJournal(sweepScope("test"))).toMatchObject({ holds: true });
  });

  test("two at once: one is made, the other must look again", async () => {
    const seller = await makeSeller();
    await opened(seller);
    const drafts = [PONT, { ...PONT, day: isoDate("2026-11-25") }];
    const shown = await Promise.all(drafts.map((draft) => preview(draft)));
    const outcomes = await Promise.all(
      drafts.map((draft, index) => {
        const { version = 0, name = "" } = shown[index] ?? {};
        return correctCalendar(admin, draft, { shown: { version, name, figures: "may_change" }, now: NOW });
      }),
    );
    expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ reason: "calendar_changed" });
  });

  test("says that the figures have changed since the preview, unless told that they may", async () => {
    const seller = await makeSeller();
    const first = await opened(seller);
    await opened(seller);
    const { version, name } = await preview(PONT);
    await answer(seller, first, instant("2026-11-23T09:30:00Z"));
    const shown = { version, name, figures: "as_shown" } as const;
    expect(await correctCalendar(admin, PONT, { shown, now: NOW })).toEqual({ ok: false, reason: "figures_changed" });
    const anyway = { ...shown, figures: "may_change" } as const;
    expect(await correctCalendar(admin, PONT, { shown: anyway, now: NOW })).toEqual({
      ok: true,
      value: { version: 1 },
    });
  });

  test("an answer that comes before its claim is reached keeps its clock", async () => {
    const seller = await makeSeller();
    const [first, second] = [await opened(seller), await opened(seller)];
    const { version, name } = await preview(PONT);
    await correctCalendar(admin, PONT, { shown: { version, name, figures: "as_shown" }, now: NOW });
    await answer(seller, first, instant("2026-11-23T10:00:01Z"));
    await moveClocks(sweepScope("move_clocks"), version, instant("2026-11-23T10:00:02Z"));
    expect(await replyOf(seller, first)).toMatchObject({ dueOn: "2026-11-24", calendarVersion: 0 });
    expect(await replyOf(seller, second)).toMatchObject({ dueOn: "2026-11-25", calendarVersion: 1 });
  });

  test("an auditor reads the preview and corrects nothing", async () => {
    const found = await findCalendarPreview(auditor, PONT, NOW);
    expect(found.ok).toBe(true);
    const shown = { version: 1, name: "", figures: "may_change" } as const;
    expect(await correctCalendar(auditor, PONT, { shown, now: NOW })).toEqual({ ok: false, reason: "not_allowed" });
    await expect(moveClocks(auditor, 1, NOW)).rejects.toThrow();
  });

  test.each([
    { because: "the same twice", draft: PONT, reason: "already_corrected" },
    { because: "its contrary", draft: { ...PONT, change: "remove", name: null }, reason: "already_corrected" },
    { because: "a holiday already", draft: { ...PONT, day: isoDate("2026-12-25") }, reason: "already_holiday" },
    {
      because: "no holiday",
      draft: { ...PONT, day: isoDate("2026-11-26"), change: "remove", name: null },
      reason: "not_a_holiday",
    },
    {
      because: "nothing to withdraw",
      draft: { ...PONT, day: isoDate("2026-11-26"), change: "withdraw", name: null },
      reason: "nothing_to_withdraw",
    },
  ] as const)("is refused: $because", async ({ draft, reason }) => {
    await confirm(PONT);
    expect(await findCalendarPreview(admin, draft, NOW)).toEqual({ ok: false, reason });
    const shown = { version: 2, name: "", figures: "may_change" } as const;
    expect(await correctCalendar(admin, draft, { shown, now: NOW })).toEqual({ ok: false, reason });
  });

  test("the application cannot edit what was corrected", async () => {
    await confirm(PONT);
    const edit = withScope(admin, (tx) => tx.execute("update calendar_overrides set day = '2026-01-05'"));
    await expect(edit).rejects.toMatchObject({ cause: { code: "42501" } });
  });
});
