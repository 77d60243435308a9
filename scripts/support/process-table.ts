import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, readlinkSync } from "node:fs";

/**
 * A mark that a process number alone is not: the instant the process started.
 * Undefined when no such process lives (a zombie does not live).
 */
export function processStart(pid: number): string | undefined {
  if (process.platform === "linux") return linuxProcessStart(pid);
  const { status, stdout } = spawnSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" });
  return status === 0 && stdout.trim() !== "" ? stdout.trim() : undefined;
}

export function isAlive(pid: number): boolean {
  return processStart(pid) !== undefined;
}

/** The command line of a process, arguments separated by spaces; empty when it is gone. */
export function commandLine(pid: number): string {
  if (process.platform !== "linux") {
    return spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" }).stdout?.trim() ?? "";
  }
  return (read(`/proc/${pid}/cmdline`) ?? "").replaceAll("\0", " ").trim();
}

/** Processes whose working directory is this folder: a PostgreSQL backend sits in its data directory. */
export function processesIn(directory: string): readonly number[] {
  if (process.platform !== "linux") return [];
  return allProcesses().filter((pid) => workingDirectory(pid) === directory);
}

/** Processes a process started that still live. */
export function childrenOf(parent: number): readonly number[] {
  return allProcesses().filter((pid) => parentOf(pid) === parent && isAlive(pid));
}

function allProcesses(): readonly number[] {
  if (process.platform === "linux") return readdirSync("/proc").map(Number).filter(Number.isInteger);
  return spawnSync("ps", ["-eo", "pid="], { encoding: "utf8" }).stdout.trim().split(/\s+/).map(Number);
}

function parentOf(pid: number): number {
  if (process.platform === "linux") return Number(statFields(pid)?.[1]);
  return Number(spawnSync("ps", ["-o", "ppid=", "-p", String(pid)], { encoding: "utf8" }).stdout);
}

function linuxProcessStart(pid: number): string | undefined {
  const fields = statFields(pid);
  return fields === undefined || fields[0] === "Z" ? undefined : fields[19];
}

/** State, parent and so on. The field before is the command in parentheses and may hold anything: count from its end. */
function statFields(pid: number): readonly string[] | undefined {
  const stat = read(`/proc/${pid}/stat`);
  return stat?.slice(stat.lastIndexOf(")") + 2).split(" ");
}

function workingDirectory(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
