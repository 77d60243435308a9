import type { IsoDate } from "@/lib/calendar/civil-day";
import type { Instant } from "@/lib/calendar/instant";
import { endOfDay, type ZoneId } from "@/lib/calendar/zone";
import { type Bound, boundInWords } from "@/lib/deadlines/bound-words";
import { effectiveDue } from "@/lib/deadlines/clock";
import type { SuspendingFact } from "@/lib/deadlines/rule";
import type { CalendarEvent } from "./icalendar";

/** A seller's clock that still waits, as a calendar shows it: no word of it names the customer. */
export type DueClock = {
  readonly id: string;
  readonly claimReference: string;
  readonly claimRevision: number;
  readonly claimUpdatedAt: Instant;
  readonly dueOn: IsoDate;
  readonly dueBefore: Instant;
  readonly zone: ZoneId;
  readonly suspendedBy: SuspendingFact | null;
  readonly resumedAt: Instant | null;
};

export type EventWords = {
  /** What is to be done, such as « Répondre au client ». */
  readonly act: string;
  /** What the customer reports. */
  readonly situation: string;
  /** The sentence around the bound. */
  readonly due: (bound: string) => string;
  /** The sentence before the address of the claim. */
  readonly open: string;
};

type Reader = { readonly locale: "fr" | "en"; readonly zone: ZoneId; readonly claimUrl: string };

/**
 * A due date as an event of the reader's calendar; undefined while the law suspends the clock, for it has no day yet.
 *
 * The bound of a period in days is the midnight after its last day, exclusive. It is shown as that whole day: the
 * instant itself would stand on the next day, and elsewhere than Paris at an hour nobody was told. The description
 * gives it in words, at the reader's own time too. A bound within a day, of a period in hours, is shown as itself.
 */
export function dueEvent(clock: DueClock, words: EventWords, reader: Reader): CalendarEvent | undefined {
  const due = effectiveDue(clock);
  if (!due) return undefined;
  const bound: Bound = { ...due, zone: clock.zone };
  return {
    uid: clock.id,
    // Whatever moves a clock also gives its claim a new revision.
    sequence: clock.claimRevision,
    changedAt: clock.claimUpdatedAt,
    when:
      due.dueBefore === endOfDay(due.dueOn, clock.zone)
        ? { kind: "day", day: due.dueOn }
        : { kind: "instant", at: due.dueBefore },
    summary: `${words.act} · ${clock.claimReference}`,
    description: [
      words.situation,
      words.due(boundInWords(bound, reader.zone)[reader.locale]),
      `${words.open} ${reader.claimUrl}`,
    ].join("\n"),
    url: reader.claimUrl,
  };
}
