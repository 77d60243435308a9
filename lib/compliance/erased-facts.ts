import { z } from "zod";
import type { Json } from "@/lib/journal/canonical";
import type { EventType } from "@/lib/journal/event";

/** What figures need of the payloads that may be erased: no word of a person is among it. */
const COUNTED_FIELDS: Partial<Record<EventType, readonly string[]>> = {
  message_sent: ["author"],
  reply_sent: ["replyId", "solution", "workingMinutes", "isIdentical"],
  commitment_done: ["commitmentId", "doneAt"],
};

export type ErasedFact = { readonly seq: number; readonly facts: Readonly<Record<string, Json>> };

const payloadSchema = z.record(z.string(), z.json());

/** The facts an erasure keeps of a payload, so that figures can be recomputed from the journal for ever. */
export function factsToKeep(type: EventType, seq: number, payload: string): readonly ErasedFact[] {
  const fields = COUNTED_FIELDS[type];
  if (!fields) return [];
  const said = payloadSchema.parse(JSON.parse(payload));
  const facts = Object.fromEntries(fields.flatMap((field) => (field in said ? [[field, said[field] ?? null]] : [])));
  return [{ seq, facts }];
}

const erasure = z.object({
  kept: z.array(z.object({ seq: z.int(), facts: z.record(z.string(), z.unknown()) })).default([]),
});

type Read = { readonly seq: number; readonly type: EventType; readonly payload: unknown };

/** One claim's events with what erasures kept in the place of what they took; the erasures themselves count nothing. */
export function withKeptFacts<Event extends Read>(events: readonly Event[]): readonly Event[] {
  const erasures = events.filter(({ type }) => type === "personal_data_erased");
  if (erasures.length === 0) return events;
  const kept = new Map(
    erasures.flatMap(({ payload }) => erasure.parse(payload).kept.map(({ seq, facts }) => [seq, facts] as const)),
  );
  return events.flatMap((event) => {
    if (event.type === "personal_data_erased") return [];
    if (event.payload !== null) return [event];
    const payload = kept.get(event.seq);
    return payload ? [{ ...event, payload }] : [];
  });
}
