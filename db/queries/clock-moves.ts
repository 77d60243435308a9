import { and, asc, eq } from "drizzle-orm";
import { z } from "zod";
import { eventPayloads, events } from "@/db/schema/journal";
import type { Transaction } from "@/db/scope";
import { isoDateSchema } from "@/lib/deadlines/schema";

const payloadSchema = z.object({
  clockId: z.string(),
  cause: z.enum(["calendar", "delivery"]).default("delivery"),
  correction: z.int().exactOptional(),
  from: z.object({ dueOn: isoDateSchema }),
  to: z.object({ dueOn: isoDateSchema }),
});

/** How the due days of a claim came to move, oldest first: read from its journal, where the reason is kept. */
export async function readClockMoves(tx: Transaction, claimId: string) {
  const rows = await tx
    .select({ at: events.at, payload: eventPayloads.payload })
    .from(events)
    .innerJoin(
      eventPayloads,
      and(
        eq(eventPayloads.streamKind, events.streamKind),
        eq(eventPayloads.streamId, events.streamId),
        eq(eventPayloads.seq, events.seq),
      ),
    )
    .where(and(eq(events.streamKind, "claim"), eq(events.streamId, claimId), eq(events.type, "clock_moved")))
    .orderBy(asc(events.seq))
    .limit(200);
  return rows.map(({ at, payload }) => ({ at, ...payloadSchema.parse(JSON.parse(payload)) }));
}

export type ClockMove = Awaited<ReturnType<typeof readClockMoves>>[number];
