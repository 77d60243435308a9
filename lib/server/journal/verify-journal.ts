import { withJournalSnapshot } from "@/db/queries/journal-verification";
import type { AdminScope, JobScope } from "@/lib/auth/scope";
import { sealedRoot } from "@/lib/journal/facts";
import type { BadRow } from "@/lib/journal/verify";
import { verifyRoots } from "@/lib/journal/verify-roots";
import { verifyStreams } from "@/lib/journal/verify-streams";
import { checkFiles } from "@/lib/server/journal/verify-files";

export type JournalVerdict =
  | {
      readonly holds: true;
      readonly events: number;
      readonly streams: number;
      readonly roots: number;
      readonly files: number;
      readonly lastRoot: string;
    }
  | { readonly holds: false; readonly bad: BadRow };

/**
 * Check the whole journal as it is at one instant: every chain, head, leaf and root, and the bytes of every file whose
 * hash it holds. Memory does not grow with the journal.
 *
 * @param received hash of a root that was mailed: it must be among the roots
 */
export async function verifyJournal(scope: JobScope | AdminScope, received?: string): Promise<JournalVerdict> {
  return withJournalSnapshot(scope, async (journal) => {
    const sealed = new Map<number, string>();
    const files = checkFiles(journal.tx);
    const streams = await verifyStreams(
      { events: journal.events(), heads: journal.heads(), leaves: journal.leavesByStream() },
      (event) => {
        const root = sealedRoot(event);
        if (root) sealed.set(root.number, root.hash);
        return files.visit(event);
      },
    );
    if ("fault" in streams) return { holds: false, bad: streams };
    const badFile = await files.finish();
    if (badFile) return { holds: false, bad: badFile };
    const roots = await verifyRoots({ roots: journal.roots(), leaves: journal.leavesByRoot() }, sealed);
    if ("fault" in roots) return { holds: false, bad: roots };
    if (received && ![...sealed.values()].includes(received)) {
      return { holds: false, bad: { row: `root ${received}`, fault: "root_missing" } };
    }
    return { holds: true, ...streams, roots: roots.roots, files: files.count, lastRoot: roots.last };
  });
}
