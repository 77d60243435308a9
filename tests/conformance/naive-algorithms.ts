import { calendar as findCalendar } from "@/lib/calendar/calendars";
import { isoDate, toDayNumber } from "@/lib/calendar/civil-day";
import { instant } from "@/lib/calendar/instant";
import { endOfDay, zoneId } from "@/lib/calendar/zone";
import { DEADLINE_KINDS, type DeadlineRule } from "@/lib/deadlines/rule";
import { DEADLINE_RULES } from "@/lib/deadlines/rules";

/**
 * Deadline arithmetic as it is often written, each with one shortcut. They are run on the conformance cases to
 * show that the cases tell them from the right one; nothing in the product uses them.
 */
export type NaiveAlgorithm = {
  readonly name: string;
  readonly compute: (input: NaiveInput) => { readonly dueOn: string; readonly dueBefore: string };
};

type NaiveInput = {
  readonly clock: string;
  readonly startsAt: string;
  readonly calendar: string;
  readonly zone: string;
};

type Shortcuts = {
  readonly startDay?: (input: NaiveInput) => string;
  readonly isWorked?: (day: string, input: NaiveInput) => boolean;
  readonly isCalendarDayCounted?: (day: string, input: NaiveInput) => boolean;
};

const DAY_MS = 86_400_000;

export const NAIVE_ALGORITHMS: readonly NaiveAlgorithm[] = [
  naive("weekends only, no holidays", { isWorked: (day) => weekday(day) % 6 !== 0 }),
  { name: "n × 24 h", compute: addElapsedTime },
  naive("day zero read in UTC", { startDay: ({ startsAt }) => new Date(startsAt).toISOString().slice(0, 10) }),
  naive("holidays skipped inside calendar days", { isCalendarDayCounted: (day, input) => !isHoliday(day, input) }),
  naive("Saturday as a working day", { isWorked: (day, input) => weekday(day) !== 0 && !isHoliday(day, input) }),
];

function naive(name: string, shortcuts: Shortcuts): NaiveAlgorithm {
  return { name, compute: (input) => dayByDay(input, shortcuts) };
}

/** The right algorithm, one day at a time, but for the shortcuts. */
function dayByDay(input: NaiveInput, { startDay = localDay, ...shortcuts }: Shortcuts) {
  const rule = ruleOf(input);
  const isWorked = shortcuts.isWorked ?? ((day) => weekday(day) % 6 !== 0 && !isHoliday(day, input));
  const isCounted = rule.unit === "working_day" ? isWorked : (shortcuts.isCalendarDayCounted ?? (() => true));
  let day = startDay(input);
  if (rule.unit === "month") day = sameDayLater(day, rule.length ?? 0);
  else {
    for (let counted = 0; counted < (rule.length ?? 0); ) {
      day = nextDay(day);
      if (isCounted(day, input)) counted += 1;
    }
  }
  while (rule.roll === "forward" && !isWorked(day, input)) day = nextDay(day);
  return { dueOn: day, dueBefore: withoutMs(endOfDay(isoDate(day), zoneId(input.zone))) };
}

function addElapsedTime(input: NaiveInput) {
  const rule = ruleOf(input);
  const days = (rule.length ?? 0) * (rule.unit === "month" ? 30 : 1);
  const dueBefore = new Date(Date.parse(input.startsAt) + days * DAY_MS).toISOString();
  return { dueOn: localDay({ ...input, startsAt: dueBefore }), dueBefore: withoutMs(dueBefore) };
}

function ruleOf({ clock }: NaiveInput): DeadlineRule {
  const kind = DEADLINE_KINDS.find((known) => known === clock);
  if (!kind) throw new Error(`unknown clock ${clock}`);
  return DEADLINE_RULES[kind];
}

function localDay({ startsAt, zone }: NaiveInput): string {
  const parts = new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" });
  return parts.format(new Date(instant(startsAt)));
}

function isHoliday(day: string, { calendar }: NaiveInput): boolean {
  return findCalendar(calendar).holidayOn(toDayNumber(isoDate(day))) !== undefined;
}

function weekday(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);
}

function sameDayLater(day: string, months: number): string {
  const later = new Date(`${day}T00:00:00Z`);
  const dayOfMonth = later.getUTCDate();
  later.setUTCDate(1);
  later.setUTCMonth(later.getUTCMonth() + months + 1, 0);
  later.setUTCDate(Math.min(dayOfMonth, later.getUTCDate()));
  return later.toISOString().slice(0, 10);
}

function withoutMs(text: string): string {
  return text.replace(".000Z", "Z");
}
