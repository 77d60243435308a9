import { describe, expect, test } from "vitest";
import { calendar } from "@/lib/calendar/calendars";
import { isoDate, toDayNumber } from "@/lib/calendar/civil-day";
import { correctedCalendars } from "@/lib/calendar/corrected-calendars";
import { holidaysOfYear } from "@/lib/calendar/holiday-list";
import {
  groundOf,
  type NumberedOverride,
  type OverrideDraft,
  overridesInForce,
  reaches,
} from "@/lib/calendar/override";
import { nextVersion, refuseOverride, withDraft } from "@/lib/calendar/override-refusal";
import { confirmationSchema, overrideDraftSchema } from "@/lib/calendar/override-schema";
import { addWorkingDays, isWorkingDay } from "@/lib/calendar/working-calendar";

const name = { fr: "Jour de deuil", en: "Day of mourning" };
const added: OverrideDraft = { calendar: "FR", day: isoDate("2026-11-24"), change: "add", name, origin: "law:décret" };
const closed: OverrideDraft = { ...added, origin: "contract:fermeture" };
const withdrawn: OverrideDraft = { ...added, change: "withdraw", name: null };
const worked: OverrideDraft = { ...added, day: isoDate("2026-11-11"), change: "remove", name: null };

function numbered(...drafts: readonly OverrideDraft[]): readonly NumberedOverride[] {
  return drafts.map((draft, index) => ({ ...draft, version: index + 1 }));
}

const day = (text: string) => toDayNumber(isoDate(text));
const delivery = "delivery_territory" as const;

describe("overridesInForce", () => {
  test.each([
    { because: "one made", drafts: [added], holding: [1] },
    { because: "one withdrawn", drafts: [added, withdrawn], holding: [] },
    { because: "made again after a withdrawal", drafts: [added, withdrawn, added], holding: [3] },
    { because: "two grounds on one day", drafts: [added, closed], holding: [1, 2] },
    { because: "a withdrawal ends its own ground only", drafts: [closed, added, withdrawn], holding: [1] },
    { because: "two days", drafts: [added, worked], holding: [1, 2] },
    { because: "two calendars", drafts: [added, { ...added, calendar: "RE" as const }], holding: [1, 2] },
    { because: "the order of the last ones", drafts: [added, worked, withdrawn, added], holding: [2, 4] },
  ])("$because", ({ drafts, holding }) => {
    expect(overridesInForce(numbered(...drafts)).map(({ version }) => version)).toEqual(holding);
  });

  test("a decision of the marketplace reaches its own periods, a text of law every one", () => {
    expect([groundOf(added), groundOf(closed)]).toEqual(["law", "contract"]);
    expect([reaches(added, "marketplace"), reaches(added, delivery)]).toEqual([true, true]);
    expect([reaches(closed, "marketplace"), reaches(closed, delivery)]).toEqual([true, false]);
  });
});

describe("correctedCalendars", () => {
  test("without a correction the calendar is the published one itself", () => {
    expect(correctedCalendars([])("FR", delivery)).toBe(calendar("FR"));
    expect(correctedCalendars(numbered({ ...added, calendar: "RE" }))("FR", delivery)).toBe(calendar("FR"));
    expect(calendar("FR").version).toBe(0);
  });

  test("adds and removes days, and bears the number of its last correction", () => {
    const corrected = correctedCalendars(numbered(added, worked))("FR", delivery);
    expect(corrected.version).toBe(2);
    expect(corrected.holidayOn(day("2026-11-24"))).toEqual(name);
    expect(addWorkingDays(isoDate("2026-11-23"), 1, corrected)).toBe("2026-11-25");
    expect(addWorkingDays(isoDate("2026-11-10"), 1, corrected)).toBe("2026-11-11");
    expect(isWorkingDay(isoDate("2026-12-25"), corrected)).toBe(false);
    expect(isWorkingDay(isoDate("2026-12-31"), corrected)).toBe(true);
    expect(addWorkingDays(isoDate("2026-11-23"), 1, calendar("FR"))).toBe("2026-11-24");
  });

  test("reaches the first and the last day of a year", () => {
    const ends = numbered({ ...added, day: isoDate("2026-12-31") }, { ...worked, day: isoDate("2027-01-01") });
    const corrected = correctedCalendars(ends)("FR", delivery);
    expect(corrected.holidayOn(day("2026-12-31"))).toEqual(name);
    expect(corrected.holidayOn(day("2027-01-01"))).toBeUndefined();
    expect(addWorkingDays(isoDate("2026-12-30"), 1, corrected)).toBe("2027-01-01");
  });

  test("as they stood: later corrections are not taken in", () => {
    const all = numbered(added, withdrawn);
    expect(correctedCalendars(all, 0)("FR", delivery)).toBe(calendar("FR"));
    expect(correctedCalendars(all, 1)("FR", delivery).holidayOn(day("2026-11-24"))).toEqual(name);
    const now = correctedCalendars(all)("FR", delivery);
    expect([now.version, now.holidayOn(day("2026-11-24"))]).toEqual([2, undefined]);
  });

  test("of two territories each part is corrected by itself", () => {
    const noel: OverrideDraft = { ...worked, day: isoDate("2026-12-25") };
    const inOne = correctedCalendars(numbered(noel))("RE+FR", delivery);
    expect([inOne.id, inOne.version]).toEqual(["RE+FR", 1]);
    expect(inOne.holidayOn(day("2026-12-25"))).toBeDefined();
    const inBoth = correctedCalendars(numbered(noel, { ...noel, calendar: "RE" }))("RE+FR", delivery);
    expect(inBoth.holidayOn(day("2026-12-25"))).toBeUndefined();
  });

  test("the marketplace's own decision comes last for its own periods, whatever the order", () => {
    const noel = isoDate("2026-12-25");
    const open: OverrideDraft = { ...worked, day: noel, origin: "contract:ouvert à Noël" };
    for (const drafts of [
      [open, { ...added, day: noel }],
      [{ ...added, day: noel }, open],
    ]) {
      const corrected = correctedCalendars(numbered(...drafts));
      expect(corrected("FR", "marketplace").holidayOn(toDayNumber(noel))).toBeUndefined();
      expect(corrected("FR", delivery).holidayOn(toDayNumber(noel))).toEqual(name);
    }
  });

  test("the same corrections give the same value, other names another", () => {
    const one = correctedCalendars(numbered(added))("FR", delivery);
    expect(correctedCalendars(numbered(added))("FR", delivery)).toBe(one);
    const renamed = numbered({ ...added, name: { fr: "Autre", en: "Other" } });
    expect(correctedCalendars(renamed)("FR", delivery).holidayOn(day("2026-11-24"))?.fr).toBe("Autre");
  });

  test("an unknown calendar is a fault of the caller", () => {
    expect(() => correctedCalendars([])("XX", delivery)).toThrow("unknown calendar: XX");
  });
});

describe("refuseOverride", () => {
  test.each([
    { because: "a first one", draft: added, made: [], refusal: undefined },
    { because: "the same twice", draft: added, made: [added], refusal: "already_corrected" },
    {
      because: "its contrary, while it holds",
      draft: { ...added, change: "remove", name: null },
      made: [added],
      refusal: "already_corrected",
    },
    { because: "the same once withdrawn", draft: added, made: [added, withdrawn], refusal: undefined },
    {
      because: "a holiday already",
      draft: { ...added, day: isoDate("2026-12-25") },
      made: [],
      refusal: "already_holiday",
    },
    { because: "a holiday by law already", draft: closed, made: [added], refusal: "already_holiday" },
    { because: "by law what the marketplace had decided", draft: added, made: [closed], refusal: undefined },
    { because: "no holiday", draft: { ...worked, day: isoDate("2026-11-24") }, made: [], refusal: "not_a_holiday" },
    { because: "a holiday", draft: worked, made: [], refusal: undefined },
    { because: "a withdrawal", draft: withdrawn, made: [added], refusal: undefined },
    { because: "a withdrawal of nothing", draft: withdrawn, made: [], refusal: "nothing_to_withdraw" },
    { because: "a second withdrawal", draft: withdrawn, made: [added, withdrawn], refusal: "nothing_to_withdraw" },
    { because: "a withdrawal on another ground", draft: withdrawn, made: [closed], refusal: "nothing_to_withdraw" },
  ] as const)("$because", ({ draft, made, refusal }) => {
    expect(refuseOverride(draft, numbered(...made))).toBe(refusal);
  });

  /** Saturday 31 October to Sunday 15 November is sixteen days without a working day but for those left out. */
  function rests(...except: readonly string[]): readonly NumberedOverride[] {
    const days = ["02", "03", "04", "05", "06", "09", "10", "12", "13"].map((of) => `2026-11-${of}`);
    return numbered(...days.filter((of) => !except.includes(of)).map((of) => ({ ...added, day: isoDate(of) })));
  }

  test("fourteen days of rest in a row are the most", () => {
    expect(refuseOverride({ ...added, day: isoDate("2026-11-12") }, rests("2026-11-12", "2026-11-13"))).toBeUndefined();
    expect(refuseOverride({ ...added, day: isoDate("2026-11-13") }, rests("2026-11-13"))).toBe("nothing_worked");
    expect(refuseOverride({ ...added, day: isoDate("2026-11-02") }, rests("2026-11-02"))).toBe("nothing_worked");
    expect(refuseOverride({ ...added, day: isoDate("2026-11-06") }, rests("2026-11-06"))).toBe("nothing_worked");
  });

  test("a withdrawal that gives a holiday back counts, too", () => {
    const made = withDraft(numbered(worked, ...rests("2026-11-13").map(({ version: _, ...draft }) => draft)), {
      ...added,
      day: isoDate("2026-11-13"),
    });
    expect(refuseOverride({ ...worked, change: "withdraw" }, made)).toBe("nothing_worked");
  });

  test("the ends of the calendars are corrected as any other day", () => {
    expect(refuseOverride({ ...added, day: isoDate("2100-12-31") }, [])).toBeUndefined();
    expect(refuseOverride({ ...added, day: isoDate("2000-01-03") }, [])).toBeUndefined();
  });

  test("numbers follow each other", () => {
    expect(nextVersion([])).toBe(1);
    expect(nextVersion(numbered(added, worked))).toBe(3);
    expect(withDraft(numbered(added), worked).map(({ version }) => version)).toEqual([1, 2]);
  });
});

describe("holidaysOfYear", () => {
  test("lists the days published, added and taken away, in order", () => {
    const days = holidaysOfYear("FR", 2026, numbered(added, worked));
    expect(days.map(({ day: on, override }) => `${on}${override ? ` ${override.change}` : ""}`)).toEqual([
      "2026-01-01",
      "2026-04-06",
      "2026-05-01",
      "2026-05-08",
      "2026-05-14",
      "2026-05-25",
      "2026-07-14",
      "2026-08-15",
      "2026-11-01",
      "2026-11-11 remove",
      "2026-11-24 add",
      "2026-12-25",
    ]);
    expect(days.find(({ override }) => override?.change === "remove")?.name.fr).toBe("Armistice de 1918");
    expect(days.find(({ override }) => override?.change === "add")?.name).toEqual(name);
  });

  test("another calendar's corrections are not its own", () => {
    expect(holidaysOfYear("RE", 2026, numbered(added)).some(({ override }) => override)).toBe(false);
  });
});

describe("overrideDraftSchema", () => {
  const form = {
    calendar: "FR",
    day: "2026-11-24",
    change: "add",
    nameFr: " Jour de deuil ",
    nameEn: "Day of mourning",
    ground: "law",
    source: "décret",
  };

  test("reads a correction", () => {
    expect(overrideDraftSchema.parse(form)).toEqual(added);
    expect(overrideDraftSchema.parse({ ...form, change: "remove", day: "2026-11-11" })).toEqual(worked);
  });

  test.each([
    { field: "day", value: "2026-02-30" },
    { field: "day", value: "1999-12-31" },
    { field: "day", value: "2101-01-01" },
    { field: "day", value: "24/11/2026" },
    { field: "day", value: "" },
    { field: "calendar", value: "XX" },
    { field: "calendar", value: "RE+FR" },
    { field: "change", value: "move" },
    { field: "nameFr", value: " " },
    { field: "nameEn", value: "" },
    { field: "nameFr", value: "x".repeat(81) },
    { field: "ground", value: "assumed" },
    { field: "source", value: "  " },
    { field: "source", value: "x".repeat(301) },
  ])("refuses $field $value", ({ field, value }) => {
    const parsed = overrideDraftSchema.safeParse({ ...form, [field]: value });
    expect(parsed.error?.issues.map(({ path }) => path.join("."))).toEqual([field]);
  });

  test("a confirmation names a preview", () => {
    const preview = "0123456789abcdef0123456789abcdef";
    expect(confirmationSchema.parse({ version: "3", preview })).toEqual({ version: 3, preview, figures: "as_shown" });
    expect(confirmationSchema.safeParse({ version: "0", preview }).success).toBe(false);
    expect(confirmationSchema.safeParse({ version: "1", preview: "x" }).success).toBe(false);
  });
});
