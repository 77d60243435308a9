import { and, asc, eq, gt, type SQL, sql } from "drizzle-orm";
import { eventHeads, eventPayloads, events, journalLeaves, journalRoots } from "@/db/schema/journal";
import { type Transaction, withSnapshot } from "@/db/scope";
import type { AdminScope, JobScope } from "@/lib/auth/scope";
import type { JournalRoot } from "@/lib/journal/root";
import type { StoredEvent } from "@/lib/journal/verify";
import type { StoredHead, StoredLeaf } from "@/lib/journal/verify-streams";

const PAGE = 5_000;

/** The whole journal as it is at one instant, page by page: what a verification reads. */
export type JournalSnapshot = {
  readonly tx: Transaction;
  readonly events: () => AsyncIterable<StoredEvent>;
  readonly heads: () => AsyncIterable<StoredHead>;
  readonly leavesByStream: () => AsyncIterable<StoredLeaf>;
  readonly leavesByRoot: () => AsyncIterable<StoredLeaf>;
  readonly roots: () => AsyncIterable<JournalRoot>;
};

export async function withJournalSnapshot<Result>(
  scope: JobScope | AdminScope,
  run: (journal: JournalSnapshot) => Promise<Result>,
): Promise<Result> {
  return withSnapshot(scope, async (tx) => {
    // Pages are read along their keys: a planner without statistics would hash the whole table for each of them.
    await tx.execute(sql`select set_config('enable_hashjoin', 'off', true), set_config('enable_seqscan', 'off', true)`);
    return run({
      tx,
      events: () => pages((after: EventRow | undefined) => eventPage(tx, after), storedEvent),
      heads: () => pages((after: HeadRow | undefined) => headPage(tx, after), withStream),
      leavesByStream: () => pages((after: LeafRow | undefined) => leafPage(tx, streamsAfter(after)), withStream),
      leavesByRoot: () => pages((after: LeafRow | undefined) => leafPage(tx, positionsAfter(after)), withStream),
      roots: () =>
        pages(
          (after: JournalRoot | undefined) => rootPage(tx, after),
          (root) => root,
        ),
    });
  });
}

async function* pages<Row, Item>(
  load: (after: Row | undefined) => Promise<readonly Row[]>,
  itemOf: (row: Row) => Item,
): AsyncGenerator<Item> {
  let after: Row | undefined;
  for (;;) {
    const page = await load(after);
    for (const row of page) yield itemOf(row);
    if (page.length < PAGE) return;
    after = page.at(-1);
  }
}

type StreamKey = { readonly streamKind: "claim" | "seller" | "marketplace"; readonly streamId: string };

function withStream<Row extends StreamKey>(row: Row) {
  return { ...row, stream: `${row.streamKind}:${row.streamId}` };
}

async function eventPage(tx: Transaction, after: (StreamKey & { readonly seq: number }) | undefined) {
  return tx
    .select({
      streamKind: events.streamKind,
      streamId: events.streamId,
      seq: events.seq,
      atText: events.atText,
      atMicros: sql<string>`(extract(epoch from ${events.at}) * 1000000)::bigint`,
      sellerId: events.sellerId,
      actor: events.actor,
      type: events.type,
      payloadHash: events.payloadHash,
      prevHash: events.prevHash,
      hash: events.hash,
      salt: eventPayloads.salt,
      payload: eventPayloads.payload,
      payloadSellerId: eventPayloads.sellerId,
    })
    .from(events)
    .leftJoin(
      eventPayloads,
      and(
        eq(eventPayloads.streamKind, events.streamKind),
        eq(eventPayloads.streamId, events.streamId),
        eq(eventPayloads.seq, events.seq),
      ),
    )
    .where(
      after
        ? sql`(${events.streamKind}, ${events.streamId}, ${events.seq}) > (${after.streamKind}, ${after.streamId}, ${after.seq})`
        : undefined,
    )
    .orderBy(asc(events.streamKind), asc(events.streamId), asc(events.seq))
    .limit(PAGE);
}
type EventRow = Awaited<ReturnType<typeof eventPage>>[number];

function storedEvent({ salt, payload, payloadSellerId, ...event }: EventRow): StoredEvent {
  const isKept = salt !== null && payload !== null;
  return { ...withStream(event), payload: isKept ? { salt, text: payload, sellerId: payloadSellerId } : null };
}

async function headPage(tx: Transaction, after: StreamKey | undefined) {
  return tx
    .select()
    .from(eventHeads)
    .where(
      and(
        gt(eventHeads.seq, 0),
        after && sql`(${eventHeads.streamKind}, ${eventHeads.streamId}) > (${after.streamKind}, ${after.streamId})`,
      ),
    )
    .orderBy(asc(eventHeads.streamKind), asc(eventHeads.streamId))
    .limit(PAGE);
}
type HeadRow = Awaited<ReturnType<typeof headPage>>[number];

type LeafRow = typeof journalLeaves.$inferSelect;

async function leafPage(tx: Transaction, { where, orderBy }: { where: SQL | undefined; orderBy: SQL[] }) {
  return tx
    .select()
    .from(journalLeaves)
    .where(where)
    .orderBy(...orderBy)
    .limit(PAGE);
}

function streamsAfter(after: LeafRow | undefined) {
  const { streamKind, streamId, seq } = journalLeaves;
  const where = after
    ? sql`(${streamKind}, ${streamId}, ${seq}) > (${after.streamKind}, ${after.streamId}, ${after.seq})`
    : undefined;
  return { where, orderBy: [asc(streamKind), asc(streamId), asc(seq)] };
}

function positionsAfter(after: LeafRow | undefined) {
  const { rootNumber, position } = journalLeaves;
  const where = after ? sql`(${rootNumber}, ${position}) > (${after.rootNumber}, ${after.position})` : undefined;
  return { where, orderBy: [asc(rootNumber), asc(position)] };
}

async function rootPage(tx: Transaction, after: JournalRoot | undefined) {
  return tx
    .select()
    .from(journalRoots)
    .where(after ? gt(journalRoots.number, after.number) : undefined)
    .orderBy(asc(journalRoots.number))
    .limit(PAGE);
}
