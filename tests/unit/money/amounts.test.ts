import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { allocateCents } from "@/lib/money/allocation";
import { divideHalfUp, scaleHalfUp } from "@/lib/money/rounding";
import { netOfGrossCents, vatIncludedCents } from "@/lib/money/vat";

describe("divideHalfUp", () => {
  test.each([
    { numerator: 5, denominator: 2, expected: 3 },
    { numerator: -5, denominator: 2, expected: -3 },
    { numerator: 49, denominator: 100, expected: 0 },
    { numerator: -49, denominator: 100, expected: 0 },
    { numerator: 50, denominator: 100, expected: 1 },
    { numerator: 7, denominator: 3, expected: 2 },
  ])("$numerator / $denominator is $expected", ({ numerator, denominator, expected }) => {
    expect(divideHalfUp(numerator, denominator)).toBe(expected);
  });

  test("refuses what is no integer", () => {
    expect(() => divideHalfUp(0.5, 1)).toThrow(RangeError);
    expect(() => divideHalfUp(1, 0)).toThrow(RangeError);
  });

  test("scaling stays exact beyond the safe integers", () => {
    expect(scaleHalfUp(999_999_999, 2000, 12_000)).toBe(166_666_667);
    expect(scaleHalfUp(9_007_199_254_740_991, 3, 3)).toBe(9_007_199_254_740_991);
  });
});

describe("vatIncludedCents", () => {
  test.each([
    { because: "120.00 € at 20 %", gross: 12_000, bps: 2000, vat: 2000 },
    { because: "19.99 € at 20 %: 3.3317", gross: 1999, bps: 2000, vat: 333 },
    { because: "0.03 € at 20 % is half a cent, rounded up", gross: 3, bps: 2000, vat: 1 },
    { because: "0.02 € at 20 % is a third of a cent", gross: 2, bps: 2000, vat: 0 },
    { because: "10.55 € at 5.5 %", gross: 1055, bps: 550, vat: 55 },
    { because: "10.21 € at 2.1 %", gross: 1021, bps: 210, vat: 21 },
    { because: "108.50 € at 8.5 %", gross: 10_850, bps: 850, vat: 850 },
    { because: "no VAT", gross: 12_345, bps: 0, vat: 0 },
  ])("$because", ({ gross, bps, vat }) => {
    expect(vatIncludedCents(gross, bps)).toBe(vat);
    expect(netOfGrossCents(gross, bps)).toBe(gross - vat);
  });
});

describe("allocateCents", () => {
  test.each([
    { because: "a third each, the first takes the odd cent", total: 100, weights: [1, 1, 1], expected: [34, 33, 33] },
    { because: "the largest remainder wins", total: 10, weights: [15, 15, 70], expected: [2, 1, 7] },
    { because: "nothing to share by", total: 7, weights: [0, 0], expected: [7, 0] },
    { because: "nobody to share with", total: 7, weights: [], expected: [] },
    { because: "a free line takes nothing", total: 1, weights: [0, 5], expected: [0, 1] },
  ])("$because", ({ total, weights, expected }) => {
    expect(allocateCents(total, weights)).toEqual(expected);
  });

  test("shares add up and stay within one cent of the exact part", () => {
    const weights = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000_000 }), weights, (total, parts) => {
        const shares = allocateCents(total, parts);
        const sum = parts.reduce((a, b) => a + b, 0);
        expect(shares.reduce((a, b) => a + b, 0)).toBe(total);
        if (sum > 0) {
          shares.forEach((share, index) => {
            expect(Math.abs(share - (total * (parts[index] ?? 0)) / sum)).toBeLessThan(1);
          });
        }
      }),
    );
  });
});
