import { and, asc, eq, inArray, type SQL, sql } from "drizzle-orm";
import { type ClaimAct, originOf } from "@/db/commands/clocks";
import { appendEvent, type Stream } from "@/db/commands/journal";
import { eventPayloads, events } from "@/db/schema/journal";
import type { Transaction } from "@/db/scope";
import type { Actor } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import { factsToKeep } from "@/lib/compliance/erased-facts";
import { ERASABLE_EVENTS } from "@/lib/journal/erasable";
import { MARKETPLACE_STREAM_ID } from "@/lib/journal/stream";

type Erasure = { readonly stream: Stream; readonly actor: Actor; readonly at: Instant };

/**
 * Take away what a claim's journal holds of persons, and journal which rows lost it: the chain stands, and a payload
 * that is missing without such a row is a fault. What figures need of it is kept in that row.
 *
 * @param ground why, as the journal writes it
 * @returns how many payloads were erased
 */
export async function erasePayloads(tx: Transaction, act: ClaimAct, ground: string): Promise<number> {
  return eraseOfStream(tx, originOf(act), ground);
}

/** The same of what a stream tells about one thing: an order in its seller's journal, a request in the marketplace's. */
export async function erasePayloadsAbout(
  tx: Transaction,
  erasure: Erasure,
  {
    name,
    ids,
    ground,
  }: { readonly name: "orderId" | "submissionId"; readonly ids: readonly string[]; readonly ground: string },
): Promise<number> {
  if (ids.length === 0) return 0;
  const about = sql`${eventPayloads.payload}::jsonb ->> ${name} in ${[...ids]}`;
  return eraseOfStream(tx, erasure, ground, about);
}

async function eraseOfStream(tx: Transaction, erasure: Erasure, ground: string, about?: SQL): Promise<number> {
  const { kind } = erasure.stream;
  const streamId = kind === "marketplace" ? MARKETPLACE_STREAM_ID : erasure.stream.id;
  const ofStream = and(eq(eventPayloads.streamKind, kind), eq(eventPayloads.streamId, streamId));
  const erased = await tx
    .select({ seq: events.seq, type: events.type, payload: eventPayloads.payload })
    .from(events)
    .innerJoin(
      eventPayloads,
      and(
        eq(eventPayloads.streamKind, events.streamKind),
        eq(eventPayloads.streamId, events.streamId),
        eq(eventPayloads.seq, events.seq),
      ),
    )
    .where(and(ofStream, inArray(events.type, [...ERASABLE_EVENTS]), about))
    .orderBy(asc(events.seq));
  if (erased.length === 0) return 0;
  const seqs = erased.map(({ seq }) => seq);
  const kept = erased.flatMap(({ seq, type, payload }) => factsToKeep(type, seq, payload));
  await tx.delete(eventPayloads).where(and(ofStream, inArray(eventPayloads.seq, seqs)));
  await appendEvent(tx, { ...erasure, type: "personal_data_erased", payload: { ground, seqs, kept } });
  return seqs.length;
}
