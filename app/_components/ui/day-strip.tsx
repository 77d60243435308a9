import clsx from "clsx";
import { formatDay } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import { type CalendarDay, DAY_LOOKS } from "./calendar-day";

type Props = { readonly label: string; readonly days: readonly CalendarDay[]; readonly locale: Locale };

/** « J2 », "D2": the second day of the count. */
const LETTER: Record<Locale, string> = { fr: "J", en: "D" };

/** Days counted one by one, side by side: rest days are hatched, the last day is filled. Each is told in words. */
export function DayStrip({ label, days, locale }: Props) {
  return (
    <ol aria-label={label} className="flex flex-wrap gap-1.5">
      {days.map((day) => (
        <li
          key={day.date}
          className={clsx(
            "tabular grid w-13 justify-items-center rounded-md border px-1 pt-1 pb-1.5 leading-none",
            DAY_LOOKS[day.state],
          )}
        >
          <span className="sr-only">
            {formatDay(day.date, locale, "long_without_year")}
            {day.note && `, ${day.note}`}
          </span>
          <span aria-hidden className={clsx("text-xs font-semibold", day.state === "rest" && "bg-surface")}>
            {formatDay(day.date, locale, "short").split(" ")[0]}
          </span>
          <span
            aria-hidden
            className={clsx("mt-0.5 text-xl font-bold", day.state === "rest" && "bg-surface line-through")}
          >
            {Number(day.date.slice(8))}
          </span>
          <span aria-hidden className="mt-1 min-h-3 text-xs font-semibold">
            {day.number === undefined ? (day.state === "rest" ? "–" : "·") : `${LETTER[locale]}${day.number}`}
          </span>
        </li>
      ))}
    </ol>
  );
}
