import { dayInWords, dayOfYearInWords, type Language, type Words } from "@/lib/calendar/day-words";
import type { Deadline, Period } from "@/lib/deadlines/deadline";
import { type OriginKind, originText } from "@/lib/deadlines/period";
import type { Origin, StartFact } from "@/lib/deadlines/rule";
import { lengthInWords, START_WORDS } from "@/lib/deadlines/rule-words";
import type { TraceDay } from "@/lib/deadlines/trace";

export type ExplainedFacts = Deadline & {
  readonly period: Period | null;
  readonly starts: StartFact;
  readonly origin: Origin;
  readonly originKind: OriginKind;
  readonly days: readonly TraceDay[];
  readonly bound: Words;
};

const ORIGIN_WORDS: Readonly<Record<OriginKind, Words>> = {
  law: { fr: "loi", en: "law" },
  contract: { fr: "règle de la place de marché", en: "marketplace rule" },
  assumed: { fr: "notre lecture", en: "our reading" },
};

/** Start, length, bound, what was passed over, what became of the last day, and the rule: in one sentence. */
export function explanationSentence(facts: ExplainedFacts, language: Language): string {
  const rule = `${originText(facts.origin)} (${ORIGIN_WORDS[facts.originKind][language]})`;
  const parts = [
    `${startWords(facts, language)}${language === "fr" ? "\u00a0: " : ": "}${periodWords(facts, language)}`,
    passedOverWords(facts, language),
    lastDayWords(facts, language),
    language === "fr" ? `règle\u00a0: ${rule}` : `rule: ${rule}`,
  ];
  return `${parts.filter((part) => part !== "").join(language === "fr" ? "\u202f; " : "; ")}.`;
}

function startWords({ starts, startsOn, period }: ExplainedFacts, language: Language): string {
  const start = START_WORDS[starts][language];
  const day = dayInWords(startsOn, language);
  const isInDays = period !== null && period.unit !== "hour" && period.unit !== "business_hour";
  if (language === "fr") return `${start} le ${day}${isInDays ? " (jour non compté)" : ""}`;
  return `${start} on ${day}${isInDays ? " (day not counted)" : ""}`;
}

function periodWords({ period, bound }: ExplainedFacts, language: Language): string {
  if (!period) return language === "fr" ? `échéance fixée au ${bound.fr}` : `due day set to ${bound.en}`;
  const length = lengthInWords(period.length, period.unit, language);
  return language === "fr" ? `${length}, jusqu’au ${bound.fr}` : `${length}, until ${bound.en}`;
}

/** Rest days inside a period that skips them. */
function passedOverWords({ period, days }: ExplainedFacts, language: Language): string {
  if (period?.unit !== "working_day" && period?.unit !== "delivery_day") return "";
  const passed = days.filter((day) => !day.counted && day.reason !== "day_zero").map((day) => restWords(day, language));
  if (passed.length === 0) return "";
  if (language === "en") return `not counted: ${passed.join(", ")}`;
  return `${passed.length > 1 ? "ne comptent pas" : "ne compte pas"} ${passed.join(", ")}`;
}

/** What the last day does, or does not do, when it is a rest day. */
function lastDayWords({ period, days, nominalOn, dueOn }: ExplainedFacts, language: Language): string {
  if (period?.unit !== "calendar_day" && period?.unit !== "month") return "";
  const nominal = days.find(({ day, counted }) => day === nominalOn && counted);
  if (!nominal?.rest) return "";
  const words = restWords(nominal, language);
  const due = dayOfYearInWords(dueOn, language);
  if (language === "fr") {
    const fate = dueOn === nominalOn ? " et n’est pas reporté (lecture prudente)" : `\u00a0: report au ${due}`;
    return `le dernier jour, ${words}, est un jour de repos${fate}`;
  }
  const fate = dueOn === nominalOn ? "and does not move (the safe reading)" : `and moves to ${due}`;
  return `the last day, ${words}, is a rest day ${fate}`;
}

function restWords({ day, holiday }: TraceDay, language: Language): string {
  const words = dayOfYearInWords(day, language);
  return holiday ? `${words} (${holiday[language]})` : words;
}
