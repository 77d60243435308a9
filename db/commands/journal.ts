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

export type NewEvent = {
  readonly stream: Stream;
  readonly type: EventType;
  readonly actor: Actor;
  readonly at: Instant;
  readonly payload: Json;
};

/**
 * Write one event at the end of its stream, in the transaction of the command that caused it.
 *
 * The stream's head row is locked first, so that two commands on one stream queue up and the chain has no fork.
 */
export async function appendEvent(tx: Transaction, event: NewEvent): Promise<{ seq: number; hash: string }> {
  const key = streamKey(event.stream);
  const head = await lockHead(tx, key);
  const salt = randomBytes(16).toString("hex");
  const payload = canonicalJson(event.payload);
  const header = {
    stream: `${key.streamKind}:${key.streamId}`,
    seq: head.seq + 1,
    atText: event.at,
    actor: actorText(event.actor),
    type: event.type,
    payloadHash: payloadHash(salt, payload),
    prevHash: head.hash,
  };
  const hash = eventHash(header);
  const { stream: _, ...columns } = header;
  await tx.insert(events).values({ ...key, ...columns, at: event.at, hash });
  await tx.insert(eventPayloads).values({ ...key, seq: header.seq, salt, payload });
  await tx
    .update(eventHeads)
    .set({ seq: header.seq, hash })
    .where(and(eq(eventHeads.streamKind, key.streamKind), eq(eventHeads.streamId, key.streamId)));
  return { seq: header.seq, hash };
}

type StreamKey = { streamKind: Stream["kind"]; streamId: string; sellerId: string | null };

function streamKey(stream: Stream): StreamKey {
  return stream.kind === "marketplace"
    ? { streamKind: "marketplace", streamId: MARKETPLACE_STREAM_ID, sellerId: null }
    : { streamKind: stream.kind, streamId: stream.id, sellerId: stream.sellerId };
}

async function lockHead(tx: Transaction, key: StreamKey): Promise<{ seq: number; hash: string }> {
  await tx
    .insert(eventHeads)
    .values({ ...key, seq: 0, hash: GENESIS_HASH })
    .onConflictDoNothing();
  const [head] = await tx
    .select({ seq: eventHeads.seq, hash: eventHeads.hash })
    .from(eventHeads)
    .where(and(eq(eventHeads.streamKind, key.streamKind), eq(eventHeads.streamId, key.streamId)))
    .for("update");
  if (!head) throw new Error(`The journal has no head for ${key.streamKind}:${key.streamId}`);
  return head;
}
