import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { chain, type Fact } from "@/db/commands/journal";
import { eventHeads, eventPayloads, events } from "@/db/schema/journal";
import type { Transaction } from "@/db/scope";
import type { Actor } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import { GENESIS_HASH } from "@/lib/journal/hash";

/** Facts of one claim, in the order in which its stream takes them. */
export type ClaimFacts = { readonly claimId: string; readonly sellerId: string; readonly facts: readonly Fact[] };

/** What `appendEvents` writes, for many claims at once: as many statements as for one. */
export async function appendToClaims(
  tx: Transaction,
  { actor, at }: { readonly actor: Actor; readonly at: Instant },
  entries: readonly ClaimFacts[],
): Promise<void> {
  if (entries.length === 0) return;
  const heads = await lockHeads(tx, entries);
  const rows = entries.map(({ claimId, sellerId, facts }) => {
    const head = heads.get(claimId);
    if (!head) throw new Error(`The journal has no head for claim:${claimId}`);
    return chain({ streamKind: "claim", streamId: claimId, sellerId }, head, { actor, at }, facts);
  });
  await tx.insert(events).values(rows.flatMap((row) => row.map(({ event }) => event)));
  await tx.insert(eventPayloads).values(rows.flatMap((row) => row.map(({ payload }) => payload)));
  const ends = rows.flatMap((row) =>
    row.slice(-1).map(({ event }) => ({ id: event.streamId, seq: event.seq, hash: event.hash })),
  );
  await tx.execute(sql`update event_heads set seq = ended.seq, hash = ended.hash
    from json_to_recordset(${JSON.stringify(ends)}::json) as ended(id uuid, seq int, hash text)
    where stream_kind = 'claim' and stream_id = ended.id`);
}

/** In the order of their ids, so that two commands on several claims cannot wait for each other. */
async function lockHeads(tx: Transaction, entries: readonly ClaimFacts[]) {
  await tx
    .insert(eventHeads)
    .values(
      entries.map(({ claimId, sellerId }) => ({
        streamKind: "claim" as const,
        streamId: claimId,
        sellerId,
        seq: 0,
        hash: GENESIS_HASH,
      })),
    )
    .onConflictDoNothing();
  const ids = entries.map((entry) => entry.claimId);
  const rows = await tx
    .select({ id: eventHeads.streamId, seq: eventHeads.seq, hash: eventHeads.hash })
    .from(eventHeads)
    .where(and(eq(eventHeads.streamKind, "claim"), inArray(eventHeads.streamId, ids)))
    .orderBy(asc(eventHeads.streamId))
    .for("update");
  return new Map(rows.map(({ id, ...head }) => [id, head]));
}
