import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** Process of a running product that answers pages, or that runs jobs, found below its supervisor. */
export function processOf(supervisor: number, role: "web" | "worker"): number {
  const rows = execFileSync("ps", ["-A", "-o", "pid=,ppid=,args="], { encoding: "utf8" })
    .split("\n")
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
    .flatMap((found) => (found ? [{ pid: Number(found[1]), parent: Number(found[2]), args: found[3] ?? "" }] : []));
  const below = new Set([supervisor]);
  for (let known = 0; known !== below.size; ) {
    known = below.size;
    for (const { pid, parent } of rows) if (below.has(parent)) below.add(pid);
  }
  const pattern = role === "web" ? /next-server|server\.js/ : /worker\.ts/;
  const found = rows.findLast(({ pid, args }) => pid !== supervisor && below.has(pid) && pattern.test(args));
  if (!found) throw new Error(`The product has no ${role} process`);
  return found.pid;
}

/** Memory a process holds now, in bytes (Linux). */
export function memoryOf(pid: number): number {
  const [, kilobytes] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return Number(kilobytes) * 1024;
}
