import { randomBytes } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { eventHeads, eventPayloads, events } from "@/db/schema/journal";
import type { Transaction } from "@/db/scope";
import { type Actor, actorText } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import { canonicalJson, type Json } from "@/lib/journal/canonical";
import type { EventType } from "@/lib/journal/event";
import { eventHash, GENESIS_HASH, payloadHash } from "@/lib/journal/hash";
import { MARKETPLACE_STREAM_ID } from "@/lib/journal/stream";

export type Stream =
  | { readonly kind: "claim"; readonly id: string; readonly sellerId: string }
  | { readonly kind: "seller"; readonly id: string; readonly sellerId: string }
  | { readonly kind: "marketplace" };

type Origin = { readonly stream: Stream; readonly actor: Actor; readonly at: Instant };
export type Fact = { readonly type: EventType; readonly payload: Json };
export type NewEvent = Origin & Fact;

export async function appendEvent(tx: Transaction, { type, payload, ...origin }: NewEvent): Promise<Receipt> {
  const [receipt] = await appendEvents(tx, origin, [{ type, payload }]);
  if (!receipt) throw new Error("The journal wrote nothing");
  return receipt;
}

/** What a row can be found and checked by. */
export type Receipt = { readonly seq: number; readonly hash: string };

/**
 * Write facts at the end of their stream, in the transaction of the command that caused them.
 *
 * The stream's head row is locked first, so that two commands on one stream queue up and the chain has no fork.
 */
export async function appendEvents(
  tx: Transaction,
  origin: Origin,
  facts: readonly Fact[],
): Promise<readonly Receipt[]> {
  if (facts.length === 0) return [];
  const key = streamKey(origin.stream);
  const head = await lockHead(tx, key);
  const rows = chain(key, head, origin, facts);
  const last = rows.at(-1)?.event;
  await Promise.all([
    tx.insert(events).values(rows.map((row) => row.event)),
    tx.insert(eventPayloads).values(rows.map((row) => row.payload)),
    tx.update(eventHeads).set({ seq: last?.seq, hash: last?.hash }).where(ofStream(key)),
  ]);
  return rows.map(({ event }) => ({ seq: event.seq, hash: event.hash }));
}

/** The rows of facts at the end of a stream, each bound to the one before by its hash. */
export function chain(key: StreamKey, head: Receipt, { actor, at }: Omit<Origin, "stream">, facts: readonly Fact[]) {
  let { seq, hash: prevHash } = head;
  return facts.map(({ type, payload }) => {
    seq += 1;
    const salt = randomBytes(16).toString("hex");
    const text = canonicalJson(payload);
    const columns = { seq, atText: at, actor: actorText(actor), type, payloadHash: payloadHash(salt, text), prevHash };
    const hash = eventHash({ stream: `${key.streamKind}:${key.streamId}`, ...columns });
    prevHash = hash;
    return { event: { ...key, ...columns, at, hash }, payload: { ...key, seq, salt, payload: text } };
  });
}

type StreamKey = { streamKind: Stream["kind"]; streamId: string; sellerId: string | null };

function streamKey(stream: Stream): StreamKey {
  return stream.kind === "marketplace"
    ? { streamKind: "marketplace", streamId: MARKETPLACE_STREAM_ID, sellerId: null }
    : { streamKind: stream.kind, streamId: stream.id, sellerId: stream.sellerId };
}

/** A stream's first event makes its head; of two at once, one waits for the other's. */
async function lockHead(tx: Transaction, key: StreamKey): Promise<Receipt> {
  const known = await selectHead(tx, key);
  if (known) return known;
  await tx
    .insert(eventHeads)
    .values({ ...key, seq: 0, hash: GENESIS_HASH })
    .onConflictDoNothing();
  const made = await selectHead(tx, key);
  if (!made) throw new Error(`The journal has no head for ${key.streamKind}:${key.streamId}`);
  return made;
}

async function selectHead(tx: Transaction, key: StreamKey): Promise<Receipt | undefined> {
  const [head] = await tx
    .select({ seq: eventHeads.seq, hash: eventHeads.hash })
    .from(eventHeads)
    .where(ofStream(key))
    .for("update");
  return head;
}

function ofStream({ streamKind, streamId }: StreamKey) {
  return and(eq(eventHeads.streamKind, streamKind), eq(eventHeads.streamId, streamId));
}
