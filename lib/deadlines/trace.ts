import { addBusinessMinutes } from "@/lib/calendar/business-hours";
import { addMonths, type DayNumber, fromDayNumber, type IsoDate, toDayNumber } from "@/lib/calendar/civil-day";
import type { HolidayName } from "@/lib/calendar/holiday-names";
import { fromEpochMs, type Instant, toEpochMs } from "@/lib/calendar/instant";
import { type RestKind, restDay, type WorkingCalendar } from "@/lib/calendar/working-calendar";
import { localDayNumber, startOfDayMs } from "@/lib/calendar/zone";
import { computeDeadline, type Deadline, type DeadlineInput, openingOf } from "@/lib/deadlines/deadline";

type TraceReason = "day_zero" | "counted" | RestKind | "rolled_to" | "fixed";

/** One civil day of a period, and why it counted or not. */
export type TraceDay = {
  readonly day: IsoDate;
  readonly counted: boolean;
  /** A rest day's own kind when it is passed over; `rolled_to` is the day the last one moved to, `fixed` one set. */
  readonly reason: TraceReason;
  /** Rank of the day among those counted, or of the month in a period in months. */
  readonly ordinal?: number;
  /** Minutes of the period the day used, in a period in hours. */
  readonly minutes?: number;
  /** Set when the day is a rest day, counted or not. */
  readonly rest?: RestKind;
  readonly holiday?: HolidayName;
};

/** Every day of a period in order: each one, or each month's last one when the unit is the month. */
export function traceDeadline(input: DeadlineInput, deadline: Deadline = computeDeadline(input)): readonly TraceDay[] {
  const { startsOn, nominalOn, dueOn } = deadline;
  const { period, calendar } = input;
  const [first, nominal, due] = [toDayNumber(startsOn), toDayNumber(nominalOn), toDayNumber(dueOn)];
  switch (period.unit) {
    case "hour":
    case "business_hour":
      return traceHours(input, deadline);
    case "month":
      return [
        dayZero(first, calendar),
        ...countMonths(startsOn, period.length, calendar),
        ...roll(nominal, due, calendar),
      ];
    case "calendar_day":
      return [
        dayZero(first, calendar),
        ...count(first, nominal, calendar, () => true),
        ...roll(nominal, due, calendar),
      ];
    case "working_day":
      return [dayZero(first, calendar), ...count(first, nominal, calendar, calendar.workingDays.isCounted)];
    case "delivery_day":
      return [dayZero(first, calendar), ...count(first, nominal, calendar, calendar.deliveryDays.isCounted)];
  }
}

/** A day that was set rather than counted. */
export function traceFixedDay(startsOn: IsoDate, dueOn: IsoDate, calendar: WorkingCalendar): readonly TraceDay[] {
  const due = { day: dueOn, counted: false, reason: "fixed", ...restOf(toDayNumber(dueOn), calendar) } as const;
  return dueOn === startsOn ? [due] : [dayZero(toDayNumber(startsOn), calendar), due];
}

function dayZero(day: DayNumber, calendar: WorkingCalendar): TraceDay {
  return { day: fromDayNumber(day), counted: false, reason: "day_zero", ...restOf(day, calendar) };
}

function count(
  first: DayNumber,
  last: DayNumber,
  calendar: WorkingCalendar,
  isCounted: (day: DayNumber) => boolean,
): readonly TraceDay[] {
  const days: TraceDay[] = [];
  let ordinal = 0;
  for (let day = first + 1; day <= last; day += 1) {
    if (isCounted(day)) {
      ordinal += 1;
      days.push({ day: fromDayNumber(day), counted: true, reason: "counted", ordinal, ...restOf(day, calendar) });
    } else days.push(passedOver(day, calendar));
  }
  return days;
}

function countMonths(startsOn: IsoDate, months: number, calendar: WorkingCalendar): readonly TraceDay[] {
  return Array.from({ length: months }, (_, index) => {
    const day = addMonths(startsOn, index + 1);
    return { day, counted: true, reason: "counted", ordinal: index + 1, ...restOf(toDayNumber(day), calendar) };
  });
}

function roll(nominal: DayNumber, due: DayNumber, calendar: WorkingCalendar): readonly TraceDay[] {
  const days: TraceDay[] = [];
  for (let day = nominal + 1; day < due; day += 1) days.push(passedOver(day, calendar));
  if (due > nominal) days.push({ day: fromDayNumber(due), counted: false, reason: "rolled_to" });
  return days;
}

function passedOver(day: DayNumber, calendar: WorkingCalendar): TraceDay {
  const rest = restOf(day, calendar);
  return { day: fromDayNumber(day), counted: false, reason: rest.rest ?? "counted", ...rest };
}

function restOf(
  day: DayNumber,
  calendar: WorkingCalendar,
): { readonly rest?: RestKind; readonly holiday?: HolidayName } {
  const rest = restDay(day, calendar);
  if (!rest) return {};
  return rest.holiday ? { rest: rest.kind, holiday: rest.holiday } : { rest: rest.kind };
}

function traceHours(input: DeadlineInput, { dueBefore }: Deadline): readonly TraceDay[] {
  const { period, startsAt, calendar, zone } = input;
  if (period.unit === "hour") return traceRunningHours(startsAt, dueBefore, input);
  const { days } = addBusinessMinutes(startsAt, period.length * 60, openingOf(period), { calendar, zone });
  return days.map(({ day, minutes }, index) => ({
    day: fromDayNumber(day),
    counted: true,
    reason: "counted",
    ordinal: index + 1,
    minutes,
  }));
}

function traceRunningHours(from: Instant, to: Instant, { zone, calendar }: DeadlineInput): readonly TraceDay[] {
  const [start, end] = [toEpochMs(from), toEpochMs(to)];
  const [first, last] = [localDayNumber(start, zone), localDayNumber(toEpochMs(fromEpochMs(end - 1)), zone)];
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const day = first + index;
    const ms = Math.min(end, startOfDayMs(day + 1, zone)) - Math.max(start, startOfDayMs(day, zone));
    const minutes = Math.round(ms / 60_000);
    return {
      day: fromDayNumber(day),
      counted: true,
      reason: "counted",
      ordinal: index + 1,
      minutes,
      ...restOf(day, calendar),
    };
  });
}
