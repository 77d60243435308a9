import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import postgres from "postgres";
import { migrateDatabase } from "../db/migrate.ts";
import { countFigures } from "./bench-seed/figures.ts";
import { withoutIndexes } from "./bench-seed/indexes.ts";
import { multiply } from "./bench-seed/multiply.ts";
import type { Plan } from "./bench-seed/plan.ts";
import { startCluster, THROW_AWAY_SETTINGS } from "./support/cluster.ts";
import { ensureDatabase, superuserUrl } from "./support/database.ts";
import { takeLock } from "./support/lock.ts";
import { runProgram } from "./support/program.ts";
import { childEnvironment, ROOT, readSettings, startLock } from "./support/settings.ts";
import { onShutdown, shutDown, shutDownOnSignals } from "./support/shutdown.ts";

/*
 * Fills a data directory of its own with a marketplace of any size. Some hundred claims are lived through the product's
 * own commands, each at its instants, so that rows, journal and mails are as in life; then they are multiplied, every
 * copy with its own identifiers, numbers, names and words, its chain of events hashed anew. The same numbers give the
 * same copies. `DATA_DIR=… npm start` then runs on it, with the demo's logins.
 */
const TUNING = [
  "max_wal_size=8GB",
  "maintenance_work_mem=1GB",
  "shared_buffers=1GB",
  "autovacuum=off",
  "wal_level=minimal",
  "max_wal_senders=0",
];

/** A trigger would look rows up one by one, without an index; the figures are counted once at the end. */
const WITHOUT_TRIGGERS = { session_replication_role: "replica" };

shutDownOnSignals(130);
try {
  await seed();
  await shutDown(0);
} catch (error) {
  await shutDown(1, error instanceof Error ? error.message : String(error));
}

async function seed() {
  const plan = readPlan();
  const settings = readSettings();
  if (existsSync(join(settings.DATA_DIR, "cluster.json")))
    throw new Error(`${settings.DATA_DIR} holds a marketplace already: name an empty folder as DATA_DIR.`);
  const lock = takeLock(startLock(settings), "the seeding of a marketplace");
  if (!lock.taken) throw new Error(`Process ${lock.holder.pid} uses ${settings.DATA_DIR}.`);
  onShutdown(lock.release);
  const start = performance.now();
  const say = (what: string) =>
    console.log(`${((performance.now() - start) / 1000).toFixed(0).padStart(5)} s  ${what}`);

  const cluster = await startCluster(settings.DATA_DIR, [...THROW_AWAY_SETTINGS, ...TUNING]);
  onShutdown(cluster.stop);
  const url = await ensureDatabase(cluster.record);
  await migrateDatabase(url);
  const env = childEnvironment(settings, url);
  await run("scripts/seed.ts", env);
  say("the demo marketplace is there");
  await run("scripts/bench-seed/prototypes.ts", env);
  say("the claims to multiply were lived");

  const sql = postgres(superuserUrl(cluster.record), { max: 4, onnotice: () => {}, connection: WITHOUT_TRIGGERS });
  try {
    await fill(sql, plan, say);
  } finally {
    await sql.end();
  }
  say(`${plan.claims} claims of ${plan.sellers} sellers are in ${settings.DATA_DIR}`);
}

async function run(path: string, env: NodeJS.ProcessEnv) {
  const { ok } = await runProgram({ path: join(ROOT, path), env });
  if (!ok) throw new Error(`${path} failed; the reason is above.`);
}

async function fill(sql: postgres.Sql, plan: Plan, say: (what: string) => void) {
  await withoutIndexes(sql, async () => {
    const rows = await multiply(sql, plan);
    say(`${rows} rows copied`);
  });
  say("indexes and foreign keys are back");
  await countFigures(sql);
  say("the figures are counted");
  await sql.unsafe("vacuum analyze");
}

function readPlan(): Plan {
  const { values } = parseArgs({ options: { claims: { type: "string" }, sellers: { type: "string" } } });
  const [claims, sellers] = [Number(values.claims ?? 100_000), Number(values.sellers ?? 500)];
  const areCounts = Number.isInteger(claims) && Number.isInteger(sellers) && claims > 0 && sellers >= 3;
  if (!areCounts) throw new Error("Say how many: npm run bench:seed -- --claims 1000000 --sellers 5000");
  return { claims, sellers };
}
