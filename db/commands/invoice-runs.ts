import { and, eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { issueInvoice } from "@/db/commands/issue-invoice";
import { enqueueJob } from "@/db/commands/jobs";
import type { Issuing } from "@/db/commands/numbered-document";
import { countUninvoicedIn, nextUninvoiced } from "@/db/queries/invoice-runs";
import { invoiceRuns } from "@/db/schema/invoice-runs";
import { type Transaction, withScope } from "@/db/scope";
import { actorText, type OneSellerScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import { mayHandleClaims } from "@/lib/claims/permissions";
import { MOST_REFUSED } from "@/lib/invoices/bulk-run";
import type { InvoicePeriod } from "@/lib/invoices/period";
import { accepted, type Outcome, refused } from "@/lib/outcome";

/** Issue the invoices that a period lacks, in the worker; one run at a time. */
export async function startInvoiceRun(
  scope: OneSellerScope,
  period: InvoicePeriod,
  now: Instant,
): Promise<Outcome<{ readonly runId: string }, "not_allowed" | "already_running" | "nothing_to_issue">> {
  if (!mayHandleClaims(scope)) return refused("not_allowed");
  const { sellerId, actor } = scope;
  return withScope(scope, async (tx) => {
    const totalCount = await countUninvoicedIn(tx, sellerId, period);
    if (totalCount === 0) return refused("nothing_to_issue");
    const runId = uuidv7();
    const run = { periodFrom: period.from, periodBefore: period.before, startedBy: actorText(actor), createdAt: now };
    const made = await tx
      .insert(invoiceRuns)
      .values({ sellerId, id: runId, status: "running", totalCount, ...run })
      .onConflictDoNothing()
      .returning({ id: invoiceRuns.id });
    if (made.length === 0) return refused("already_running");
    await enqueueJob(tx, "issue_invoices", { sellerId, runId, actor: { ...actor } }, { key: `invoices:${runId}` });
    return accepted({ runId });
  });
}

/** Stop a run after the invoice at hand; what was issued stays issued, and a new run goes on with the rest. */
export async function cancelInvoiceRun(
  scope: OneSellerScope,
  runId: string,
  now: Instant,
): Promise<Outcome<{ readonly runId: string }, "not_allowed" | "not_running">> {
  if (!mayHandleClaims(scope)) return refused("not_allowed");
  return withScope(scope, async (tx) => {
    const run = await lockRun(tx, scope.sellerId, runId);
    if (run?.status !== "running") return refused("not_running");
    await setRun(tx, run, { status: "cancelled", finishedAt: now });
    return accepted({ runId });
  });
}

/**
 * Issue the next invoice of a run and say whether there may be another. Each invoice is its own transaction: a
 * process killed between it and the count finds it issued, and goes on after it.
 */
export async function issueNextOfRun(scope: OneSellerScope, runId: string, issuing: Issuing): Promise<boolean> {
  const { sellerId } = scope;
  const next = await withScope(scope, async (tx) => {
    const run = await lockRun(tx, sellerId, runId);
    if (run?.status !== "running") return undefined;
    const period = { from: run.periodFrom, before: run.periodBefore };
    const orderNumber = await nextUninvoiced(tx, { sellerId, period, after: run.lastOrderNumber });
    if (orderNumber === undefined) await setRun(tx, run, { status: "done", finishedAt: issuing.now });
    return orderNumber;
  });
  if (next === undefined) return false;
  const outcome = await issueInvoice(scope, { orderNumber: next }, issuing);
  await withScope(scope, async (tx) => {
    const run = await lockRun(tx, sellerId, runId);
    if (!run) return;
    const kept =
      outcome.ok || run.refused.length >= MOST_REFUSED
        ? run.refused
        : [...run.refused, refusedOrder(next, outcome.reason)];
    await setRun(tx, run, {
      lastOrderNumber: next,
      issuedCount: run.issuedCount + (outcome.ok ? 1 : 0),
      refusedCount: run.refusedCount + (outcome.ok ? 0 : 1),
      refused: kept,
    });
  });
  return true;
}

/** The job gave up: the page says so, and a new run goes on with the rest. */
export async function failInvoiceRun(scope: OneSellerScope, runId: string, now: Instant): Promise<void> {
  await withScope(scope, async (tx) => {
    const run = await lockRun(tx, scope.sellerId, runId);
    if (run?.status === "running") await setRun(tx, run, { status: "failed", finishedAt: now });
  });
}

type Run = typeof invoiceRuns.$inferSelect;

function refusedOrder(orderNumber: string, reason: string) {
  return { orderNumber, reason };
}

async function lockRun(tx: Transaction, sellerId: string, runId: string): Promise<Run | undefined> {
  const [run] = await tx
    .select()
    .from(invoiceRuns)
    .where(and(eq(invoiceRuns.sellerId, sellerId), eq(invoiceRuns.id, runId)))
    .for("update");
  return run;
}

async function setRun(tx: Transaction, { sellerId, id }: Run, values: Partial<Run>): Promise<void> {
  await tx
    .update(invoiceRuns)
    .set(values)
    .where(and(eq(invoiceRuns.sellerId, sellerId), eq(invoiceRuns.id, id)));
}
