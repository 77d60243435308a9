import { desc, lt } from "drizzle-orm";
import { journalRoots } from "@/db/schema/journal";
import { withScope } from "@/db/scope";
import type { AdminScope } from "@/lib/auth/scope";

/** Daily roots of the journal, the last first. */
export async function listJournalRoots(scope: AdminScope, page: { readonly before?: number; readonly limit: number }) {
  return withScope(scope, (tx) =>
    tx
      .select()
      .from(journalRoots)
      .where(page.before === undefined ? undefined : lt(journalRoots.number, page.before))
      .orderBy(desc(journalRoots.number))
      .limit(page.limit),
  );
}
