import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureBuild } from "./support/build.ts";
import { ensureChromium } from "./support/chromium.ts";
import { runProgram } from "./support/program.ts";
import { ROOT } from "./support/settings.ts";
import { onShutdown, shutDown, shutDownOnSignals } from "./support/shutdown.ts";
import { add, NOTHING, readTally, type Tally, tallyLine } from "./support/tally.ts";

/*
 * Runs the unit, database and browser tests, each on what it throws away
 * afterwards, and adds up what passed and failed. TEST_REPORT names a file for
 * the sum.
 */

const VITEST_LIMIT_MS = 10 * 60_000;
const BROWSER_LIMIT_MS = 12 * 60_000;

const PARTS = ["unit", "db", "e2e"] as const;
type Part = (typeof PARTS)[number];

shutDownOnSignals(130);
const reports = mkdtempSync(join(tmpdir(), "espace-vendeur-reports-"));
onShutdown(() => rmSync(reports, { recursive: true, force: true }));
try {
  const tally = await runParts(chosenParts(process.argv.slice(2)));
  if (process.env.TEST_REPORT) writeFileSync(process.env.TEST_REPORT, JSON.stringify(tally));
  if (tally.skipped > 0) console.log(`\n${tally.skipped} skipped`);
  console.log(`\n${tallyLine(tally)}`);
  await shutDown(tally.failed === 0 ? 0 : 1);
} catch (error) {
  await shutDown(1, error instanceof Error ? error.message : String(error));
}

function chosenParts(args: readonly string[]): readonly Part[] {
  const unknown = args.find((arg) => !PARTS.some((part) => part === arg));
  if (unknown !== undefined) throw new Error(`Unknown part: ${unknown}. There are ${PARTS.join(", ")}.`);
  return args.length === 0 ? PARTS : PARTS.filter((part) => args.includes(part));
}

async function runParts(parts: readonly Part[]): Promise<Tally> {
  // Before the long tests: whoever lacks a browser learns it at once.
  const chromium = parts.includes("e2e") ? await ensureChromium() : "";
  let tally = NOTHING;
  for (const part of parts) {
    console.log(`\n— ${part} tests —`);
    tally = add(tally, part === "e2e" ? await runBrowserTests(chromium) : await runVitest(part));
  }
  return tally;
}

async function runVitest(project: "unit" | "db"): Promise<Tally> {
  const report = join(reports, `${project}.json`);
  const program = {
    path: join(ROOT, "node_modules", "vitest", "vitest.mjs"),
    args: [
      "run",
      "--project",
      project,
      "--reporter=dot",
      "--reporter=json",
      "--silent=passed-only",
      `--outputFile.json=${report}`,
    ],
    env: { ...process.env, NODE_ENV: "test" as const },
  };
  const { ok } = await runProgram(program, VITEST_LIMIT_MS);
  return readTally("vitest", report, ok);
}

async function runBrowserTests(chromium: string): Promise<Tally> {
  await ensureBuild();
  const report = join(reports, "e2e.json");
  const program = {
    path: join(ROOT, "node_modules", "@playwright", "test", "cli.js"),
    args: ["test"],
    env: { ...process.env, CHROMIUM_PATH: chromium, PLAYWRIGHT_RESULTS: report },
  };
  const { ok } = await runProgram(program, BROWSER_LIMIT_MS);
  return readTally("playwright", report, ok);
}
