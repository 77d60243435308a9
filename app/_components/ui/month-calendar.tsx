import clsx from "clsx";
import { formatDay, formatMonth } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import { type CalendarDay, DAY_LOOKS } from "./calendar-day";
import { type DayLine, dayLines } from "./day-lines";
import { weeksOf } from "./month-weeks";

type Props = {
  /** `YYYY-MM` */
  readonly month: string;
  /** The days that matter; the others are drawn plain. */
  readonly days: readonly CalendarDay[];
  readonly locale: Locale;
  /** Also writes the noted days as a list under the grid; says how days counted in a row are told together. */
  readonly listed?: (line: DayLine) => { readonly days: string; readonly note: string };
};

const A_MONDAY = 5;

/** One month, weeks from Monday, with the state of each day; the same is told in words, cell by cell and as a list. */
export function MonthCalendar({ month, days, locale, listed }: Props) {
  const byDate = new Map(days.map((day) => [day.date, day]));
  const weekdays = Array.from({ length: 7 }, (_, day) => `2026-01-${String(A_MONDAY + day).padStart(2, "0")}`);
  const lines = listed ? dayLines(days.filter(({ date }) => date.startsWith(month))) : [];
  return (
    <div className="inline-block">
      <table className="border-separate border-spacing-1 text-center">
        <caption className="pb-1 text-start font-bold first-letter:uppercase">{formatMonth(month, locale)}</caption>
        <thead>
          <tr>
            {weekdays.map((date) => (
              <th key={date} scope="col" className="text-xs font-semibold text-ink-muted">
                <abbr title={formatDay(date, locale).split(" ")[0]} className="no-underline">
                  {formatDay(date, locale, "short").slice(0, 2)}
                </abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month).map((week) => (
            <tr key={week.find(Boolean)}>
              {week.map((date, weekday) => (
                <DayCell key={date ?? `${month} ${weekday}`} date={date} day={date ? byDate.get(date) : undefined} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {listed && lines.length > 0 && (
        <ul className="mt-1 text-sm">
          {lines.map((line) => (
            <DayLineItem key={line.first.date} line={line} locale={locale} told={listed} />
          ))}
        </ul>
      )}
    </div>
  );
}

type LineProps = { readonly line: DayLine; readonly locale: Locale; readonly told: NonNullable<Props["listed"]> };

function DayLineItem({ line, locale, told }: LineProps) {
  const { first, last } = line;
  if (first.date !== last.date) {
    const { days, note } = told(line);
    return (
      <li>
        <span className="font-semibold">{days}</span>
        {` – ${note}`}
      </li>
    );
  }
  return (
    <li>
      <time dateTime={first.date} className="font-semibold">
        {formatDay(first.date, locale, "long_without_year")}
      </time>
      {` – ${first.note}`}
    </li>
  );
}

function DayCell({ date, day }: { readonly date: string | undefined; readonly day: CalendarDay | undefined }) {
  if (!date) return <td />;
  return (
    <td className={clsx("size-9 rounded-sm border font-semibold", DAY_LOOKS[day?.state ?? "plain"])}>
      <time dateTime={date}>{Number(date.slice(8))}</time>
      {day?.note && <span className="sr-only">, {day.note}</span>}
    </td>
  );
}
