import type { IsoDate } from "@/lib/calendar/civil-day";
import type { CalendarsOf } from "@/lib/calendar/corrected-calendars";
import { type Instant, latest } from "@/lib/calendar/instant";
import { startOfDay } from "@/lib/calendar/zone";
import type { ClockFacts } from "@/lib/deadlines/clock";
import { computeDeadline, type Deadline, type DeadlineInput } from "@/lib/deadlines/deadline";
import { periodOf } from "@/lib/deadlines/period";
import type { DeadlineKind, DeadlineRule } from "@/lib/deadlines/rule";

/**
 * What recounting a clock depends on. Clocks of many claims share one case: same rule, same first day, same
 * calendar; it is recounted once for all of them.
 */
export type ClockCase = Pick<
  ClockFacts,
  "kind" | "ruleVersion" | "whoseTurn" | "calendar" | "zone" | "dueOn" | "dueBefore"
> & {
  readonly calendarVersion: number;
  readonly startsOn: IsoDate;
  /** Set for periods in hours alone, which depend on the time of the day they start at. */
  readonly startsAt: Instant | null;
  /** The bound that counts: later than `dueBefore` after a suspension by law, null while it lasts. */
  readonly effectiveDueBefore: Instant | null;
};

type RuleOf = (version: number, kind: DeadlineKind) => DeadlineRule;

/** What clocks were counted with, and what they would be. */
export type RulesChange = {
  readonly ruleOf: RuleOf;
  readonly calendarsAt: (version: number) => CalendarsOf;
  readonly after: { readonly ruleOf: RuleOf; readonly calendarsOf: CalendarsOf };
};

export type Recounted = Deadline & {
  readonly calendarVersion: number;
  readonly effectiveDueBefore: Instant | null;
};

/**
 * The deadline a change moves a clock to; undefined when it stays.
 *
 * A day that counting by the clock's own rule and calendar does not give was set by the parties or counted from
 * elsewhere: it stays where they put it.
 */
export function recount(clock: ClockCase, change: RulesChange): Recounted | undefined {
  const rule = change.ruleOf(clock.ruleVersion, clock.kind);
  const counted = change.calendarsAt(clock.calendarVersion)(clock.calendar, rule.basis);
  const startsAt = clock.startsAt ?? startOfDay(clock.startsOn, clock.zone);
  const start = { startsAt, zone: clock.zone };
  const contractOn = contractDays(rule).find(
    (day) => dueBefore(rule, day, { ...start, calendar: counted }) === clock.dueBefore,
  );
  if (contractOn === undefined) return undefined;
  const newRule = change.after.ruleOf(clock.ruleVersion, clock.kind);
  const period = periodOf(newRule, contractOn ?? undefined);
  if (!period) return undefined;
  const calendar = change.after.calendarsOf(clock.calendar, newRule.basis);
  const deadline = computeDeadline({ ...start, calendar, period });
  if (deadline.dueBefore === clock.dueBefore) return undefined;
  return { ...deadline, calendarVersion: calendar.version, effectiveDueBefore: effectiveAfter(clock, deadline) };
}

/** Days of contract that tell the texts on a rule apart: none known, then the first day of each later text. */
function contractDays(rule: DeadlineRule): readonly (IsoDate | null)[] {
  return [null, ...(rule.amendments ?? []).map((amendment) => amendment.inForceFrom)];
}

function dueBefore(rule: DeadlineRule, contractOn: IsoDate | null, start: Omit<DeadlineInput, "period">) {
  const period = periodOf(rule, contractOn ?? undefined);
  return period && computeDeadline({ ...start, period }).dueBefore;
}

/** A suspension by law that ended after the nominal day still holds the bound back. */
function effectiveAfter(clock: ClockCase, { dueBefore: bound }: Deadline): Instant | null {
  if (clock.effectiveDueBefore === null) return null;
  return clock.effectiveDueBefore === clock.dueBefore ? bound : latest(clock.effectiveDueBefore, bound);
}
