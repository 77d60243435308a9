import { and, eq, inArray } from "drizzle-orm";
import { type ClaimAct, originOf } from "@/db/commands/clocks";
import { appendEvent } from "@/db/commands/journal";
import { eventPayloads, events } from "@/db/schema/journal";
import type { Transaction } from "@/db/scope";
import { ERASABLE_EVENTS } from "@/lib/journal/erasable";

/**
 * Take away what a claim's journal holds of persons, and journal which rows lost it: the chain stands, and a payload
 * that is missing without such a row is a fault.
 *
 * @param ground why, as the journal writes it
 * @returns how many payloads were erased
 */
export async function erasePayloads(tx: Transaction, act: ClaimAct, ground: string): Promise<number> {
  const personal = tx
    .select({ seq: events.seq })
    .from(events)
    .where(
      and(eq(events.streamKind, "claim"), eq(events.streamId, act.claimId), inArray(events.type, [...ERASABLE_EVENTS])),
    );
  const erased = await tx
    .delete(eventPayloads)
    .where(
      and(
        eq(eventPayloads.streamKind, "claim"),
        eq(eventPayloads.streamId, act.claimId),
        inArray(eventPayloads.seq, personal),
      ),
    )
    .returning({ seq: eventPayloads.seq });
  if (erased.length === 0) return 0;
  const seqs = erased.map(({ seq }) => seq).sort((one, other) => one - other);
  await appendEvent(tx, { ...originOf(act), type: "personal_data_erased", payload: { ground, seqs } });
  return seqs.length;
}
