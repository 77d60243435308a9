import { and, eq, or, sql } from "drizzle-orm";
import { documents } from "@/db/schema/documents";
import { withScope } from "@/db/scope";
import type { JobScope } from "@/lib/auth/scope";

/**
 * Copy a file elsewhere and have every verified document that names it name the copy.
 *
 * The key is locked meanwhile, so that two runs never copy one file, nor does one take back the other's copy. Killed
 * before the end, the documents still name what they named.
 *
 * @param copy returns the new key; whatever it throws leaves the documents as they were
 * @returns whether documents name the copy now: false when none named the file, or another run has it
 */
export async function moveFile(
  scope: Extract<JobScope, { readonly kind: "sweep" }>,
  key: string,
  copy: () => Promise<string>,
): Promise<boolean> {
  return withScope(scope, async (tx) => {
    const [lock] = await tx.execute<{ taken: boolean }>(
      sql`select pg_try_advisory_xact_lock(hashtextextended(${`stored_file:${key}`}, 0)) as taken`,
    );
    const names = or(eq(documents.storageKey, key), eq(documents.previewKey, key));
    const [named] = await tx
      .select({ id: documents.id })
      .from(documents)
      .where(and(eq(documents.status, "verified"), names))
      .limit(1);
    if (!lock?.taken || !named) return false;
    const copied = await copy();
    await tx
      .update(documents)
      .set({ storageKey: copied })
      .where(and(eq(documents.status, "verified"), eq(documents.storageKey, key)));
    await tx.update(documents).set({ previewKey: copied }).where(eq(documents.previewKey, key));
    return true;
  });
}
