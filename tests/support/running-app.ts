import { type ChildProcess, spawn } from "node:child_process";
import { createWriteStream, readFileSync } from "node:fs";
import { join } from "node:path";
import { freePort } from "../../scripts/support/cluster.ts";
import { removeDirectory, throwAwayDirectory } from "../../scripts/support/throw-away.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const START_PATIENCE_MS = 300_000;

type Variables = Readonly<Record<string, string>>;

export type RunningApp = {
  readonly baseUrl: string;
  readonly dataDir: string;
  /** The supervisor's own process: the channel to it closes with ours, and it ends then. */
  readonly process: ChildProcess;
  /** All it printed so far. */
  output(): string;
  /** End it as Ctrl-C does; the data directory stays. */
  stop(): Promise<number | null>;
  remove(): void;
};

/** Start the whole product as `npm start` does, on a free port, with a data directory of its own. */
export async function startApp(settings: Variables = {}): Promise<RunningApp> {
  const dataDir = await throwAwayDirectory();
  return await restartApp(dataDir, await freePort(), settings);
}

/** The same on a data directory and port of an earlier run. */
export async function restartApp(dataDir: string, port: number, settings: Variables = {}): Promise<RunningApp> {
  const app = spawnApp(dataDir, port, settings);
  await waitUntilServing(app);
  return app;
}

/** Start without waiting: for starts that are meant to be refused. */
export function spawnApp(dataDir: string, port: number, settings: Variables = {}): RunningApp {
  const child = spawn(process.execPath, [join(ROOT, "scripts", "start.mjs")], {
    cwd: ROOT,
    env: { ...process.env, ...OWN_SETTINGS, PORT: String(port), DATA_DIR: dataDir, ...settings },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  let output = "";
  const log = createWriteStream(join(dataDir, "start.log"), { flags: "a" });
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk) => {
      output += chunk;
      log.write(chunk);
    });
  }
  return {
    baseUrl: `http://localhost:${port}`,
    dataDir,
    process: child,
    output: () => output,
    stop: async () => {
      child.kill("SIGINT");
      return await ended(child);
    },
    remove: () => removeDirectory(dataDir),
  };
}

/** Resolves with the exit code, at once when it has ended already. */
export async function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  return await new Promise((resolve) => child.once("exit", resolve));
}

/** What a settings file or the shell of whoever runs the tests holds must not leak in. */
const OWN_SETTINGS: Variables = {
  BASE_URL: "",
  HOST: "",
  TRUSTED_PROXIES: "",
  DATABASE_URL: "",
  DATABASE_APP_URL: "",
  DEMO: "",
  SMTP_URL: "",
  MAIL_FROM: "",
  UPLOADTHING_TOKEN: "",
  AUTH_SECRET: "",
  CLAMD_URL: "",
};

async function waitUntilServing(app: RunningApp): Promise<void> {
  for (let waited = 0; !app.output().includes("is running on"); waited += 100) {
    if (app.process.exitCode !== null) throw new Error(`The product did not start:\n${app.output()}`);
    if (waited > START_PATIENCE_MS) throw new Error(`The product did not start in time:\n${app.output()}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** A JSON file of the data directory, such as `demo.json`. */
export function readDataFile(dataDir: string, name: string): unknown {
  return JSON.parse(readFileSync(join(dataDir, name), "utf8"));
}
