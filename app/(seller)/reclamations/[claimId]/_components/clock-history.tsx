import { useTranslations } from "next-intl";
import type { ClaimPage } from "@/db/queries/claim-page";
import type { ClockMove } from "@/db/queries/clock-moves";
import { formatDay, formatInstant } from "@/lib/i18n/format";
import type { Reader } from "./reader";

type Props = { readonly clock: ClaimPage["clocks"][number]; readonly page: ClaimPage; readonly reader: Reader };

/** Each time the date moved and why, and the versions it is counted by: a date is never changed in silence. */
export function ClockHistory({ clock, page, reader }: Props) {
  const t = useTranslations("clock.history");
  const moves = page.clockMoves.filter((move) => move.clockId === clock.id);
  return (
    <>
      {moves.length > 0 && (
        <ul className="mb-2 list-disc space-y-1 ps-5">
          {moves.map((move) => (
            <li key={`${move.at} ${move.to.dueOn}`}>
              <Move move={move} page={page} reader={reader} />
            </li>
          ))}
        </ul>
      )}
      <p className="mb-2 text-ink-muted">
        {t("versions", { rule: clock.ruleVersion, calendar: clock.calendar, correction: clock.calendarVersion })}
      </p>
    </>
  );
}

function Move({ move, page, reader }: Omit<Props, "clock"> & { readonly move: ClockMove }) {
  const t = useTranslations("clock.history");
  const { locale, zone } = reader;
  const days = {
    at: formatInstant(new Date(move.at), zone, locale),
    from: formatDay(move.from.dueOn, locale, "long_without_year"),
    to: formatDay(move.to.dueOn, locale, "long_without_year"),
  };
  const correction = page.calendarOverrides.find(({ version }) => version === move.correction);
  if (!correction) return t(move.cause === "delivery" ? "delivery" : "calendar_plain", days);
  const reason = correction.origin.slice(correction.origin.indexOf(":") + 1);
  const day = formatDay(correction.day, locale);
  return t("calendar", { ...days, change: correction.change, day, name: correction.name?.[locale] ?? "", reason });
}
