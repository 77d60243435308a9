import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/app/_components/ui/badge";
import { Table } from "@/app/_components/ui/table";
import type { ListedDay } from "@/lib/calendar/holiday-list";
import { groundOf } from "@/lib/calendar/override";
import { formatDay } from "@/lib/i18n/format";
import { OverrideGround } from "./override-ground";

/** The holidays of one year, each with what says that it is one. */
export function HolidayTable({ days, caption }: { readonly days: readonly ListedDay[]; readonly caption: string }) {
  const t = useTranslations("calendars.holidays");
  const locale = useLocale();
  return (
    <Table
      caption={caption}
      hideCaption
      rows={days}
      rowKey={({ day, override }) => `${day} ${override?.version ?? 0}`}
      empty={<p className="text-ink-muted">{t("none")}</p>}
      columns={[
        {
          key: "day",
          header: t("day"),
          isRowHeader: true,
          cell: ({ day }) => (
            <span className="inline-block first-letter:uppercase">{formatDay(day, locale, "long_without_year")}</span>
          ),
        },
        { key: "name", header: t("name"), cell: (row) => <HolidayName row={row} /> },
        { key: "origin", header: t("origin"), cell: ({ override }) => <Origin override={override} /> },
      ]}
    />
  );
}

function HolidayName({ row }: { readonly row: ListedDay }) {
  const t = useTranslations("calendars.holidays");
  const locale = useLocale();
  const name = row.name[locale];
  if (row.override?.change !== "remove") return name;
  return (
    <>
      <s className="text-ink-muted">{name}</s> <Badge>{t("no_longer")}</Badge>
    </>
  );
}

function Origin({ override }: Pick<ListedDay, "override">) {
  const t = useTranslations("calendars");
  if (!override) return <span className="text-ink-muted">{t("holidays.published")}</span>;
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-1 max-md:justify-end">
      <a className="prose-link" href={`/calendriers/corrections/${override.version}`}>
        {t("corrections.number", { version: override.version })}
      </a>
      <OverrideGround override={override} />
      {groundOf(override) === "contract" && (
        <span className="text-sm text-ink-muted">{t("holidays.marketplace_only")}</span>
      )}
    </span>
  );
}
