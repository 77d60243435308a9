/** Mutation tests of the deadline engine: `npm run test:mutation` changes the law's code and asks the tests to notice. */
export default {
  testRunner: "vitest",
  vitest: { configFile: "tests/mutation/vitest.config.ts" },
  plugins: ["@stryker-mutator/vitest-runner"],
  mutate: ["lib/calendar/**/*.ts", "lib/deadlines/**/*.ts"],
  ignorePatterns: [".next*", ".data*", "app", "docs", "public", "tests/e2e", "tests/db"],
  coverageAnalysis: "perTest",
  // A mutant of a table is there before any test and would run them all again; the tests state the tables as literals.
  ignoreStatic: true,
  concurrency: 2,
  tempDirName: ".data-stryker",
  reporters: ["clear-text", "progress-append-only"],
  clearTextReporter: { allowColor: false, reportTests: false },
  thresholds: { high: 95, low: 90, break: 90 },
};
