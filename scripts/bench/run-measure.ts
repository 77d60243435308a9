import { spawn } from "node:child_process";
import { join } from "node:path";
import { endProcess } from "../support/program.ts";
import { ROOT } from "../support/settings.ts";
import { onShutdown } from "../support/shutdown.ts";

const END_PATIENCE_MS = 8_000;

/** The one figure of a program of tests/bench; see `runMeasures`. */
export async function runMeasure(name: string, pattern: RegExp): Promise<number | string> {
  const [figure = "not printed"] = await runMeasures(name, [pattern]);
  return figure;
}

/**
 * Run one program of tests/bench, show what it prints, and read its figures.
 *
 * @param patterns their groups are numbers, added up: a file's preview and its import are one wait
 * @returns a figure for each pattern, or why there is none
 */
export async function runMeasures(name: string, patterns: readonly RegExp[]): Promise<readonly (number | string)[]> {
  const path = join(ROOT, "tests", "bench", `${name}.ts`);
  const child = spawn(process.execPath, ["--import", "tsx", path], {
    cwd: ROOT,
    detached: true,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const forget = onShutdown(() => endProcess(child, END_PATIENCE_MS));
  let printed = "";
  child.stdout.on("data", (chunk) => {
    printed += chunk;
    process.stdout.write(chunk);
  });
  const code = await new Promise((resolve) => {
    child.once("error", () => resolve(undefined));
    child.once("close", resolve);
  });
  forget();
  return patterns.map((pattern) => (code === 0 ? figureIn(printed, pattern) : "failed"));
}

function figureIn(printed: string, pattern: RegExp): number | string {
  const [, ...groups] = pattern.exec(printed) ?? [];
  return groups.length === 0 ? "not printed" : groups.reduce((sum, group) => sum + Number(group), 0);
}
