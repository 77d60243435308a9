import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runProgram } from "./support/program.ts";
import { ROOT } from "./support/settings.ts";
import { onShutdown, shutDown, shutDownOnSignals } from "./support/shutdown.ts";
import { add, NOTHING, readTally, type Tally, tallyLine } from "./support/tally.ts";

/*
 * What must hold before a change is accepted: `npm test` as the README tells
 * it, the pure tests once more in a zone far from Paris, and each static check
 * of `npm run check`. The last line is the sum.
 */

const CHECKS = ["check:format", "check:types", "check:directions", "check:dead"] as const;

shutDownOnSignals(130);
process.env.CI = "true";
const reports = mkdtempSync(join(tmpdir(), "espace-vendeur-ci-"));
onShutdown(() => rmSync(reports, { recursive: true, force: true }));
let tally = await runTests();
tally = add(tally, await runUnitTestsFarFromParis());
for (const check of CHECKS) tally = add(tally, runCheck(check));
console.log(tallyLine(tally));
await shutDown(tally.failed === 0 ? 0 : 1);

async function runTests(): Promise<Tally> {
  const report = join(reports, "tests.json");
  const { ok } = await runProgram({
    path: join(ROOT, "scripts", "test.mjs"),
    env: { ...process.env, TEST_REPORT: report },
  });
  return readTally("own", report, ok);
}

/** A civil day that leans on the machine's zone shows here. It counts as one check. */
async function runUnitTestsFarFromParis(): Promise<Tally> {
  const zone = "Pacific/Auckland";
  console.log(`\n— unit tests in ${zone} —`);
  const { ok } = await runProgram({
    path: join(ROOT, "node_modules", "vitest", "vitest.mjs"),
    args: ["run", "--project", "unit", "--reporter=dot", "--silent=passed-only"],
    env: { ...process.env, NODE_ENV: "test", TZ: zone },
  });
  return one(ok);
}

function runCheck(name: (typeof CHECKS)[number]): Tally {
  console.log(`\n— ${name} —`);
  const { status } = spawnSync("npm", ["run", "--silent", name], {
    cwd: ROOT,
    stdio: ["ignore", "inherit", "inherit"],
  });
  return one(status === 0);
}

function one(ok: boolean): Tally {
  return ok ? { ...NOTHING, passed: 1 } : { ...NOTHING, failed: 1 };
}
