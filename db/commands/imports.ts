import { and, eq, getTableColumns, sql } from "drizzle-orm";
import type { PgUpdateSetSource } from "drizzle-orm/pg-core";
import { uuidv7 } from "uuidv7";
import type { EntryOutcome, OrderEntry } from "@/db/commands/imported-order";
import { enqueueJob } from "@/db/commands/jobs";
import { appendEvent } from "@/db/commands/journal";
import { writeOrders } from "@/db/commands/order-batch";
import { imports } from "@/db/schema/imports";
import { type Transaction, withScope } from "@/db/scope";
import { actorText, type OneSellerScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import type { CsvProblem } from "@/lib/orders/csv";
import { type ImportFindings, importFindingsSchema, withProblems } from "@/lib/orders/import-findings";
import { mayImportOrders } from "@/lib/orders/permissions";
import { accepted, type Outcome, refused } from "@/lib/outcome";

export type NewImport = {
  readonly fileName: string;
  readonly content: Uint8Array;
  /** Orders that can be imported. */
  readonly orderCount: number;
  readonly findings: ImportFindings;
};

/** Keep a file with what was found in it; nothing is imported before somebody says so. */
export async function previewImport(
  scope: OneSellerScope,
  file: NewImport,
  now: Instant,
): Promise<Outcome<{ readonly importId: string }, "not_allowed">> {
  if (!mayImportOrders(scope)) return refused("not_allowed");
  const { fileName, content, orderCount, findings } = file;
  const importId = uuidv7();
  await withScope(scope, (tx) =>
    tx.insert(imports).values({
      sellerId: scope.sellerId,
      id: importId,
      fileName,
      content,
      status: "previewed",
      orderCount,
      problems: findings,
      startedBy: actorText(scope.actor),
      createdAt: now,
    }),
  );
  return accepted({ importId });
}

export type StartRefusal = "not_allowed" | "not_found" | "already_started" | "nothing_to_import";

/** Import the faultless orders of a previewed file, in the worker. */
export async function startImport(
  scope: OneSellerScope,
  importId: string,
): Promise<Outcome<{ readonly importId: string }, StartRefusal>> {
  if (!mayImportOrders(scope)) return refused("not_allowed");
  return withScope(scope, async (tx): Promise<Outcome<{ readonly importId: string }, StartRefusal>> => {
    const row = await lockImport(tx, scope.sellerId, importId);
    if (!row) return refused("not_found");
    if (row.status !== "previewed") return refused("already_started");
    if (row.orderCount === 0) return refused("nothing_to_import");
    await setImport(tx, scope.sellerId, importId, { status: "running", startedBy: actorText(scope.actor) });
    const payload = { sellerId: scope.sellerId, importId, actor: { ...scope.actor } };
    await enqueueJob(tx, "import_orders", payload, { key: `import:${importId}` });
    return accepted({ importId });
  });
}

export type ImportBatch = {
  readonly importId: string;
  /** Orders done before this batch: another run of the same job has not passed here. */
  readonly from: number;
  readonly entries: readonly (OrderEntry & { readonly row: number })[];
  readonly latest: Instant;
};

/** Write the next orders of a running import with its progress, in one transaction. False: somebody else did. */
export async function importBatch(scope: OneSellerScope, batch: ImportBatch, now: Instant): Promise<boolean> {
  const { sellerId, actor } = scope;
  return withScope(scope, async (tx) => {
    const row = await lockImport(tx, sellerId, batch.importId);
    if (row?.status !== "running" || row.doneCount !== batch.from) return false;
    const run = { sellerId, actor, now, channel: "csv", latest: batch.latest };
    const outcomes = await writeOrders(tx, run, batch.entries);
    const count = (result: string) =>
      outcomes.filter((outcome) => outcome.ok && outcome.value.result === result).length;
    const problems = outcomes.flatMap((outcome, index) => problemsOf(outcome, batch.entries[index]));
    await setImport(tx, sellerId, batch.importId, {
      doneCount: row.doneCount + batch.entries.length,
      createdCount: sql`${imports.createdCount} + ${count("created")}`,
      updatedCount: sql`${imports.updatedCount} + ${count("updated")}`,
      unchangedCount: sql`${imports.unchangedCount} + ${count("unchanged")}`,
      ...(problems.length > 0 ? { problems: withProblems(importFindingsSchema.parse(row.problems), problems) } : {}),
    });
    return true;
  });
}

/** Close an import: one event tells what the file did, with its hash. */
export async function finishImport(scope: OneSellerScope, importId: string, now: Instant): Promise<void> {
  const { sellerId, actor } = scope;
  await withScope(scope, async (tx) => {
    const row = await lockImport(tx, sellerId, importId);
    if (row?.status !== "running") return;
    await setImport(tx, sellerId, importId, { status: "done", finishedAt: now });
    await appendEvent(tx, {
      stream: { kind: "seller", id: sellerId, sellerId },
      type: "order_imported",
      actor,
      at: now,
      payload: {
        importId,
        fileName: row.fileName,
        fileSha256: await hashOfFile(tx, sellerId, importId),
        orders: row.orderCount,
        created: row.createdCount,
        updated: row.updatedCount,
        unchanged: row.unchangedCount,
      },
    });
  });
}

/** The job gave up: the page says so, and what was imported stays. */
export async function failImport(scope: OneSellerScope, importId: string, now: Instant): Promise<void> {
  await withScope(scope, async (tx) => {
    const row = await lockImport(tx, scope.sellerId, importId);
    if (row?.status === "running") {
      await setImport(tx, scope.sellerId, importId, { status: "failed", finishedAt: now });
    }
  });
}

async function hashOfFile(tx: Transaction, sellerId: string, importId: string): Promise<string> {
  const [row] = await tx
    .select({ hash: sql<string>`encode(sha256(${imports.content}), 'hex')` })
    .from(imports)
    .where(and(eq(imports.sellerId, sellerId), eq(imports.id, importId)));
  if (!row) throw new Error(`There is no import ${importId}`);
  return row.hash;
}

const ROW_OF = { severity: "error", column: null } as const;

function problemsOf(outcome: EntryOutcome, entry: ImportBatch["entries"][number] | undefined): readonly CsvProblem[] {
  if (outcome.ok || !entry) return [];
  const about = { ...ROW_OF, row: entry.row, value: entry.number };
  switch (outcome.reason) {
    case "order_invoiced":
      return [{ ...about, code: "order_invoiced", values: { invoice: outcome.invoice } }];
    case "order_line_in_use":
      return [{ ...about, code: "order_line_in_use", values: { lines: outcome.lines.join(", ") } }];
    case "refund_above_paid":
    case "invalid":
      return Object.values(outcome.fields ?? {}).flatMap((codes) => codes.map((code) => ({ ...about, code })));
  }
}

/** Without the file's bytes: they are read when they are needed. */
async function lockImport(tx: Transaction, sellerId: string, importId: string) {
  const { content: _, ...columns } = getTableColumns(imports);
  const [row] = await tx
    .select(columns)
    .from(imports)
    .where(and(eq(imports.sellerId, sellerId), eq(imports.id, importId)))
    .for("update");
  return row;
}

type ImportColumns = PgUpdateSetSource<typeof imports>;

async function setImport(tx: Transaction, sellerId: string, importId: string, columns: ImportColumns): Promise<void> {
  await tx
    .update(imports)
    .set(columns)
    .where(and(eq(imports.sellerId, sellerId), eq(imports.id, importId)));
}
