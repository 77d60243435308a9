import { and, asc, desc, eq, gte, sql } from "drizzle-orm";
import { eventPayloads, events, journalLeaves, journalRoots } from "@/db/schema/journal";
import { withScope } from "@/db/scope";
import type { AdminScope, JobScope, SellerScope } from "@/lib/auth/scope";

const ofEvent = and(
  eq(eventPayloads.streamKind, events.streamKind),
  eq(eventPayloads.streamId, events.streamId),
  eq(eventPayloads.seq, events.seq),
);

/** The whole stream of a claim, in order, with what was not erased of it. */
export async function listProvenEvents(scope: SellerScope | AdminScope, claimId: string) {
  const rows = await withScope(scope, (tx) =>
    tx
      .select({
        seq: events.seq,
        atText: events.atText,
        actor: events.actor,
        type: events.type,
        payloadHash: events.payloadHash,
        prevHash: events.prevHash,
        hash: events.hash,
        salt: eventPayloads.salt,
        text: eventPayloads.payload,
      })
      .from(events)
      .leftJoin(eventPayloads, ofEvent)
      .where(and(eq(events.streamKind, "claim"), eq(events.streamId, claimId)))
      .orderBy(asc(events.seq))
      .limit(10_000),
  );
  return rows.map(({ salt, text, ...event }) => ({
    ...event,
    payload: salt === null || text === null ? null : { salt, text },
  }));
}

/** Where a root sealed a claim's stream: the first time at or after an event, or the last time at all. */
export async function findLeaf(scope: SellerScope | AdminScope, claimId: string, which: { fromSeq: number } | "last") {
  const ofClaim = and(eq(journalLeaves.streamKind, "claim"), eq(journalLeaves.streamId, claimId));
  const [leaf] = await withScope(scope, (tx) =>
    tx
      .select({ seq: journalLeaves.seq, rootNumber: journalLeaves.rootNumber, position: journalLeaves.position })
      .from(journalLeaves)
      .where(which === "last" ? ofClaim : and(ofClaim, gte(journalLeaves.seq, which.fromSeq)))
      .orderBy(which === "last" ? desc(journalLeaves.seq) : asc(journalLeaves.seq))
      .limit(1),
  );
  return leaf;
}

/** A root and everything it sealed, in order: hashes of every seller's streams, from which a path is made. */
export async function readSealed(scope: JobScope, rootNumber: number) {
  return withScope(scope, async (tx) => {
    const [root] = await tx.select().from(journalRoots).where(eq(journalRoots.number, rootNumber)).limit(1);
    const leaves = await tx
      .select({
        stream: sql<string>`${journalLeaves.streamKind} || ':' || ${journalLeaves.streamId}`,
        seq: journalLeaves.seq,
        hash: journalLeaves.hash,
      })
      .from(journalLeaves)
      .where(eq(journalLeaves.rootNumber, rootNumber))
      .orderBy(asc(journalLeaves.position));
    return root && { root, leaves };
  });
}

/** The event of every answer of a claim, and the day whose root seals it. */
export async function listReplyReceipts(scope: SellerScope | AdminScope, claimId: string) {
  return withScope(scope, (tx) =>
    tx
      .select({
        replyId: sql<string>`${eventPayloads.payload}::jsonb ->> 'replyId'`,
        hash: events.hash,
        sealedOn: sql<
          string | null
        >`(select r.day::text from ${journalLeaves} l join ${journalRoots} r on r.number = l.root_number
          where l.stream_kind = 'claim' and l.stream_id = ${events.streamId} and l.seq >= ${events.seq}
          order by l.seq limit 1)`,
      })
      .from(events)
      .innerJoin(eventPayloads, ofEvent)
      .where(and(eq(events.streamKind, "claim"), eq(events.streamId, claimId), eq(events.type, "reply_sent")))
      .orderBy(asc(events.seq))
      .limit(200),
  );
}

export type ListedReceipt = Awaited<ReturnType<typeof listReplyReceipts>>[number];
