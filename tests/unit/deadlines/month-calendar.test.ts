import { describe, expect, test } from "vitest";
import { monthCalendar } from "@/lib/deadlines/month-calendar";
import { explain, mainland } from "@/tests/unit/deadlines/explained";

describe("monthCalendar", () => {
  test("a month from Monday to Sunday, with what each day is", () => {
    const { days } = explain("withdrawal_period", "2026-10-28T11:00:00+01:00");
    const grids = monthCalendar(days, mainland);
    expect(grids.map(({ year, month }) => [year, month])).toEqual([
      [2026, 10],
      [2026, 11],
    ]);
    const november = grids[1];
    expect(november?.weeks).toHaveLength(6);
    expect(november?.weeks[0]).toEqual([
      null,
      null,
      null,
      null,
      null,
      null,
      {
        day: "2026-11-01",
        trace: days[4],
        rest: "holiday",
        holiday: { fr: "Toussaint", en: "All Saints’ Day" },
      },
    ]);
    expect(november?.weeks[2]?.[1]).toEqual({ day: "2026-11-10", trace: days[13] });
    expect(november?.weeks[2]?.[5]).toEqual({ day: "2026-11-14", rest: "saturday" });
    expect(november?.weeks[5]?.slice(0, 2)).toEqual([{ day: "2026-11-30" }, null]);
  });

  test("a period that touches three months shows the three, each once", () => {
    const { days } = explain("conformity_remedy", "2026-01-30T11:00:00+01:00");
    expect(monthCalendar(days, mainland).map(({ month }) => month)).toEqual([1, 2, 3]);
  });

  test("a period within a month shows that one", () => {
    const { days } = explain("reply", "2026-06-08T11:00:00+02:00");
    expect(monthCalendar(days, mainland).map(({ month }) => month)).toEqual([6]);
  });

  test("the same month of two years is two months", () => {
    const { days } = explain("legal_guarantee", "2026-01-15T11:00:00+01:00", { length: 12 });
    expect(monthCalendar(days, mainland).map(({ year, month }) => [year, month])).toEqual([
      [2026, 1],
      [2027, 1],
    ]);
  });

  test("a month that begins on a Monday has no empty first week", () => {
    const { days } = explain("reply", "2026-06-01T11:00:00+02:00");
    const [june] = monthCalendar(days, mainland);
    expect(june?.weeks).toHaveLength(5);
    expect(june?.weeks[0]?.[0]).toMatchObject({ day: "2026-06-01" });
  });

  test.each([
    { length: 2, months: [1, 2, 3] },
    { length: 3, months: [1, 4] },
    { length: 24, months: [1, 1] },
  ])("$length months are shown by $months", ({ length, months }) => {
    const { days } = explain("legal_guarantee", "2026-01-15T11:00:00+01:00", { length });
    expect(monthCalendar(days, mainland).map(({ month }) => month)).toEqual(months);
  });
});
