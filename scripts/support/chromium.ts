import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { runProgram } from "./program.ts";
import { ROOT } from "./settings.ts";

const SYSTEM_PATHS = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/google-chrome",
  "/snap/bin/chromium",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** A Chromium that starts: the one CHROMIUM_PATH names, Playwright's own, or the system's. */
export function findChromium(): string | undefined {
  const named = process.env.CHROMIUM_PATH;
  return [...(named ? [named] : []), chromium.executablePath(), ...SYSTEM_PATHS].find(starts);
}

/**
 * Find a Chromium, or install one: the distribution's package when we are root
 * and have apt, otherwise Playwright's download. Throws with what to do when
 * neither gives one that starts.
 */
export async function ensureChromium(): Promise<string> {
  const found = findChromium();
  if (found !== undefined) return found;
  if (process.env.CHROMIUM_PATH) throw new Error(`CHROMIUM_PATH does not start: ${process.env.CHROMIUM_PATH}.`);
  console.log("No Chromium found: installing one for the browser tests…");
  installPackage();
  if (findChromium() === undefined) await downloadPlaywrights();
  const installed = findChromium();
  if (installed !== undefined) return installed;
  throw new Error(
    "The browser tests need a Chromium and none could be installed: install one (Debian: apt-get install chromium) or name one in CHROMIUM_PATH.",
  );
}

function installPackage() {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return;
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  for (const args of [["update"], ["install", "-y", "--no-install-recommends", "chromium"]]) {
    spawnSync("apt-get", ["-q", ...args], { env, stdio: ["ignore", "inherit", "inherit"] });
  }
}

async function downloadPlaywrights() {
  await runProgram({
    path: join(ROOT, "node_modules", "@playwright", "test", "cli.js"),
    args: ["install", "chromium"],
    env: process.env,
  });
}

/** A path is no proof: on Ubuntu the package is a script that asks for a snap. */
function starts(path: string): boolean {
  if (!existsSync(path)) return false;
  return spawnSync(path, ["--version"], { stdio: "ignore", timeout: 20_000 }).status === 0;
}
