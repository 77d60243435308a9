import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";

/** How many tests passed and failed. */
export type Tally = { readonly passed: number; readonly failed: number; readonly skipped: number };

export const NOTHING: Tally = { passed: 0, failed: 0, skipped: 0 };

export function add(one: Tally, other: Tally): Tally {
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    skipped: one.skipped + other.skipped,
  };
}

export function tallyLine({ passed, failed }: Tally): string {
  return `${passed} passed, ${failed} failed`;
}

const vitestReport = z
  .object({
    numPassedTests: z.number(),
    numFailedTests: z.number(),
    numPendingTests: z.number(),
    numTodoTests: z.number(),
    testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
  })
  .transform((report): Tally => {
    // A file that cannot be loaded fails without a single test.
    const broken = report.testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0);
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests + broken.length,
      skipped: report.numPendingTests + report.numTodoTests,
    };
  });

const playwrightReport = z
  .object({
    stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
    errors: z.array(z.unknown()),
  })
  .transform(
    ({ stats, errors }): Tally => ({
      passed: stats.expected,
      failed: stats.unexpected + stats.flaky + errors.length,
      skipped: stats.skipped,
    }),
  );

const ownReport = z.object({ passed: z.number(), failed: z.number(), skipped: z.number() });

const REPORTS = { vitest: vitestReport, playwright: playwrightReport, own: ownReport } as const;

/**
 * Read a runner's report. A runner that failed without naming a failed test,
 * or wrote no report, counts as one failure: nothing is lost in silence.
 */
export function readTally(kind: keyof typeof REPORTS, path: string, exitedWell: boolean): Tally {
  const tally = existsSync(path) ? REPORTS[kind].parse(JSON.parse(readFileSync(path, "utf8"))) : NOTHING;
  const ranNothing = tally.passed + tally.failed === 0;
  return (exitedWell && !ranNothing) || tally.failed > 0 ? tally : { ...tally, failed: 1 };
}
