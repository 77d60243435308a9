import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from "node:fs";
import { join } from "node:path";
import { waitForLock } from "./lock.ts";
import { runProgram } from "./program.ts";
import { ROOT } from "./settings.ts";

/** Finished builds, each named by the sources it was made from, so that a running server keeps its own. */
const BUILDS = join(ROOT, ".build");
const KEPT_BUILDS = 3;

const SOURCE_FOLDERS = ["app", "lib", "db", "public"];
const SOURCE_FILE = /\.(ts|mjs|cjs|json|css)$/;

/**
 * Build the product unless these very sources are built already.
 *
 * @returns the program that serves the build
 */
export async function ensureBuild(): Promise<string> {
  const build = buildOfSources();
  const server = serverOf(build);
  if (!existsSync(server)) {
    await underBuildLock(async () => {
      if (!existsSync(server)) await makeBuild(build);
    });
  }
  utimesSync(build, new Date(), new Date());
  return server;
}

/** The program that serves the build of these very sources, when there is one. */
export function findBuild(): string | undefined {
  const server = serverOf(buildOfSources());
  return existsSync(server) ? server : undefined;
}

/** Build whether or not it was done before. A build that exists stays: a server may run on it. */
export async function buildAnew(): Promise<void> {
  await underBuildLock(async () => {
    if (findBuild() === undefined) await makeBuild(buildOfSources());
    else await runBuild();
  });
}

function buildOfSources(): string {
  return join(BUILDS, sourceFingerprint());
}

function serverOf(build: string): string {
  return join(build, "server.js");
}

/** One build at a time: `.next` is shared by every run of this clone. */
async function underBuildLock(run: () => Promise<void>): Promise<void> {
  mkdirSync(BUILDS, { recursive: true });
  const release = await waitForLock(join(BUILDS, "build.lock"), () => console.log("Another start builds: waiting…"));
  try {
    await run();
  } finally {
    release();
  }
}

async function makeBuild(build: string): Promise<void> {
  await runBuild();
  assemble(build);
  removeOldBuilds(build);
}

async function runBuild() {
  console.log("Building (next build)…");
  const { ok } = await runProgram({
    path: join(ROOT, "node_modules", "next", "dist", "bin", "next"),
    args: ["build"],
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
  if (!ok) throw new Error("The build failed; its message is above.");
}

/** The standalone server has neither `public` nor the static files; renamed last, a build is whole or absent. */
function assemble(build: string) {
  const next = join(ROOT, ".next");
  const standalone = join(next, "standalone");
  cpSync(join(next, "static"), join(standalone, ".next", "static"), { recursive: true });
  if (existsSync(join(ROOT, "public"))) cpSync(join(ROOT, "public"), join(standalone, "public"), { recursive: true });
  rmSync(build, { recursive: true, force: true });
  renameSync(standalone, build);
}

function removeOldBuilds(current: string) {
  const others = readdirSync(BUILDS, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(BUILDS, entry.name))
    .filter((path) => path !== current)
    .sort((one, other) => statSync(other).mtimeMs - statSync(one).mtimeMs);
  for (const path of others.slice(KEPT_BUILDS - 1)) rmSync(path, { recursive: true, force: true });
}

/** A hash of all that the build reads, and of the Node that runs it. */
function sourceFingerprint(): string {
  const hash = createHash("sha256").update(process.versions.modules);
  const rootFiles = readdirSync(ROOT).filter((name) => SOURCE_FILE.test(name) && name !== "next-env.d.ts");
  for (const path of [...rootFiles, ...SOURCE_FOLDERS.flatMap(filesUnder)].sort()) {
    hash.update(`\0${path}\0`).update(readFileSync(join(ROOT, path)));
  }
  return hash.digest("hex").slice(0, 20);
}

function filesUnder(folder: string): string[] {
  if (!existsSync(join(ROOT, folder))) return [];
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length));
}
