import { OpeningHoursError } from "@/lib/calendar/business-hours";
import { findCalendar } from "@/lib/calendar/calendars";
import { DayOutOfRangeError, FIRST_YEAR, type IsoDate, LAST_YEAR } from "@/lib/calendar/civil-day";
import { NoSuchDayError } from "@/lib/calendar/day-counter";
import { formatInstant, type InstantRefusal, parseInstant } from "@/lib/calendar/instant";
import { parseZone } from "@/lib/calendar/zone";
import { computeDeadline, type DeadlineInput, type Period } from "@/lib/deadlines/deadline";
import { periodOf } from "@/lib/deadlines/period";
import { DEADLINE_KINDS, type DeadlineRules } from "@/lib/deadlines/rule";
import { DEADLINE_RULES } from "@/lib/deadlines/rules";
import { type TraceDay, traceDeadline } from "@/lib/deadlines/trace";

/** Answer to one case of the conformance suite; `error` starts with the name of the field at fault. */
export type CaseAnswer =
  | { readonly id: unknown; readonly dueOn: IsoDate; readonly dueBefore: string; readonly trace: readonly TraceDay[] }
  | { readonly id: unknown; readonly error: string };

const INSTANT_ERRORS: Readonly<Record<InstantRefusal, string>> = {
  not_an_instant: "not an instant such as 2026-11-24T09:00:00+01:00",
  no_offset: "the offset from UTC is missing",
  impossible_date: "no such date, time or offset",
  year_out_of_range: `the year is outside ${FIRST_YEAR}–${LAST_YEAR}`,
};

const RULES: DeadlineRules = DEADLINE_RULES;

/** Computes one case `{id, clock, startsAt, calendar, zone}`, read from anywhere: nothing is trusted. */
export function answerCase(value: unknown): CaseAnswer {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return { id: null, error: "case: not an object" };
  }
  const id = field(value, "id") ?? null;
  const input = readCase(value);
  if (typeof input === "string") return { id, error: input };
  try {
    const deadline = computeDeadline(input);
    const { dueOn, dueBefore } = deadline;
    return { id, dueOn, dueBefore: formatInstant(dueBefore), trace: traceDeadline(input, deadline) };
  } catch (error) {
    if (isFieldError(error)) return { id, error: `${error.field}: ${error.message}` };
    throw error;
  }
}

/** The input of a case, or the error that says which field cannot be taken. */
function readCase(value: object): DeadlineInput | string {
  const period = readPeriod(field(value, "clock"));
  if (typeof period === "string") return period;
  const startsAt = field(value, "startsAt");
  if (typeof startsAt !== "string") return "startsAt: not a text";
  const start = parseInstant(startsAt);
  if (!start.ok) return `startsAt: ${INSTANT_ERRORS[start.reason]}`;
  const calendarId = field(value, "calendar");
  const calendar = typeof calendarId === "string" ? findCalendar(calendarId) : undefined;
  if (!calendar) return `calendar: unknown calendar ${quoted(calendarId)}`;
  const zoneName = field(value, "zone");
  const zone = typeof zoneName === "string" ? parseZone(zoneName) : undefined;
  if (!zone) return `zone: unknown zone ${quoted(zoneName)}`;
  return { period, startsAt: start.value, calendar, zone };
}

function readPeriod(clock: unknown): Period | string {
  const kind = DEADLINE_KINDS.find((known) => known === clock);
  if (!kind) return `clock: unknown clock ${quoted(clock)}`;
  return periodOf(RULES[kind]) ?? `clock: the parties fix the length of ${kind}`;
}

function field(value: object, name: string): unknown {
  return Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;
}

function quoted(value: unknown): string {
  const text = JSON.stringify(value) ?? "(absent)";
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function isFieldError(error: unknown): error is DayOutOfRangeError | NoSuchDayError | OpeningHoursError {
  return error instanceof DayOutOfRangeError || error instanceof NoSuchDayError || error instanceof OpeningHoursError;
}
