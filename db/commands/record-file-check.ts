import { uuidv7 } from "uuidv7";
import { appendEvent } from "@/db/commands/journal";
import { fileChecks } from "@/db/schema/file-checks";
import { withScope } from "@/db/scope";
import type { JobScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import type { FileFault } from "@/lib/evidence/storage-care";

export type FileCheck = {
  readonly startedAt: Instant;
  readonly endedAt: Instant;
  readonly files: number;
  readonly bytes: number;
  readonly orphans: number;
  readonly faults: readonly FileFault[];
};

/** Keep what a comparison of the stored files found, and tell the journal. */
export async function recordFileCheck(scope: Extract<JobScope, { readonly kind: "sweep" }>, check: FileCheck) {
  const row = { id: uuidv7(), ...check, isSound: check.faults.length === 0 };
  const { files, bytes, orphans, faults } = check;
  await withScope(scope, async (tx) => {
    await tx.insert(fileChecks).values(row);
    await appendEvent(tx, {
      stream: { kind: "marketplace" },
      type: "files_checked",
      actor: scope.actor,
      at: check.endedAt,
      payload: { checkId: row.id, files, bytes, orphans, faults: faults.map((fault) => ({ ...fault })) },
    });
  });
  return row;
}
