import { spawn } from "node:child_process";
import { join } from "node:path";
import { readClusterRecord } from "./support/cluster.ts";
import { ownerUrl } from "./support/database.ts";
import { lockHolder, takeLock } from "./support/lock.ts";
import { openProductDatabase } from "./support/product-database.ts";
import { childEnvironment, ROOT, readSettings, type Settings, startLock } from "./support/settings.ts";
import { onShutdown, shutDown, shutDownOnSignals } from "./support/shutdown.ts";

/*
 * Runs a program on the product's database, such as the one that makes the
 * first admin: next to a running `npm start`, or on its own, with the embedded
 * database started for as long as the program lasts. Without a program it
 * brings the database up to date.
 */

shutDownOnSignals(130);
try {
  const [program, ...args] = process.argv.slice(2);
  const settings = readSettings();
  const env = childEnvironment(settings, await databaseUrl(settings));
  if (program === undefined) await shutDown(0, "The database is up to date.");
  else await shutDown(await runHere(join(ROOT, program), args, env));
} catch (error) {
  await shutDown(1, error instanceof Error ? error.message : String(error));
}

async function databaseUrl(settings: Settings): Promise<string> {
  if (settings.DATABASE_URL === undefined && lockHolder(startLock(settings)) !== undefined) {
    const record = readClusterRecord(settings.DATA_DIR);
    if (record !== undefined) return ownerUrl(record);
  }
  if (settings.DATABASE_URL === undefined) holdDataDirectory(settings);
  return (await openProductDatabase(settings)).url;
}

/** Nobody may start the product on the same cluster meanwhile. */
function holdDataDirectory(settings: Settings) {
  const lock = takeLock(startLock(settings), "a command of this product");
  if (!lock.taken)
    throw new Error(`Process ${lock.holder.pid} uses ${settings.DATA_DIR}: try again when it has ended.`);
  onShutdown(lock.release);
}

/** In this terminal's foreground, since the program may ask questions. */
async function runHere(path: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const child = spawn(process.execPath, ["--import", "tsx", path, ...args], { cwd: ROOT, env, stdio: "inherit" });
  const code = new Promise<number>((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (exitCode) => resolve(exitCode ?? 1));
  });
  onShutdown(async () => {
    child.kill("SIGTERM");
    await code;
  });
  return await code;
}
