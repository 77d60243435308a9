import { z } from "zod";
import { type Instant, parseInstant } from "@/lib/calendar/instant";
import { zoneId } from "@/lib/calendar/zone";
import { SITUATIONS, type Situation } from "@/lib/claims/claim";
import type { CountedClock } from "@/lib/compliance/figures";
import { DEADLINE_KINDS, SUSPENDING_FACTS, TURNS } from "@/lib/deadlines/rule";
import { isoDateSchema } from "@/lib/deadlines/schema";

/** One event of a claim's stream, in the order of the stream. */
export type JournalEvent = {
  readonly sellerId: string;
  readonly claimId: string;
  readonly type: string;
  readonly payload: unknown;
};

/** An instant as events tell it. */
export const journalInstant = z.string().transform((text, context): Instant => {
  const parsed = parseInstant(text);
  if (parsed.ok) return parsed.value;
  context.addIssue({ code: "custom", message: parsed.reason });
  return z.NEVER;
});

const started = z.object({
  clockId: z.string(),
  kind: z.enum(DEADLINE_KINDS),
  ruleVersion: z.int(),
  calendar: z.string(),
  calendarVersion: z.int().exactOptional(),
  zone: z.string().transform(zoneId),
  whoseTurn: z.enum(TURNS),
  startsAt: journalInstant,
  dueOn: isoDateSchema,
  dueBefore: journalInstant,
  suspendedBy: z.enum(SUSPENDING_FACTS).nullable(),
});
const moved = z.object({
  clockId: z.string(),
  calendar: z.string(),
  calendarVersion: z.int().exactOptional(),
  zone: z.string().transform(zoneId),
  to: z.object({ startsAt: journalInstant, dueOn: isoDateSchema, dueBefore: journalInstant }),
});
const stopped = z.object({ clockId: z.string(), stoppedAt: journalInstant });
const cancelled = z.object({ clockId: z.string(), cancelledAt: journalInstant });
const resumed = z.object({ clockId: z.string(), resumedAt: journalInstant });
const restarted = z.object({ clockId: z.string() });
const situated = z.object({ situation: z.enum(SITUATIONS) });

/** Every clock of the claims told, rebuilt from their events alone: what the figures must equal. */
export function clocksFromJournal(events: readonly JournalEvent[]): readonly CountedClock[] {
  const clocks = new Map<string, CountedClock & { readonly claimId: string }>();
  const situations = new Map<string, Situation>();
  const change = (clockId: string, facts: Partial<CountedClock>) => {
    const clock = clocks.get(clockId);
    if (!clock) throw new Error(`The journal speaks of clock ${clockId} before it starts`);
    clocks.set(clockId, { ...clock, ...facts });
  };
  for (const event of events) {
    switch (event.type) {
      case "claim_opened":
      case "claim_requalified":
        situations.set(event.claimId, situated.parse(event.payload).situation);
        break;
      case "clock_started": {
        const { clockId, ...facts } = started.parse(event.payload);
        clocks.set(clockId, { ...facts, sellerId: event.sellerId, claimId: event.claimId, situation: "other" });
        break;
      }
      case "clock_moved": {
        const { clockId, to, ...counted } = moved.parse(event.payload);
        change(clockId, { ...counted, ...to });
        break;
      }
      case "clock_stopped": {
        const { clockId, ...facts } = stopped.parse(event.payload);
        change(clockId, facts);
        break;
      }
      case "clock_cancelled": {
        const { clockId, ...facts } = cancelled.parse(event.payload);
        change(clockId, facts);
        break;
      }
      case "clock_resumed": {
        const { clockId, ...facts } = resumed.parse(event.payload);
        change(clockId, facts);
        break;
      }
      case "clock_restarted":
        change(restarted.parse(event.payload).clockId, { stoppedAt: null, cancelledAt: null });
        break;
    }
  }
  return [...clocks.values()].map((clock) => ({ ...clock, situation: situations.get(clock.claimId) ?? "other" }));
}
