import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { findCalendarPreview } from "@/db/queries/calendar-preview";
import { isoDate } from "@/lib/calendar/civil-day";
import { instant } from "@/lib/calendar/instant";
import type { OverrideDraft } from "@/lib/calendar/override";
import { makeSeller } from "../support/factory";
import { testDatabase } from "../support/test-database";
import { admin, forgetCorrections, NOW, opened, PONT, preview, replyOf } from "./calendar-fixture";

const db = testDatabase();
afterAll(async () => {
  await db.close();
  await closeDatabase();
});
beforeEach(() => forgetCorrections(db));

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
