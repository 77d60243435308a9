import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { join, relative, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type ClusterPlace, prepareClusterPlace } from "./cluster-place.ts";
import { clearStalePostmaster, readPostmaster, stopPostmaster } from "./postmaster.ts";

/** What `cluster.json` keeps between starts. The passwords never leave the data directory. */
export type ClusterRecord = {
  readonly directory: string;
  /** False until its files were made: from then on a missing folder is a loss, not a first start. */
  readonly isMade: boolean;
  readonly port: number;
  readonly superuserPassword: string;
  readonly ownerPassword: string;
};

export type Cluster = {
  readonly record: ClusterRecord;
  readonly process: ChildProcess;
  stop(): Promise<void>;
};

/** Durability off: for databases that are thrown away. */
export const THROW_AWAY_SETTINGS = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"] as const;

const LOG_LIMIT_BYTES = 5_000_000;

/**
 * Start the embedded PostgreSQL of a data directory on a free loopback port,
 * creating its cluster the first time and clearing what a crash left behind.
 *
 * @param home the data directory; `cluster.json` and `postgres.log` are kept there
 */
export async function startCluster(home: string, settings: readonly string[] = []): Promise<Cluster> {
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const known = readClusterRecord(home);
  const place = prepareClusterPlace(home, known?.directory);
  await clearStalePostmaster(place.cluster);
  const isPresent = existsSync(join(place.cluster, "PG_VERSION"));
  if (known?.isMade && !isPresent) throw new Error(lossOf(home, place.cluster));
  const record = {
    directory: place.directory,
    isMade: true,
    port: await freePort(known?.port),
    superuserPassword: known?.superuserPassword ?? password(),
    ownerPassword: known?.ownerPassword ?? password(),
  };
  if (!isPresent) {
    writeClusterRecord(home, { ...record, isMade: false });
    createCluster(place, record.superuserPassword);
  }
  writeClusterRecord(home, record);
  const child = await startServer(home, place, record.port, settings);
  return { record, process: child, stop: () => stopServer(child) };
}

/** The facts of the cluster whose data directory this is, when it was started before. */
export function readClusterRecord(home: string): ClusterRecord | undefined {
  const path = join(home, "cluster.json");
  if (!existsSync(path)) return undefined;
  const value: Record<string, unknown> = JSON.parse(readFileSync(path, "utf8"));
  return {
    directory: resolve(home, String(value.directory)),
    isMade: value.isMade === true,
    port: Number(value.port),
    superuserPassword: String(value.superuserPassword),
    ownerPassword: String(value.ownerPassword),
  };
}

/** A port nobody listens on, the preferred one when it is free. */
export async function freePort(preferred = 0, host = "127.0.0.1"): Promise<number> {
  return await new Promise((settle, fail) => {
    const probe = createServer();
    probe.once("error", (error) => (preferred === 0 ? fail(error) : settle(freePort(0, host))));
    probe.listen({ host, port: preferred, exclusive: true }, () => {
      const address = probe.address();
      probe.close(() => settle(typeof address === "object" && address !== null ? address.port : preferred));
    });
  });
}

/** A folder inside the data directory is recorded relative to it, so that the whole can be moved. */
function writeClusterRecord(home: string, record: ClusterRecord) {
  const inside = relative(home, record.directory);
  const directory = inside.startsWith("..") ? record.directory : inside;
  const part = join(home, `cluster.json.${process.pid}`);
  writeFileSync(part, JSON.stringify({ ...record, directory }, null, 2), { mode: 0o600 });
  renameSync(part, join(home, "cluster.json"));
}

function lossOf(home: string, cluster: string): string {
  return `The database's folder ${cluster} is gone: bring it back, or remove ${join(home, "cluster.json")} to begin with an empty one.`;
}

function password(): string {
  return randomBytes(24).toString("base64url");
}

/** Made aside and renamed, so that an initdb cut short is never taken for a cluster. ICU sorts French rightly. */
function createCluster(place: ClusterPlace, superuserPassword: string) {
  const part = `${place.cluster}.part`;
  rmSync(part, { recursive: true, force: true });
  const passwordFile = join(place.directory, "password");
  writeFileSync(passwordFile, superuserPassword, { mode: 0o600 });
  if (place.identity) chownSync(passwordFile, place.identity.uid, place.identity.gid);
  try {
    const first = initdb(place, part, passwordFile, "C.UTF-8");
    const failure = first === undefined ? undefined : initdb(place, part, passwordFile, "C");
    if (failure !== undefined) throw new Error(`PostgreSQL's initdb failed: ${first}`);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(part, place.cluster);
}

/** The message of initdb when it fails; the C locale is for systems that have no C.UTF-8. */
function initdb(place: ClusterPlace, target: string, passwordFile: string, locale: string): string | undefined {
  rmSync(target, { recursive: true, force: true });
  const options = ["--username=postgres", `--pwfile=${passwordFile}`, "--auth=scram-sha-256", "--encoding=UTF8"];
  const language = [`--locale=${locale}`, "--locale-provider=icu", "--icu-locale=fr-FR"];
  const { status, error, stderr } = spawnSync(
    join(place.binaries, "initdb"),
    [`--pgdata=${target}`, ...options, ...language],
    { ...place.identity, cwd: "/", encoding: "utf8", env: serverEnvironment() },
  );
  return status === 0 ? undefined : (error?.message ?? stderr.trim());
}

/**
 * Spawned in a session of its own: Ctrl-C in the terminal must reach the
 * supervisor alone, which stops the database after everything that uses it.
 */
async function startServer(home: string, place: ClusterPlace, port: number, settings: readonly string[]) {
  const log = openLog(home);
  const options = [`port=${port}`, "listen_addresses=127.0.0.1", "unix_socket_directories=", ...settings];
  const child = spawn(
    join(place.binaries, "postgres"),
    ["-D", place.cluster, ...options.flatMap((option) => ["-c", option])],
    { ...place.identity, cwd: "/", detached: true, stdio: ["ignore", log, log], env: serverEnvironment() },
  );
  closeSync(log);
  process.once("exit", () => child.kill("SIGINT"));
  let failure: string | undefined;
  child.once("error", (error) => {
    failure = error.message;
  });
  for (let round = 0; !isReady(place, child); round += 1) {
    if (failure !== undefined || hasEnded(child)) throw new Error(startFailure(home, failure));
    if (round === 3000) child.kill("SIGINT");
    await sleep(20);
  }
  return child;
}

function isReady(place: ClusterPlace, child: ChildProcess): boolean {
  const postmaster = readPostmaster(place.cluster);
  return postmaster !== undefined && postmaster.pid === child.pid && postmaster.isReady && !hasEnded(child);
}

async function stopServer(child: ChildProcess) {
  if (child.pid !== undefined && !hasEnded(child)) await stopPostmaster(child.pid);
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

function startFailure(home: string, failure: string | undefined): string {
  const path = join(home, "postgres.log");
  const tail = readFileSync(path, "utf8").trim().split("\n").slice(-8).join("\n");
  return `The embedded PostgreSQL did not start${failure ? ` (${failure})` : ""}; the end of ${path}:\n${tail}`;
}

function openLog(home: string): number {
  const path = join(home, "postgres.log");
  if (existsSync(path) && statSync(path).size > LOG_LIMIT_BYTES) renameSync(path, `${path}.1`);
  return openSync(path, "a", 0o600);
}

/** No setting of another PostgreSQL on this machine may leak in (PGDATA, PGPORT, a missing locale). */
function serverEnvironment(): NodeJS.ProcessEnv {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name)));
  return { ...env, NODE_ENV: process.env.NODE_ENV ?? "production", LC_MESSAGES: "C" };
}
