import { and, desc, eq } from "drizzle-orm";
import { imports } from "@/db/schema/imports";
import { withScope } from "@/db/scope";
import type { OneSellerScope } from "@/lib/auth/scope";
import { importFindingsSchema } from "@/lib/orders/import-findings";

const progress = {
  id: imports.id,
  fileName: imports.fileName,
  status: imports.status,
  orderCount: imports.orderCount,
  doneCount: imports.doneCount,
  createdCount: imports.createdCount,
  updatedCount: imports.updatedCount,
  unchangedCount: imports.unchangedCount,
  createdAt: imports.createdAt,
  finishedAt: imports.finishedAt,
};

/** One import with what was found in its file; undefined when this seller has none of that id. */
export async function findImport(scope: OneSellerScope, importId: string) {
  const [row] = await withScope(scope, (tx) =>
    tx
      .select({ ...progress, problems: imports.problems })
      .from(imports)
      .where(and(eq(imports.sellerId, scope.sellerId), eq(imports.id, importId)))
      .limit(1),
  );
  if (!row) return undefined;
  const { problems, ...facts } = row;
  return { ...facts, findings: importFindingsSchema.parse(problems) };
}

export type ImportDetails = NonNullable<Awaited<ReturnType<typeof findImport>>>;

/** The last files of one seller, latest first. */
export async function listImports(scope: OneSellerScope, limit = 10) {
  return withScope(scope, (tx) =>
    tx
      .select(progress)
      .from(imports)
      .where(eq(imports.sellerId, scope.sellerId))
      .orderBy(desc(imports.createdAt), desc(imports.id))
      .limit(limit),
  );
}

export type ListedImport = Awaited<ReturnType<typeof listImports>>[number];

/** The bytes of a file, for the worker that imports it. */
export async function findImportContent(scope: OneSellerScope, importId: string) {
  const [row] = await withScope(scope, (tx) =>
    tx
      .select({ status: imports.status, doneCount: imports.doneCount, content: imports.content })
      .from(imports)
      .where(and(eq(imports.sellerId, scope.sellerId), eq(imports.id, importId)))
      .limit(1),
  );
  return row;
}
