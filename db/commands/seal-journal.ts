import { and, asc, desc, eq, gt, notExists, sql } from "drizzle-orm";
import { appendEvent } from "@/db/commands/journal";
import { announceRoot } from "@/db/commands/root-mails";
import { eventHeads, journalLeaves, journalRoots } from "@/db/schema/journal";
import { type Transaction, withScope } from "@/db/scope";
import type { JobScope } from "@/lib/auth/scope";
import type { IsoDate } from "@/lib/calendar/civil-day";
import type { Instant } from "@/lib/calendar/instant";
import { GENESIS_HASH } from "@/lib/journal/hash";
import { growTree } from "@/lib/journal/merkle";
import { type JournalRoot, rootHash } from "@/lib/journal/root";

type SweepScope = Extract<JobScope, { readonly kind: "sweep" }>;

/**
 * Seal every chain that grew since the root before under the root of a day, tell the journal, and mail it to the
 * operator and to the sellers concerned. A day has one root: asked again, nothing is written.
 */
export async function sealJournal(scope: SweepScope, day: IsoDate, now: Instant): Promise<JournalRoot | undefined> {
  return withScope(scope, async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('journal_roots', 0))`);
    const [before] = await tx.select().from(journalRoots).orderBy(desc(journalRoots.number)).limit(1);
    if (before && before.day >= day) return undefined;
    const leaves = await readUnsealedHeads(tx);
    const tree = growTree();
    for (const leaf of leaves) tree.add({ ...leaf, stream: `${leaf.streamKind}:${leaf.streamId}` });
    const fields = {
      number: (before?.number ?? 0) + 1,
      day,
      atText: now,
      leafCount: tree.count,
      treeRoot: tree.root(),
      prevHash: before?.hash ?? GENESIS_HASH,
    };
    const root = { ...fields, hash: rootHash(fields) };
    await tx.insert(journalRoots).values(root);
    await insertLeaves(tx, root.number, leaves);
    const { number, leafCount, treeRoot, hash } = root;
    await appendEvent(tx, {
      stream: { kind: "marketplace" },
      type: "journal_sealed",
      actor: scope.actor,
      at: now,
      payload: { number, day, leafCount, treeRoot, hash },
    });
    await announceRoot(tx, root, now);
    return root;
  });
}

/** Heads in one instant's view, without their locks: a command that goes on meanwhile is of the next root. */
async function readUnsealedHeads(tx: Transaction) {
  const { streamKind, streamId, seq, hash, sellerId } = eventHeads;
  return tx
    .select({ streamKind, streamId, seq, hash, sellerId })
    .from(eventHeads)
    .where(
      and(
        gt(seq, 0),
        notExists(
          tx
            .select({ sealed: sql`1` })
            .from(journalLeaves)
            .where(
              and(
                eq(journalLeaves.streamKind, streamKind),
                eq(journalLeaves.streamId, streamId),
                eq(journalLeaves.seq, seq),
              ),
            ),
        ),
      ),
    )
    .orderBy(asc(streamKind), asc(streamId));
}

const INSERTED_AT_ONCE = 5_000;

async function insertLeaves(
  tx: Transaction,
  rootNumber: number,
  leaves: Awaited<ReturnType<typeof readUnsealedHeads>>,
) {
  for (let first = 0; first < leaves.length; first += INSERTED_AT_ONCE) {
    const rows = leaves
      .slice(first, first + INSERTED_AT_ONCE)
      .map((leaf, offset) => ({ ...leaf, rootNumber, position: first + offset }));
    await tx.insert(journalLeaves).values(rows);
  }
}
