import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ClusterRecord } from "./cluster.ts";
import { openDatabase, superuserUrl } from "./database.ts";
import { runProgram } from "./program.ts";
import { ROOT } from "./settings.ts";

type Login = { readonly email: string; readonly password: string };

/** The part of `demo.json` that is printed; the whole is what the demo's loader wrote. */
export type DemoFacts = {
  readonly baseUrl: string;
  readonly admin: Login;
  readonly auditor: Login;
  readonly sellers: readonly (Login & { readonly slug: string })[];
  readonly customerLinks: readonly string[];
};

const LOADER = join(ROOT, "scripts", "seed.ts");

/** A load that was cut short leaves its mark: nothing but demo rows can be in that database. */
export function isDemoHalfLoaded(dataDir: string): boolean {
  return existsSync(mark(dataDir));
}

export function forgetHalfLoadedDemo(dataDir: string) {
  rmSync(mark(dataDir), { force: true });
}

/** Load the demo marketplace into the embedded database when nobody has used it yet. */
export async function loadDemoWhenEmpty(record: ClusterRecord, dataDir: string, env: NodeJS.ProcessEnv) {
  if (!existsSync(LOADER) || !(await isEmpty(record))) return;
  console.log("Loading the demo marketplace…");
  writeFileSync(mark(dataDir), "");
  const { ok } = await runProgram({ path: LOADER, env });
  if (!ok) throw new Error("The demo marketplace could not be loaded; the reason is above. DEMO=0 goes without.");
  forgetHalfLoadedDemo(dataDir);
}

/** The demo's facts with today's address in them: the port may have changed since they were written. */
export function readDemoFacts(dataDir: string, baseUrl: string): DemoFacts | undefined {
  const path = join(dataDir, "demo.json");
  if (!existsSync(path)) return undefined;
  const facts: DemoFacts = JSON.parse(readFileSync(path, "utf8"));
  if (facts.baseUrl === baseUrl) return facts;
  const links = facts.customerLinks.map((link) => link.replace(facts.baseUrl, baseUrl));
  const moved = { ...facts, baseUrl, customerLinks: links };
  writeFileSync(`${path}.part`, JSON.stringify(moved, null, 2), { mode: 0o600 });
  renameSync(`${path}.part`, path);
  return moved;
}

function mark(dataDir: string): string {
  return join(dataDir, "demo-loading");
}

async function isEmpty(record: ClusterRecord): Promise<boolean> {
  const sql = openDatabase(superuserUrl(record));
  try {
    const [row] = await sql`select exists (select from users) or exists (select from sellers) as used`;
    return row?.used === false;
  } finally {
    await sql.end();
  }
}
