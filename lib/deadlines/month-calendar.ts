import {
  type DayNumber,
  dayNumberOf,
  daysInMonth,
  fromDayNumber,
  type IsoDate,
  monthOf,
  weekdayOf,
  yearOf,
} from "@/lib/calendar/civil-day";
import type { HolidayName } from "@/lib/calendar/holiday-names";
import { type RestKind, restDay, type WorkingCalendar } from "@/lib/calendar/working-calendar";
import type { TraceDay } from "@/lib/deadlines/trace";

/** One cell of a month; `trace` says what the day is to the deadline, when it is anything to it. */
export type MonthCell = {
  readonly day: IsoDate;
  readonly trace?: TraceDay;
  readonly rest?: RestKind;
  readonly holiday?: HolidayName;
};

export type MonthGrid = {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** Weeks from Monday to Sunday; null where the week belongs to another month. */
  readonly weeks: readonly (readonly (MonthCell | null)[])[];
};

/** More months than this are shown by their first and last only: a guarantee spans twenty-five. */
const MONTHS_SHOWN = 3;

/** The months a deadline touches, as a small wall calendar. */
export function monthCalendar(days: readonly TraceDay[], calendar: WorkingCalendar): readonly MonthGrid[] {
  const byDay = new Map(days.map((day) => [day.day, day]));
  const months = days.map(({ day }) => day).filter((day, index, all) => isOtherMonth(day, all[index - 1]));
  const shown = months.length <= MONTHS_SHOWN ? months : [...months.slice(0, 1), ...months.slice(-1)];
  return shown.map((day) => monthGrid(day, byDay, calendar));
}

function isOtherMonth(day: IsoDate, before: IsoDate | undefined): boolean {
  return before === undefined || day.slice(0, 7) !== before.slice(0, 7);
}

function monthGrid(anyDay: IsoDate, byDay: ReadonlyMap<IsoDate, TraceDay>, calendar: WorkingCalendar): MonthGrid {
  const [year, month] = [yearOf(anyDay), monthOf(anyDay)];
  const first = dayNumberOf(year, month, 1);
  const last = first + daysInMonth(year, month) - 1;
  const weeks: (MonthCell | null)[][] = [];
  for (let monday = first - ((weekdayOf(first) + 6) % 7); monday <= last; monday += 7) {
    weeks.push(
      Array.from({ length: 7 }, (_, index) => {
        const day = monday + index;
        return day < first || day > last ? null : cell(day, byDay, calendar);
      }),
    );
  }
  return { year, month, weeks };
}

function cell(dayNumber: DayNumber, byDay: ReadonlyMap<IsoDate, TraceDay>, calendar: WorkingCalendar): MonthCell {
  const day = fromDayNumber(dayNumber);
  const trace = byDay.get(day);
  const rest = restDay(dayNumber, calendar);
  return {
    day,
    ...(trace ? { trace } : {}),
    ...(rest ? { rest: rest.kind } : {}),
    ...(rest?.holiday ? { holiday: rest.holiday } : {}),
  };
}
