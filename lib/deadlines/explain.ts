import type { IsoDate } from "@/lib/calendar/civil-day";
import { dayInWords, dayOfYearInWords, type Language, type Words, weekdayInWords } from "@/lib/calendar/day-words";
import type { Instant } from "@/lib/calendar/instant";
import type { ZoneId } from "@/lib/calendar/zone";
import { boundInWords } from "@/lib/deadlines/bound-words";
import { computeDeadline, type Deadline, type DeadlineInput } from "@/lib/deadlines/deadline";
import { type OriginKind, originKind, originText } from "@/lib/deadlines/period";
import type { Origin, PeriodUnit, Roll, StartFact } from "@/lib/deadlines/rule";
import { lengthInWords, START_WORDS } from "@/lib/deadlines/rule-words";
import { type TraceDay, traceDeadline } from "@/lib/deadlines/trace";

export type ExplainInput = DeadlineInput & {
  readonly starts: StartFact;
  readonly origin: Origin;
  /** Zone the reader lives in, for the bound on their own clock. */
  readonly readerZone?: ZoneId;
};

export type Explanation = {
  readonly startsOn: IsoDate;
  readonly nominalOn: IsoDate;
  readonly dueOn: IsoDate;
  readonly dueBefore: Instant;
  readonly rule: {
    readonly length: number;
    readonly unit: PeriodUnit;
    readonly roll: Roll;
    readonly starts: StartFact;
    readonly origin: Origin;
    readonly originKind: OriginKind;
  };
  readonly calendar: string;
  readonly zone: ZoneId;
  readonly days: readonly TraceDay[];
  /** The whole in one sentence, in each language. */
  readonly sentence: Words;
  /** The bound alone, in its zone and the reader's. */
  readonly bound: Words;
};

const ORIGIN_WORDS: Readonly<Record<OriginKind, Words>> = {
  law: { fr: "loi", en: "law" },
  contract: { fr: "règle de la place de marché", en: "marketplace rule" },
  assumed: { fr: "notre lecture", en: "our reading" },
};

/** Each day of a deadline with its reason, the rule with its origin, and the whole in one sentence. */
export function explainDeadline(input: ExplainInput): Explanation {
  const deadline = computeDeadline(input);
  const days = traceDeadline(input, deadline);
  const bound = boundInWords({ ...deadline, zone: input.zone }, input.readerZone);
  const { length, unit, roll } = input.period;
  return {
    ...deadline,
    rule: { length, unit, roll, starts: input.starts, origin: input.origin, originKind: originKind(input.origin) },
    calendar: input.calendar.id,
    zone: input.zone,
    days,
    bound,
    sentence: {
      fr: sentence(input, deadline, days, bound, "fr"),
      en: sentence(input, deadline, days, bound, "en"),
    },
  };
}

function sentence(
  input: ExplainInput,
  deadline: Deadline,
  days: readonly TraceDay[],
  bound: Words,
  language: Language,
): string {
  const start = START_WORDS[input.starts][language];
  const length = lengthInWords(input.period.length, input.period.unit, language);
  const day = dayInWords(deadline.startsOn, language);
  const details = [passedOverWords(input, days, language), lastDayWords(input, deadline, days, language)];
  const rule = `${originText(input.origin)} (${ORIGIN_WORDS[originKind(input.origin)][language]})`;
  const separator = language === "fr" ? "\u202f; " : "; ";
  const opening =
    language === "fr"
      ? `${start} ${day}${dayZeroWords(input, "fr")}\u00a0: ${length}, soit jusqu’à ${bound.fr}`
      : `${start} ${day}${dayZeroWords(input, "en")}: ${length}, that is until ${bound.en}`;
  const origin = language === "fr" ? `règle\u00a0: ${rule}` : `rule: ${rule}`;
  return `${[opening, ...details.filter((detail) => detail !== ""), origin].join(separator)}.`;
}

function dayZeroWords({ period }: ExplainInput, language: Language): string {
  if (period.unit === "hour" || period.unit === "business_hour") return "";
  return language === "fr" ? " (jour non compté)" : " (day not counted)";
}

/** Rest days inside a period that skips them. */
function passedOverWords({ period }: ExplainInput, days: readonly TraceDay[], language: Language): string {
  if (period.unit !== "working_day" && period.unit !== "delivery_day") return "";
  const passed = days.filter((day) => !day.counted && day.reason !== "day_zero").map((day) => restWords(day, language));
  if (passed.length === 0) return "";
  return language === "fr" ? `ne comptent pas ${passed.join(", ")}` : `not counted: ${passed.join(", ")}`;
}

/** What the last day does, or does not do, when it is a rest day. */
function lastDayWords(
  { period }: ExplainInput,
  { nominalOn, dueOn }: Deadline,
  days: readonly TraceDay[],
  language: Language,
): string {
  const nominal = days.find(({ day, counted }) => day === nominalOn && counted);
  if (!nominal?.rest || (period.unit !== "calendar_day" && period.unit !== "month")) return "";
  const words = restWords(nominal, language);
  if (dueOn === nominalOn) {
    return language === "fr"
      ? `le dernier jour, ${words}, est un jour de repos et n’est pas reporté (lecture prudente)`
      : `the last day, ${words}, is a rest day and does not move (the safe reading)`;
  }
  return language === "fr"
    ? `le dernier jour, ${words}, est un jour de repos\u00a0: report au ${weekdayInWords(dueOn, "fr")} qui suit`
    : `the last day, ${words}, is a rest day and moves to the next ${weekdayInWords(dueOn, "en")}`;
}

function restWords({ day, holiday }: TraceDay, language: Language): string {
  const words = dayOfYearInWords(day, language);
  return holiday ? `${words} (${holiday[language]})` : words;
}
