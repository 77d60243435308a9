import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import * as nodeModule from "node:module";
import { constants } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { installDependencies } from "./install.mjs";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const LEAST_NODE = [20, 9];
const RUNTIME_MAJOR = 24;

/**
 * Run one of our TypeScript programs from a machine that may only have Node 20
 * and nothing installed: install what is missing, then run it on Node 24,
 * which reads TypeScript by itself.
 *
 * @param {string} program path from the project's root
 */
export async function bootstrap(program) {
  try {
    requireNode();
    await installDependencies(ROOT);
    const path = join(ROOT, program);
    // What Node compiles once it finds again on the next start.
    process.env.NODE_COMPILE_CACHE ??= join(ROOT, "node_modules", ".cache", "node");
    if (major(process.versions.node) < RUNTIME_MAJOR) return runOnOwnNode(path);
    nodeModule.enableCompileCache(process.env.NODE_COMPILE_CACHE);
    await import(path);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}

function requireNode() {
  const [have, minor] = process.versions.node.split(".").map(Number);
  const [least, leastMinor] = LEAST_NODE;
  if (have > least || (have === least && minor >= leastMinor)) return;
  throw new Error(`Node ${LEAST_NODE.join(".")} or later is needed; this is Node ${process.versions.node}.`);
}

/** The Node the project pins as a dependency. The channel tells it when this process is killed. */
function runOnOwnNode(path) {
  const node = join(ROOT, "node_modules", ".bin", "node");
  if (!existsSync(node) || major(spawnSync(node, ["-p", "process.versions.node"]).stdout?.toString()) < RUNTIME_MAJOR) {
    throw new Error(
      `Node ${RUNTIME_MAJOR} is missing from node_modules: remove node_modules and start again, or install Node ${RUNTIME_MAJOR}.`,
    );
  }
  const child = spawn(node, [path, ...process.argv.slice(2)], { stdio: ["inherit", "inherit", "inherit", "ipc"] });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("error", (error) => {
    console.error(`Node ${RUNTIME_MAJOR} could not be run: ${error.message}`);
    process.exitCode = 1;
  });
  child.on("exit", (code, signal) => {
    process.exit(code ?? 128 + (constants.signals[signal] ?? 0));
  });
}

function major(version) {
  return Number.parseInt(version ?? "0", 10);
}
