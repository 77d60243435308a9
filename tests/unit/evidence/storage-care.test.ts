import { expect, test } from "vitest";
import { diskLevel } from "@/lib/evidence/storage-care";

test.each([
  { because: "just under the reserve", free: 499, level: "full" },
  { because: "exactly the reserve", free: 500, level: "scarce" },
  { because: "just under four reserves", free: 1999, level: "scarce" },
  { because: "four reserves", free: 2000, level: "enough" },
])("$because: $level", ({ free, level }) => {
  expect(diskLevel({ free, reserve: 500 })).toBe(level);
});

test("without a reserve a disk is never full", () => {
  expect(diskLevel({ free: 0, reserve: 0 })).toBe("enough");
});
