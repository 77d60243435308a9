import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { homedir, tmpdir, userInfo } from "node:os";
import { delimiter, join } from "node:path";

/**
 * Install the dependencies when there are none, or when the lockfile is not
 * the one they were installed from. Throws with a sentence when npm fails.
 *
 * @param {string} root folder of package.json
 */
export async function installDependencies(root) {
  if (isUpToDate(root)) return;
  const release = await waitForInstallLock(root);
  try {
    if (!isUpToDate(root)) install(root);
  } finally {
    release();
  }
}

/** `npm ci` takes the lockfile literally; where a registry lacks another platform's package, `npm install` still can. */
function install(root) {
  console.log("Installing dependencies (npm ci)…");
  if (!npm(root, ["ci"])) {
    console.log("Trying once more with npm install…");
    if (!npm(root, ["install", "--no-save"]))
      throw new Error("The dependencies could not be installed; see npm above.");
  }
  writeFileSync(stampPath(root), lockfileHash(root));
}

function npm(root, command) {
  const { status, error } = spawnSync(
    "npm",
    [...command, "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"],
    {
      cwd: root,
      stdio: ["ignore", "inherit", "inherit"],
      shell: process.platform === "win32",
      env: installEnvironment(root),
    },
  );
  if (error) throw new Error(`npm could not be run (${error.message}): install npm, which comes with Node.`);
  return status === 0;
}

/** npm writes its hidden lockfile last: an installation cut short has none. */
function isUpToDate(root) {
  const installed = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(installed)) return false;
  if (existsSync(stampPath(root)) && readFileSync(stampPath(root), "utf8") === lockfileHash(root)) return true;
  return statSync(installed).mtimeMs >= statSync(join(root, "package-lock.json")).mtimeMs;
}

function stampPath(root) {
  return join(root, "node_modules", ".package-lock.sha256");
}

function lockfileHash(root) {
  return createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
}

/** Run as another user, npm may be pointed at a cache it cannot write: it gets one of its own. */
function installEnvironment(root) {
  const env = { ...process.env, NODE_ENV: "development" };
  // npm ci removes the programs of node_modules/.bin, its own Node among them.
  const own = join(root, "node_modules", ".bin");
  env.PATH = (env.PATH ?? "")
    .split(delimiter)
    .filter((entry) => entry !== own)
    .join(delimiter);
  const cache = env.npm_config_cache ?? join(homedir(), ".npm");
  if (!isWritableCache(cache)) env.npm_config_cache = join(tmpdir(), `npm-cache-${userInfo().uid}`);
  return env;
}

function isWritableCache(directory) {
  try {
    mkdirSync(join(directory, "_cacache", "tmp"), { recursive: true });
    for (const part of [".", "_cacache", "_cacache/tmp"]) accessSync(join(directory, part), constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Two first starts at once must not both run npm. Outside node_modules, which npm ci removes. */
async function waitForInstallLock(root) {
  const path = join(tmpdir(), `espace-vendeur-install-${createHash("sha256").update(root).digest("hex").slice(0, 16)}`);
  for (let told = false; !takes(path); told = true) {
    if (!told) console.log("Another start installs the dependencies: waiting for it…");
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  return () => rmSync(path, { force: true });
}

function takes(path) {
  try {
    writeFileSync(path, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
    if (!isAlive(Number(readFileSync(path, "utf8")))) rmSync(path, { force: true });
    return false;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}
