import { describe, expect, test } from "vitest";
import { chosenLines, quantityField } from "@/app/(customer)/suivi/[token]/retractation/chosen-lines";
import { messageText } from "@/lib/claims/schema";

const LINES = [
  { lineId: "A", name: "Lampe", quantity: 2 },
  { lineId: "B", name: "Ampoule", quantity: 4 },
];

describe("what is withdrawn from", () => {
  test("is the whole order unless the form says less", () => {
    expect(chosenLines(LINES, {})).toEqual(LINES);
    expect(chosenLines(LINES, { [quantityField(0)]: "0", [quantityField(1)]: "1" })).toEqual([
      { lineId: "B", name: "Ampoule", quantity: 1 },
    ]);
  });

  test.each(["3", "99999999", "1e9"])("is never more than was bought: %s", (typed) => {
    expect(chosenLines(LINES, { [quantityField(0)]: typed, [quantityField(1)]: "0" })).toMatchObject([{ quantity: 2 }]);
  });

  test.each(["-1", "1.5", "un", "NaN"])("is nothing of a line whose quantity is %s", (typed) => {
    expect(chosenLines(LINES, { [quantityField(0)]: typed, [quantityField(1)]: "0" })).toEqual([]);
  });
});

test("a message of 100 kB is refused, one of some pages is not", () => {
  expect(messageText.safeParse("a".repeat(100_000)).success).toBe(false);
  expect(messageText.safeParse("a".repeat(8_000)).success).toBe(true);
});
