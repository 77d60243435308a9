import clsx from "clsx";
import { formatDay, formatMonth } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import { type CalendarDay, DAY_LOOKS } from "./calendar-day";
import { weeksOf } from "./month-weeks";

type Props = {
  /** `YYYY-MM` */
  readonly month: string;
  /** The days that matter; the others are drawn plain. */
  readonly days: readonly CalendarDay[];
  readonly locale: Locale;
  /** Also writes the noted days as a list under the grid. */
  readonly listed?: boolean;
};

const A_MONDAY = 5;

/** One month, weeks from Monday, with the state of each day; the same is told in words, cell by cell and as a list. */
export function MonthCalendar({ month, days, locale, listed = false }: Props) {
  const byDate = new Map(days.map((day) => [day.date, day]));
  const weekdays = Array.from({ length: 7 }, (_, day) => `2026-01-${String(A_MONDAY + day).padStart(2, "0")}`);
  const noted = days.filter((day) => day.note && day.date.startsWith(month));
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
      {listed && noted.length > 0 && (
        <ul className="mt-1 text-sm">
          {noted.map((day) => (
            <li key={day.date}>
              <time dateTime={day.date} className="font-semibold">
                {formatDay(day.date, locale, "long_without_year")}
              </time>
              {` – ${day.note}`}
            </li>
          ))}
        </ul>
      )}
    </div>
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
