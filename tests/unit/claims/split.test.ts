import { expect, test } from "vitest";
import { type LinePart, restOfLines } from "@/lib/claims/split";

const part = (orderLineId: string, quantity: number): LinePart => ({ orderLineId, quantity });
const CLAIMED = [part("lamp", 2), part("bulb", 1)];

test.each<[string, LinePart[], LinePart[]]>([
  ["a whole line", [part("bulb", 1)], [part("lamp", 2)]],
  ["a part of a line", [part("lamp", 1)], [part("lamp", 1), part("bulb", 1)]],
])("leaves the rest: %s", (_what, taken, rest) => {
  expect(restOfLines(CLAIMED, taken)).toEqual({ ok: true, value: rest });
});

test.each<[string, LinePart[]]>([
  ["no_line", []],
  ["unknown_line", [part("chair", 1)]],
  ["quantity_above_claim", [part("bulb", 2)]],
  ["quantity_above_claim", [part("lamp", 0)]],
  ["nothing_left", CLAIMED],
])("refuses: %s", (reason, taken) => {
  expect(restOfLines(CLAIMED, taken)).toMatchObject({ ok: false, reason });
});
