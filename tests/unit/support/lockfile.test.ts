import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

type Package = { readonly optionalDependencies?: Readonly<Record<string, string>> };
const lockfile: { packages: Record<string, Package> } = JSON.parse(readFileSync("package-lock.json", "utf8"));

// A registry that carries one platform only leaves the others out of the lockfile, and `npm ci` then refuses it.
test("the lockfile names the optional package of every platform", () => {
  const missing = Object.entries(lockfile.packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => !isLocked(path, name)),
  );
  expect(missing).toEqual([]);
});

/** Looked up as Node does: in the package's own node_modules, then in each folder above it. */
function isLocked(path: string, name: string): boolean {
  if (`${path ? `${path}/` : ""}node_modules/${name}` in lockfile.packages) return true;
  return path !== "" && isLocked(path.slice(0, Math.max(0, path.lastIndexOf("/node_modules/"))), name);
}
