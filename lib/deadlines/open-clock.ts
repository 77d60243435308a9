import type { IsoDate } from "@/lib/calendar/civil-day";
import type { CalendarsOf } from "@/lib/calendar/corrected-calendars";
import type { Instant } from "@/lib/calendar/instant";
import type { Territory } from "@/lib/calendar/territories";
import type { WorkingCalendar } from "@/lib/calendar/working-calendar";
import type { ZoneId } from "@/lib/calendar/zone";
import type { ClockFacts } from "@/lib/deadlines/clock";
import { agreedDeadline, computeDeadline, type Deadline } from "@/lib/deadlines/deadline";
import { periodOf } from "@/lib/deadlines/period";
import type { DeadlineKind, DeadlinePolicy, DeadlineRule } from "@/lib/deadlines/rule";

/** What every clock of a claim is computed with. */
export type ClockContext = {
  readonly policy: DeadlinePolicy;
  /** Calendar and zone of the marketplace's own rules. */
  readonly marketplace: { readonly calendar: string; readonly zone: ZoneId };
  /** Calendar and zone of the delivery address. */
  readonly delivery: Territory;
  /** Day of the contract, for texts that apply to contracts made since a date. */
  readonly contractOn?: IsoDate;
  /** Finds a calendar with its corrections; `calendar` of lib/calendar when nothing is overridden. */
  readonly calendarOf: CalendarsOf;
};

/** What the parties fixed instead of the rule: a day, or a length in the rule's unit. */
export type Agreed = { readonly dueOn: IsoDate } | { readonly length: number };

/** A clock just opened, with the days it was computed from. */
export type OpenedClock = ClockFacts & {
  readonly calendarVersion: number;
  readonly startsOn: IsoDate;
  readonly nominalOn: IsoDate;
};

/**
 * Opens the clock of one kind from the fact that starts it, which may lie long in the past.
 *
 * @throws when the rule leaves the length to the parties (`formal_notice`) and none is given
 */
export function openClock(kind: DeadlineKind, startsAt: Instant, context: ClockContext, agreed?: Agreed): OpenedClock {
  const rule = context.policy.rules[kind];
  const { calendar, zone } = calendarFor(rule, context);
  return {
    kind,
    ruleVersion: context.policy.version,
    whoseTurn: rule.whoseTurn,
    calendar: calendar.id,
    calendarVersion: calendar.version,
    zone,
    startsAt,
    ...deadlineOf(kind, startsAt, { ...context, rule, calendar, zone }, agreed),
  };
}

/**
 * Calendar and zone a rule is counted in. The customer's own periods take the delivery territory's holidays
 * together with the mainland's, which reads doubt in the customer's favour.
 */
export function calendarFor(
  rule: DeadlineRule,
  context: Pick<ClockContext, "marketplace" | "delivery" | "calendarOf">,
): { readonly calendar: WorkingCalendar; readonly zone: ZoneId } {
  if (rule.basis === "marketplace") {
    return { calendar: context.calendarOf(context.marketplace.calendar, rule.basis), zone: context.marketplace.zone };
  }
  const { calendar, zone } = context.delivery;
  const together = rule.roll === "forward" && calendar !== "FR" ? `${calendar}+FR` : calendar;
  return { calendar: context.calendarOf(together, rule.basis), zone };
}

type Counting = Pick<ClockContext, "contractOn"> & {
  readonly rule: DeadlineRule;
  readonly calendar: WorkingCalendar;
  readonly zone: ZoneId;
};

function deadlineOf(
  kind: DeadlineKind,
  startsAt: Instant,
  { rule, calendar, zone, contractOn }: Counting,
  agreed: Agreed | undefined,
): Deadline {
  if (agreed && "dueOn" in agreed) return agreedDeadline(startsAt, agreed.dueOn, zone);
  const period = periodOf(rule, contractOn, agreed?.length);
  if (!period) throw new RangeError(`${kind} needs the length the parties fixed`);
  return computeDeadline({ period, startsAt, calendar, zone });
}
