import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { eq } from "drizzle-orm";
import { isoDate } from "@/lib/calendar/civil-day";
import { instant } from "@/lib/calendar/instant";
import { onBenchDatabase } from "@/tests/support/bench-database";
import { runInBackground } from "../../scripts/support/background.ts";
import { WORKER_MEMORY } from "../../scripts/support/worker-memory.ts";

/**
 * A thousand invoices issued on a real database by a process like the worker, killed half-way, while an inbox is read;
 * then fifty issued at once and killed: `npx tsx tests/bench/invoice-run.ts`. BULK changes the thousand.
 */
const ORDERS = Number(process.env.BULK ?? 1000);
const AT_ONCE = 50;
const KILLED_AFTER = 20;
const WARM = 20;
/** The run is held and let go in turn, so that what else the machine does weighs on both readings alike. */
const TURNS = 8;
const TURN_MS = 600;
const NOW = instant("2026-11-23T09:00:00Z");
const OCTOBER = { period: { from: isoDate("2026-10-01"), before: isoDate("2026-11-01") } };

const [, , mode, sellerId = "", runId = ""] = process.argv;
if (mode === "run") await workRun();
else if (mode === "fifty") await issueFifty();
else await bench();

async function workRun() {
  const { issueNextOfRun } = await import("@/db/commands/invoice-runs");
  const { renderInvoicePdf } = await import("@/lib/server/pdf/invoice");
  const { jobScope } = await import("@/lib/server/scope");
  const { closeDatabase } = await import("@/db/client");
  const scope = jobScope(sellerId, { kind: "system", job: "bench" });
  while (await issueNextOfRun(scope, runId, { render: renderInvoicePdf, now: NOW })) {
    process.send?.({ rss: process.memoryUsage().rss });
  }
  await closeDatabase();
  process.disconnect();
}

async function issueFifty() {
  const { issueInvoice } = await import("@/db/commands/issue-invoice");
  const { renderInvoicePdf } = await import("@/lib/server/pdf/invoice");
  const { jobScope } = await import("@/lib/server/scope");
  const { closeDatabase } = await import("@/db/client");
  const scope = jobScope(sellerId, { kind: "system", job: "bench" });
  const issuing = { render: renderInvoicePdf, now: NOW };
  await Promise.all(
    firstOrders().map(async (orderNumber) => {
      await issueInvoice(scope, { orderNumber }, issuing);
      process.send?.({ rss: 0 });
    }),
  );
  await closeDatabase();
  process.disconnect();
}

async function bench() {
  await onBenchDatabase(async () => {
    await measureRun();
    await measureFifty();
    const { closeDatabase } = await import("@/db/client");
    await closeDatabase();
  });
}

async function measureRun() {
  const { sellerWithOrders } = await import("@/tests/support/invoicing-bench");
  const { startInvoiceRun } = await import("@/db/commands/invoice-runs");
  const seller = await sellerWithOrders(ORDERS, NOW);
  const started = await startInvoiceRun(seller.scope, OCTOBER, NOW);
  if (!started.ok) throw new Error(started.reason);
  const read = await inboxOf(seller.scope);
  await readFor(read, 1000);
  const quiet: number[] = [];
  const busy: number[] = [];
  let growth = 0;
  let issued = 0;
  const start = performance.now();
  let steady = { at: start, issued: 0 };
  for (const until of [ORDERS / 2, ORDERS]) {
    const memory: number[] = [];
    const child = startChild("run", seller.id, started.value.runId);
    child.on("message", (message) => {
      memory.push(rssIn(message));
      issued += 1;
    });
    const ended = once(child, "exit");
    await reaches(() => memory.length >= WARM, child);
    for (let turn = 0; turn < TURNS && child.exitCode === null; turn += 1) {
      child.kill("SIGSTOP");
      quiet.push(...(await readFor(read, TURN_MS)));
      child.kill("SIGCONT");
      busy.push(...(await readFor(read, TURN_MS)));
    }
    steady = { at: performance.now(), issued: memory.length };
    if (until < ORDERS) {
      await reaches(() => issued >= until, child);
      child.kill("SIGKILL");
    }
    await ended;
    growth = Math.max(growth, Math.max(...memory) - (memory[WARM - 1] ?? 0));
    if (until === ORDERS)
      print("each", `${((performance.now() - steady.at) / (memory.length - steady.issued)).toFixed(1)} ms`);
  }
  print(`${ORDERS} issued, killed half-way`, `${((performance.now() - start) / 1000).toFixed(0)} s`);
  print("memory", `+${Math.round(growth / 1e6)} MB after ${WARM} (target 150)`);
  const [before, meanwhile] = [medianOf(quiet), medianOf(busy)];
  print("inbox read", `${before.toFixed(1)} ms quiet; slower by ${(meanwhile / before).toFixed(2)} times (target 1.2)`);
  print("run: numbers missing or twice", String(await faultsOf(seller.id, ORDERS)));
}

async function measureFifty() {
  const { sellerWithOrders } = await import("@/tests/support/invoicing-bench");
  const seller = await sellerWithOrders(AT_ONCE, NOW);
  let issued = 0;
  const child = startChild("fifty", seller.id);
  child.on("message", () => {
    issued += 1;
    if (issued === KILLED_AFTER) child.kill("SIGKILL");
  });
  await once(child, "exit");
  const left = await faultsOf(seller.id, undefined);
  const again = startChild("fifty", seller.id);
  await once(again, "exit");
  print("fifty at once, after the kill", `${left} faults`);
  print("fifty: numbers missing or twice", String(await faultsOf(seller.id, AT_ONCE)));
}

function startChild(...args: readonly string[]): ChildProcess {
  const execArgv = ["--import", "tsx", ...WORKER_MEMORY];
  const child = fork(fileURLToPath(import.meta.url), [...args], { execArgv, stdio: "inherit", detached: true });
  if (child.pid !== undefined) runInBackground(child.pid);
  return child;
}

/** Sequences that are not 1, 2, 3… up to how many there are, and orders left without an invoice. */
async function faultsOf(seller: string, expected: number | undefined): Promise<number> {
  const { invoices } = await import("@/db/schema/invoices");
  const { withScope } = await import("@/db/scope");
  const { jobScope } = await import("@/lib/server/scope");
  const rows = await withScope(jobScope(seller, { kind: "system", job: "bench" }), (tx) =>
    tx
      .select({ sequence: invoices.sequence })
      .from(invoices)
      .where(eq(invoices.sellerId, seller))
      .orderBy(invoices.sequence),
  );
  const outOfPlace = rows.filter(({ sequence }, index) => sequence !== index + 1).length;
  return outOfPlace + Math.abs(rows.length - (expected ?? rows.length));
}

async function inboxOf(scope: Parameters<typeof import("@/db/queries/inbox").listClaims>[0]) {
  const { listClaims } = await import("@/db/queries/inbox");
  return () => listClaims(scope, { states: ["to_triage", "awaiting_seller"], limit: 50 });
}

async function readFor(read: () => Promise<unknown>, forMs: number): Promise<readonly number[]> {
  const times: number[] = [];
  const end = performance.now() + forMs;
  while (performance.now() < end) {
    const start = performance.now();
    await read();
    times.push(performance.now() - start);
  }
  return times;
}

function medianOf(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}

async function reaches(isSo: () => boolean, child: ChildProcess) {
  while (!isSo() && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 20));
}

function rssIn(message: unknown): number {
  return typeof message === "object" && message !== null && "rss" in message ? Number(message.rss) : 0;
}

function firstOrders(): readonly string[] {
  return Array.from({ length: AT_ONCE }, (_, index) => `B-${String(index).padStart(5, "0")}`);
}

function print(label: string, value: string): void {
  console.log(`${label.padEnd(40)} ${value}`);
}
