import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { correctCalendar } from "@/db/commands/calendar-changes";
import { moveClocks } from "@/db/commands/move-clocks";
import { findCalendarPreview } from "@/db/queries/calendar-preview";
import { listOnTimeFigures } from "@/db/queries/compliance";
import { listClockEvents } from "@/db/queries/journal";
import { withScope } from "@/db/scope";
import { isoDate } from "@/lib/calendar/civil-day";
import { type Instant, instant } from "@/lib/calendar/instant";
import { onTimeFigures } from "@/lib/compliance/figures";
import { clocksFromJournal } from "@/lib/compliance/from-journal";
import { verifyJournal } from "@/lib/server/journal/verify-journal";
import { sweepScope } from "@/lib/server/scope";
import { makeSeller } from "../support/factory";
import { testDatabase } from "../support/test-database";
import {
  admin,
  answer,
  auditor,
  confirm,
  forgetCorrections,
  NOW,
  opened,
  PONT,
  preview,
  replyOf,
  USER,
} from "./calendar-fixture";

const db = testDatabase();
afterAll(async () => {
  await db.close();
  await closeDatabase();
});
beforeEach(() => forgetCorrections(db));

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
