import { and, eq, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { issueInvoiceIn } from "@/db/commands/issue-invoice";
import { enqueueJob } from "@/db/commands/jobs";
import type { Issuing } from "@/db/commands/numbered-document";
import { countUninvoicedIn, nextUninvoiced, targetOf } from "@/db/queries/invoice-runs";
import { invoiceRuns } from "@/db/schema/invoice-runs";
import { type Transaction, withScope } from "@/db/scope";
import { actorText, type OneSellerScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import { mayHandleClaims } from "@/lib/claims/permissions";
import { isResumable, MOST_REFUSED, type RunTarget } from "@/lib/invoices/bulk-run";
import { accepted, type Outcome, refused } from "@/lib/outcome";

type StartRefusal = "not_allowed" | "already_running" | "nothing_to_issue";

/** Issue the invoices that a period or a choice of orders lacks, in the worker; one run at a time. */
export async function startInvoiceRun(
  scope: OneSellerScope,
  target: RunTarget,
  now: Instant,
): Promise<Outcome<{ readonly runId: string }, StartRefusal>> {
  if (!mayHandleClaims(scope)) return refused("not_allowed");
  const { sellerId, actor } = scope;
  return withScope(scope, async (tx) => {
    await lockRuns(tx, sellerId);
    const totalCount = await countUninvoicedIn(tx, sellerId, target);
    if (totalCount === 0) return refused("nothing_to_issue");
    const runId = uuidv7();
    const made = await tx
      .insert(invoiceRuns)
      .values({
        sellerId,
        id: runId,
        status: "running",
        totalCount,
        startedBy: actorText(actor),
        createdAt: now,
        ...targetColumns(target),
      })
      .onConflictDoNothing()
      .returning({ id: invoiceRuns.id });
    if (made.length === 0) return refused("already_running");
    await enqueueRun(tx, scope, runId);
    return accepted({ runId });
  });
}

/** Stop a run after the invoice at hand; what was issued stays issued. */
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

/** Go on with what a run left: what it did not reach, and what was refused, which may have been mended since. */
export async function resumeInvoiceRun(
  scope: OneSellerScope,
  runId: string,
): Promise<Outcome<{ readonly runId: string }, StartRefusal | "not_resumable">> {
  if (!mayHandleClaims(scope)) return refused("not_allowed");
  const { sellerId } = scope;
  return withScope(scope, async (tx) => {
    await lockRuns(tx, sellerId);
    const run = await lockRun(tx, sellerId, runId);
    if (!run || !isResumable(run)) return refused("not_resumable");
    if (await isAnyRunning(tx, sellerId)) return refused("already_running");
    const left = await countUninvoicedIn(tx, sellerId, targetOf(run));
    if (left === 0) return refused("nothing_to_issue");
    await setRun(tx, run, {
      status: "running",
      totalCount: run.issuedCount + left,
      refused: [],
      refusedCount: 0,
      lastOrderNumber: null,
      finishedAt: null,
    });
    await enqueueRun(tx, scope, runId);
    return accepted({ runId });
  });
}

/**
 * Issue the next invoice of a run and say whether there may be another. The invoice and its count are one
 * transaction: a process killed at any instant leaves both or neither.
 */
export async function issueNextOfRun(scope: OneSellerScope, runId: string, issuing: Issuing): Promise<boolean> {
  const { sellerId } = scope;
  return withScope(scope, async (tx) => {
    const run = await lockRun(tx, sellerId, runId);
    if (run?.status !== "running") return false;
    const orderNumber = await nextUninvoiced(tx, sellerId, targetOf(run), run.lastOrderNumber);
    if (orderNumber === undefined) {
      await setRun(tx, run, { status: "done", finishedAt: issuing.now });
      return false;
    }
    const outcome = await issueInvoiceIn(tx, scope, { orderNumber }, issuing);
    await setRun(tx, run, { lastOrderNumber: orderNumber, ...counted(run, orderNumber, outcome) });
    return true;
  });
}

/** The job gave up: the page says so, and the run can be taken up again. */
export async function failInvoiceRun(scope: OneSellerScope, runId: string, now: Instant): Promise<void> {
  await withScope(scope, async (tx) => {
    const run = await lockRun(tx, scope.sellerId, runId);
    if (run?.status === "running") await setRun(tx, run, { status: "failed", finishedAt: now });
  });
}

type Run = typeof invoiceRuns.$inferSelect;

function targetColumns(target: RunTarget) {
  return "period" in target
    ? { periodFrom: target.period.from, periodBefore: target.period.before }
    : { orderNumbers: target.orderNumbers };
}

function enqueueRun(tx: Transaction, { sellerId, actor }: OneSellerScope, runId: string): Promise<void> {
  return enqueueJob(tx, "issue_invoices", { sellerId, runId, actor: { ...actor } }, { key: `invoices:${runId}` });
}

function counted(run: Run, orderNumber: string, outcome: Outcome<unknown, string>): Partial<Run> {
  if (outcome.ok) return { issuedCount: run.issuedCount + 1 };
  const { reason, fields } = outcome;
  const isKept = run.refused.length < MOST_REFUSED;
  return {
    refusedCount: run.refusedCount + 1,
    refused: isKept ? [...run.refused, { orderNumber, reason, ...(fields && { fields }) }] : run.refused,
  };
}

/** Two that start or take up a run of one seller come one after the other: the second is told of the first. */
async function lockRuns(tx: Transaction, sellerId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`invoice-runs:${sellerId}`}, 0))`);
}

async function isAnyRunning(tx: Transaction, sellerId: string): Promise<boolean> {
  const rows = await tx
    .select({ id: invoiceRuns.id })
    .from(invoiceRuns)
    .where(and(eq(invoiceRuns.sellerId, sellerId), eq(invoiceRuns.status, "running")));
  return rows.length > 0;
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
