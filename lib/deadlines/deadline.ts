import { addBusinessMinutes, OpeningHoursError, type WeeklyOpening } from "@/lib/calendar/business-hours";
import { addDays, addMonths, type IsoDate } from "@/lib/calendar/civil-day";
import { fromEpochMs, type Instant, toEpochMs } from "@/lib/calendar/instant";
import { addDeliveryDays, addWorkingDays, rollForward, type WorkingCalendar } from "@/lib/calendar/working-calendar";
import { endOfDay, localDay, type ZoneId } from "@/lib/calendar/zone";
import type { PeriodUnit, Roll } from "@/lib/deadlines/rule";

/** A length to count: what is left of a rule once the parties' choices and later texts are taken in. */
export type Period = {
  readonly length: number;
  readonly unit: PeriodUnit;
  readonly roll: Roll;
  readonly opening?: WeeklyOpening;
};

export type DeadlineInput = {
  readonly period: Period;
  /** The fact the period starts from; its local day in `zone` is day zero. */
  readonly startsAt: Instant;
  readonly calendar: WorkingCalendar;
  readonly zone: ZoneId;
};

export type Deadline = {
  readonly startsOn: IsoDate;
  /** Last day before any roll. */
  readonly nominalOn: IsoDate;
  /** Last day, inclusive. */
  readonly dueOn: IsoDate;
  /** The instant at which it is too late: on time means strictly before. */
  readonly dueBefore: Instant;
};

/** A length that counts nothing, or part of a unit. */
export class PeriodLengthError extends RangeError {
  readonly field = "length";
  constructor() {
    super("a period is a whole number of units, one at least");
  }
}

const HOUR_MS = 3_600_000;

/**
 * Last day of a period, and the instant at which it is over.
 *
 * Unit: the period's own. The day of the starting fact is never counted. The last day is inclusive and ends at
 * the next local midnight, whatever the clocks did meanwhile. Rest days inside a period in calendar days or
 * months count; only a last day that may roll moves, to the next working day. Periods in hours end at an
 * instant, which need not be a midnight.
 *
 * @throws PeriodLengthError, DayOutOfRangeError, NoSuchDayError or OpeningHoursError, each naming the field at fault
 * @see Règlement (CEE, Euratom) 1182/71, art. 3
 */
export function computeDeadline(input: DeadlineInput): Deadline {
  const { period, startsAt, calendar, zone } = input;
  const { unit } = period;
  if (!Number.isInteger(period.length) || period.length < 1) throw new PeriodLengthError();
  if (unit === "hour" || unit === "business_hour") return deadlineInHours(input);
  const startsOn = localDay(startsAt, zone);
  const nominalOn = lastNominalDay(startsOn, { unit, length: period.length }, calendar);
  const dueOn = period.roll === "forward" ? rollForward(nominalOn, calendar) : nominalOn;
  return { startsOn, nominalOn, dueOn, dueBefore: endOfDay(dueOn, zone) };
}

/** A day the parties agreed on, or that the law counts from elsewhere: nothing is counted, the day is given. */
export function agreedDeadline(startsAt: Instant, dueOn: IsoDate, zone: ZoneId): Deadline {
  return { startsOn: localDay(startsAt, zone), nominalOn: dueOn, dueOn, dueBefore: endOfDay(dueOn, zone) };
}

type PeriodInDays = { readonly unit: Exclude<PeriodUnit, "hour" | "business_hour">; readonly length: number };

function lastNominalDay(startsOn: IsoDate, { unit, length }: PeriodInDays, calendar: WorkingCalendar): IsoDate {
  switch (unit) {
    case "working_day":
      return addWorkingDays(startsOn, length, calendar);
    case "delivery_day":
      return addDeliveryDays(startsOn, length, calendar);
    case "month":
      return addMonths(startsOn, length);
    case "calendar_day":
      return addDays(startsOn, length);
  }
}

function deadlineInHours({ period, startsAt, calendar, zone }: DeadlineInput): Deadline {
  const dueBefore =
    period.unit === "hour"
      ? fromEpochMs(toEpochMs(startsAt) + period.length * HOUR_MS)
      : addBusinessMinutes(startsAt, period.length * 60, openingOf(period), { calendar, zone }).endsAt;
  const dueOn = localDay(fromEpochMs(toEpochMs(dueBefore) - 1), zone);
  return { startsOn: localDay(startsAt, zone), nominalOn: dueOn, dueOn, dueBefore };
}

/** The opening hours of a period in business hours; throws when it has none. */
export function openingOf(period: Period): WeeklyOpening {
  if (!period.opening) throw new OpeningHoursError("a period in business hours needs opening hours");
  return period.opening;
}
