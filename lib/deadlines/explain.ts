import type { IsoDate } from "@/lib/calendar/civil-day";
import type { CalendarsOf } from "@/lib/calendar/corrected-calendars";
import type { Words } from "@/lib/calendar/day-words";
import type { Instant } from "@/lib/calendar/instant";
import type { WorkingCalendar } from "@/lib/calendar/working-calendar";
import { localDay, type ZoneId } from "@/lib/calendar/zone";
import { boundInWords } from "@/lib/deadlines/bound-words";
import type { ClockFacts } from "@/lib/deadlines/clock";
import { computeDeadline, type Deadline, type Period } from "@/lib/deadlines/deadline";
import { explanationSentence } from "@/lib/deadlines/explain-words";
import { type OriginKind, originKind, originOf, periodOf } from "@/lib/deadlines/period";
import type { DeadlineRule, Origin, StartFact } from "@/lib/deadlines/rule";
import { type TraceDay, traceDeadline, traceFixedDay } from "@/lib/deadlines/trace";

export type Explanation = Deadline & {
  /** Null when the day was fixed (agreed, or counted from elsewhere) and nothing is counted here. */
  readonly period: Period | null;
  readonly starts: StartFact;
  readonly origin: Origin;
  readonly originKind: OriginKind;
  /** The text, or our reading of it, awaits confirmation. */
  readonly toVerify: boolean;
  readonly calendar: string;
  readonly zone: ZoneId;
  readonly days: readonly TraceDay[];
  /** The bound alone, in its zone and the reader's. */
  readonly bound: Words;
  /** The whole in one sentence, in each language. */
  readonly sentence: Words;
};

export type ExplainInput = {
  readonly rule: DeadlineRule;
  readonly period: Period;
  readonly origin?: Origin;
  readonly startsAt: Instant;
  readonly calendar: WorkingCalendar;
  readonly zone: ZoneId;
  /** Zone the reader lives in, for the bound on their own clock. */
  readonly readerZone?: ZoneId;
};

/** Each day of a deadline with its reason, the rule with its origin, and the whole in one sentence. */
export function explainDeadline(input: ExplainInput): Explanation {
  const deadline = computeDeadline(input);
  return explained(input, deadline, input.period, traceDeadline(input, deadline));
}

export type ExplainClockContext = {
  /** The rule of the version the clock was computed by. */
  readonly rule: DeadlineRule;
  /** The calendars as they stood when the clock was counted. */
  readonly calendarOf: CalendarsOf;
  readonly situation?: string;
  readonly contractOn?: IsoDate;
  readonly readerZone?: ZoneId;
};

/**
 * Explains a stored clock. Its day is the stored one, always: when counting the rule again gives another (an
 * agreed day, a calendar corrected since), the day is shown as fixed instead of being counted again.
 */
export function explainClock(clock: ClockFacts, context: ExplainClockContext): Explanation {
  const { rule, contractOn, readerZone } = context;
  const calendar = context.calendarOf(clock.calendar, rule.basis);
  const origin = originOf(rule, context.situation, contractOn);
  const base = {
    rule,
    origin,
    startsAt: clock.startsAt,
    calendar,
    zone: clock.zone,
    ...(readerZone ? { readerZone } : {}),
  };
  const period = periodOf(rule, contractOn);
  const counted = period ? explainDeadline({ ...base, period }) : undefined;
  if (counted?.dueBefore === clock.dueBefore) return counted;
  const startsOn = localDay(clock.startsAt, clock.zone);
  const fixed = { startsOn, nominalOn: clock.dueOn, dueOn: clock.dueOn, dueBefore: clock.dueBefore };
  return explained(base, fixed, null, traceFixedDay(startsOn, clock.dueOn, calendar));
}

function explained(
  input: Omit<ExplainInput, "period">,
  deadline: Deadline,
  period: Period | null,
  days: readonly TraceDay[],
): Explanation {
  const { rule, zone } = input;
  const origin = input.origin ?? rule.origin;
  const bound = boundInWords({ dueOn: deadline.dueOn, dueBefore: deadline.dueBefore, zone }, input.readerZone);
  const facts = { ...deadline, period, starts: rule.starts, origin, originKind: originKind(origin), days, bound };
  return {
    ...facts,
    toVerify: rule.toVerify === true,
    calendar: input.calendar.id,
    zone,
    sentence: { fr: explanationSentence(facts, "fr"), en: explanationSentence(facts, "en") },
  };
}
