import { describe, expect, test } from "vitest";
import type { z } from "zod";
import { civilDaySchema, instantSchema } from "@/lib/calendar/schema";
import { zoneSchema } from "@/lib/calendar/zone-schema";

/** Why a value is refused, in the codes the forms and the API put into words. */
function refusals(schema: z.ZodType, value: unknown): readonly string[] {
  const read = schema.safeParse(value);
  return read.success ? [] : read.error.issues.map(({ message }) => message);
}

describe("an instant from outside", () => {
  test("is read in UTC", () => {
    expect(instantSchema.parse("2026-11-23T10:00:00+01:00")).toBe("2026-11-23T09:00:00.000Z");
  });

  test.each([
    { value: "2026-11-23T10:00:00", code: "no_offset" },
    { value: "2026-02-30T10:00:00Z", code: "impossible_date" },
    { value: "1999-06-01T10:00:00Z", code: "year_out_of_range" },
    { value: "demain", code: "not_an_instant" },
  ])("$value is refused once, as $code", ({ value, code }) => {
    expect(refusals(instantSchema, value)).toEqual([code]);
  });

  test("a number is none", () => {
    expect(refusals(instantSchema, 1_795_424_400_000)).toHaveLength(1);
  });
});

describe("a civil day from outside", () => {
  test("is read as it is", () => {
    expect(civilDaySchema.parse("2028-02-29")).toBe("2028-02-29");
  });

  test.each(["2026-02-29", "1999-12-31", "2101-01-01", "23/11/2026", ""])("%j is refused", (value) => {
    expect(refusals(civilDaySchema, value)).toEqual(["invalid_date"]);
  });
});

describe("a zone from outside", () => {
  test("is a name of the time zone database", () => {
    expect(zoneSchema.parse("Indian/Reunion")).toBe("Indian/Reunion");
  });

  test.each(["Paris", "+01:00", ""])("%j is refused", (value) => {
    expect(refusals(zoneSchema, value)).toEqual(["invalid_choice"]);
  });
});

test("the API's description shows their form and an example", () => {
  expect(instantSchema.in.meta()).toMatchObject({ format: "date-time", examples: [expect.stringMatching(/\+01:00$/)] });
  expect(civilDaySchema.in.meta()).toMatchObject({ format: "date", examples: ["2026-11-23"] });
});
