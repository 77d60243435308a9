import { join } from "node:path";
import { EnvironmentError } from "../lib/env.ts";
import { printBanner } from "./support/banner.ts";
import { ensureBuild } from "./support/build.ts";
import { supervise } from "./support/child.ts";
import { freePort } from "./support/cluster.ts";
import { loadDemoWhenEmpty, readDemoFacts } from "./support/demo.ts";
import { waitForHealth } from "./support/health.ts";
import { takeLock } from "./support/lock.ts";
import { openProductDatabase } from "./support/product-database.ts";
import { endProcess, type Program, startProgram } from "./support/program.ts";
import { childEnvironment, ROOT, readSettings, type Settings, startLock } from "./support/settings.ts";
import { isShuttingDown, onShutdown, shutDown, shutDownOnSignals } from "./support/shutdown.ts";
import { WORKER_MEMORY } from "./support/worker-memory.ts";

/*
 * Starts and keeps everything the product is made of: the embedded PostgreSQL
 * (unless DATABASE_URL names another), the web server and the worker. Ends
 * them in the opposite order.
 */

/** Requests end quickly; a job may render a PDF. */
const WEB_PATIENCE_MS = 8_000;
const WORKER_PATIENCE_MS = 25_000;

type Stop = () => Promise<void>;

shutDownOnSignals(0);
try {
  await start(process.argv.includes("--dev"));
} catch (error) {
  if (!isShuttingDown()) await shutDown(1, explain(error));
}

async function start(isDev: boolean) {
  const settings = readSettings();
  holdDataDirectory(settings);
  await requireFreePort(settings);
  const database = await openProductDatabase(settings);
  const env = childEnvironment(settings, database.url);
  const web = isDev ? developmentServer(settings, env) : await builtServer(env);
  // As root the data directory lets the database's user through: what the product writes there is its own alone.
  process.umask(0o077);
  if (database.record && settings.DEMO) await loadDemoWhenEmpty(database.record, settings.DATA_DIR, env);

  let stopWorker: Stop = async () => {};
  onShutdown(() => stopWorker());
  onShutdown(await keepRunning("The web server", web, WEB_PATIENCE_MS));
  await waitForHealth(settings, isShuttingDown);
  const path = join(ROOT, "scripts", "worker.ts");
  const worker = { path, nodeFlags: WORKER_MEMORY, priority: "background", env } as const;
  if (!isShuttingDown()) stopWorker = await keepRunning("The worker", worker, WORKER_PATIENCE_MS);
  if (!isShuttingDown()) printBanner(settings, database.record && readDemoFacts(settings.DATA_DIR, settings.BASE_URL));
}

/** One product per data directory: two would write the same files. */
function holdDataDirectory(settings: Settings) {
  const lock = takeLock(startLock(settings), settings.BASE_URL);
  if (lock.taken) {
    onShutdown(lock.release);
    return;
  }
  const { pid, note } = lock.holder;
  throw new Error(
    `Already running on ${settings.DATA_DIR}: ${note} (process ${pid}). Stop it, or start with another DATA_DIR and PORT.`,
  );
}

async function requireFreePort({ PORT, HOST }: Settings) {
  if ((await freePort(PORT, HOST)) === PORT) return;
  throw new Error(`PORT ${PORT} is used by another program: stop it, or start with another PORT.`);
}

async function builtServer(env: NodeJS.ProcessEnv): Promise<Program> {
  return { path: join(ROOT, "scripts", "support", "web.mjs"), args: [await ensureBuild()], env };
}

function developmentServer({ PORT, HOST }: Settings, env: NodeJS.ProcessEnv): Program {
  const path = join(ROOT, "node_modules", "next", "dist", "bin", "next");
  return { path, args: ["dev", "-p", String(PORT), "-H", HOST], env: { ...env, NODE_ENV: "development" } };
}

async function keepRunning(name: string, program: Program, patienceMs: number): Promise<Stop> {
  const supervised = await supervise(
    name,
    () => startProgram(program),
    (sentence) => void shutDown(1, sentence),
  );
  return async () => {
    supervised.letGo();
    await endProcess(supervised.current(), patienceMs);
  };
}

function explain(error: unknown): string {
  if (error instanceof EnvironmentError) return `The environment is wrong:\n${error.message}`;
  return error instanceof Error ? error.message : String(error);
}
