import { expect, test } from "vitest";
import { weeksOf } from "@/app/_components/ui/month-weeks";

test("a month that starts on a Sunday has six days of another before it", () => {
  const weeks = weeksOf("2026-11");
  expect(weeks).toHaveLength(6);
  expect(weeks[0]).toEqual([undefined, undefined, undefined, undefined, undefined, undefined, "2026-11-01"]);
  expect(weeks[5]?.[0]).toBe("2026-11-30");
  expect(weeks.flat().filter(Boolean)).toHaveLength(30);
});

test("a leap February that starts on a Tuesday", () => {
  const weeks = weeksOf("2028-02");
  expect(weeks[0]?.slice(0, 2)).toEqual([undefined, "2028-02-01"]);
  expect(weeks.flat().filter(Boolean).at(-1)).toBe("2028-02-29");
});

test("a February that starts on a Monday has four whole weeks", () => {
  expect(weeksOf("2027-02")).toHaveLength(4);
});
