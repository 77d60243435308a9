import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { commandLine, isAlive, processesIn } from "./process-table.ts";

export type Postmaster = { readonly pid: number; readonly port: number; readonly isReady: boolean };

/** What a server wrote about itself into its data directory. */
export function readPostmaster(cluster: string): Postmaster | undefined {
  try {
    const lines = readFileSync(join(cluster, "postmaster.pid"), "utf8").split("\n");
    return { pid: Number(lines[0]), port: Number(lines[3]), isReady: lines[7]?.trim() === "ready" };
  } catch {
    return undefined;
  }
}

/** The server that runs on this data directory, if one does. */
export function runningPostmaster(cluster: string): Postmaster | undefined {
  const postmaster = readPostmaster(cluster);
  return postmaster !== undefined && isPostgresOn(postmaster.pid, cluster) ? postmaster : undefined;
}

/**
 * After a kill -9 of everything but PostgreSQL the server still runs: stop it.
 * After a kill -9 of the server its pid file stays: remove it once its
 * processes are gone, since another program may bear the number by now.
 */
export async function clearStalePostmaster(cluster: string): Promise<void> {
  const stale = readPostmaster(cluster);
  if (stale === undefined) return;
  if (isPostgresOn(stale.pid, cluster)) await stopPostmaster(stale.pid);
  for (let round = 0; processesIn(cluster).length > 0; round += 1) {
    if (round === 50) for (const pid of processesIn(cluster)) signal(pid, "SIGQUIT");
    if (round === 100)
      throw new Error(`Processes of an earlier database still use ${cluster}: ${processesIn(cluster)}`);
    await sleep(100);
  }
  rmSync(join(cluster, "postmaster.pid"), { force: true });
}

/** Fast shutdown (SIGINT: clients are cut, data is flushed), immediate after fifteen seconds. */
export async function stopPostmaster(pid: number): Promise<void> {
  signal(pid, "SIGINT");
  for (let round = 0; isAlive(pid); round += 1) {
    if (round === 600) signal(pid, "SIGQUIT");
    if (round === 1000) signal(pid, "SIGKILL");
    await sleep(25);
  }
}

function isPostgresOn(pid: number, cluster: string): boolean {
  const line = commandLine(pid);
  return line.includes("postgres") && line.includes(cluster);
}

function signal(pid: number, name: NodeJS.Signals) {
  try {
    process.kill(pid, name);
  } catch {
    // It ended by itself.
  }
}
