import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { readTally } from "../../../scripts/support/tally.ts";

const directory = mkdtempSync(join(tmpdir(), "tally-test-"));
afterAll(() => rmSync(directory, { recursive: true }));

function report(content: unknown): string {
  const path = join(directory, "report.json");
  writeFileSync(path, JSON.stringify(content));
  return path;
}

const vitest = { numPassedTests: 3, numFailedTests: 0, numPendingTests: 1, numTodoTests: 0, testResults: [] };

describe("readTally", () => {
  test("counts what vitest counted", () => {
    expect(readTally("vitest", report(vitest), true)).toEqual({ passed: 3, failed: 0, skipped: 1 });
  });

  test("counts a file that could not be loaded as a failure", () => {
    const broken = { ...vitest, testResults: [{ status: "failed", assertionResults: [] }] };
    expect(readTally("vitest", report(broken), false)).toEqual({ passed: 3, failed: 1, skipped: 1 });
  });

  test("counts a test that passed only on a second try as a failure", () => {
    const flaky = { stats: { expected: 2, unexpected: 0, flaky: 1, skipped: 0 }, errors: [] };
    expect(readTally("playwright", report(flaky), true)).toEqual({ passed: 2, failed: 1, skipped: 0 });
  });

  test.each([
    { because: "the runner failed without a failed test", path: () => report(vitest), ok: false },
    { because: "there is no report", path: () => join(directory, "absent.json"), ok: true },
    { because: "no test ran", path: () => report({ ...vitest, numPassedTests: 0 }), ok: true },
  ])("counts one failure when $because", ({ path, ok }) => {
    expect(readTally("vitest", path(), ok).failed).toBe(1);
  });
});
