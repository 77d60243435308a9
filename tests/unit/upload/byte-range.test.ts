import { describe, expect, test } from "vitest";
import { requestedRange } from "@/lib/server/files/byte-range";

describe("requestedRange", () => {
  test.each([
    { header: null, expected: "whole" },
    { header: "bytes=0-0", expected: { start: 0, end: 0 } },
    { header: "bytes=99-", expected: { start: 99, end: 99 } },
    { header: "bytes=100-", expected: "unsatisfiable" },
    { header: "bytes=50-500", expected: { start: 50, end: 99 } },
    { header: "bytes=-10", expected: { start: 90, end: 99 } },
    { header: "bytes=-500", expected: { start: 0, end: 99 } },
    { header: "bytes=-0", expected: "unsatisfiable" },
    { header: "bytes=20-10", expected: "whole" },
    { header: "bytes=0-1,5-6", expected: "whole" },
    { header: "bytes=-", expected: "whole" },
    { header: "lines=1-2", expected: "whole" },
  ])("$header of 100 bytes", ({ header, expected }) => {
    expect(requestedRange(header, 100)).toEqual(expected);
  });
});
