import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Alert } from "@/app/_components/ui/alert";
import { Button } from "@/app/_components/ui/button";
import { Section } from "@/app/_components/ui/card";
import { PageHeader } from "@/app/_components/ui/page-header";
import { SelectField } from "@/app/_components/ui/select-field";
import { TextField } from "@/app/_components/ui/text-field";
import { listCorrections } from "@/db/queries/calendar-corrections";
import { findMarketplace } from "@/db/queries/marketplace";
import { mayAdministerMarketplace } from "@/lib/auth/permissions";
import { CALENDAR_IDS, CALENDAR_ZONES, type CalendarId, isCalendarId } from "@/lib/calendar/calendar-ids";
import { FIRST_YEAR, LAST_YEAR } from "@/lib/calendar/civil-day";
import { holidaysOfYear } from "@/lib/calendar/holiday-list";
import { currentTime } from "@/lib/server/clock";
import { requireAdmin, requireViewer } from "@/lib/server/session";
import { AuditorNotice } from "../_components/auditor-notice";
import { CorrectionForm } from "./_components/correction-form";
import { CorrectionsTable } from "./_components/corrections-table";
import type { Search } from "./_components/draft-address";
import { HolidayTable } from "./_components/holiday-table";

type Props = { readonly searchParams: Promise<Search> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("calendars"))("title") };
}

/** The calendars deadlines are counted with: the holidays of a year, and every correction made to them. */
export default async function CalendarsPage({ searchParams }: Props) {
  const [t, names, search, scope, viewer] = await Promise.all([
    getTranslations("calendars"),
    getTranslations("admin.marketplace.calendars"),
    searchParams,
    requireAdmin(),
    requireViewer(),
  ]);
  const [marketplace, corrections] = await Promise.all([findMarketplace(scope), listCorrections(scope)]);
  const id = calendarOf(search.calendrier, marketplace?.calendar);
  const year = yearOf(search.annee, currentTime());
  const title =
    year === undefined
      ? t("holidays.title_without_year", { calendar: names(id) })
      : t("holidays.title", { year: String(year), calendar: names(id) });
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <AuditorNotice scope={scope} />
      <div className="grid gap-6">
        <Section id="feries" title={title} lead={t("holidays.lead", { zone: CALENDAR_ZONES[id] })}>
          <Filter id={id} year={year} />
          {year === undefined ? (
            <Alert kind="warning">{t("holidays.wrong_year")}</Alert>
          ) : (
            <HolidayTable caption={title} days={holidaysOfYear(id, year, corrections.toReversed())} />
          )}
        </Section>
        <Section id="corrections" title={t("corrections.title")} lead={t("corrections.lead")}>
          <CorrectionsTable corrections={corrections} zone={viewer.zone} />
        </Section>
        {mayAdministerMarketplace(scope) && <CorrectionForm calendar={id} />}
      </div>
    </>
  );
}

async function Filter({ id, year }: { readonly id: CalendarId; readonly year: number | undefined }) {
  const [t, names] = await Promise.all([
    getTranslations("calendars.filter"),
    getTranslations("admin.marketplace.calendars"),
  ]);
  return (
    <search className="no-print mb-stack block">
      <form className="flex flex-wrap items-end gap-3">
        <SelectField
          name="calendrier"
          label={t("calendar")}
          hideOptional
          defaultValue={id}
          options={CALENDAR_IDS.map((value) => ({ value, label: names(value) }))}
        />
        <TextField
          name="annee"
          label={t("year")}
          type="number"
          min={FIRST_YEAR}
          max={LAST_YEAR}
          width="short"
          hideOptional
          defaultValue={year}
        />
        <Button type="submit" variant="secondary">
          {t("show")}
        </Button>
      </form>
    </search>
  );
}

function calendarOf(asked: unknown, own: string | undefined): CalendarId {
  if (typeof asked === "string" && isCalendarId(asked)) return asked;
  return own !== undefined && isCalendarId(own) ? own : "FR";
}

/** Undefined for a year of which the product vouches for no day. */
function yearOf(asked: unknown, now: string): number | undefined {
  const text = typeof asked === "string" && asked !== "" ? asked : now.slice(0, 4);
  const year = /^\d{4}$/.test(text) ? Number(text) : 0;
  return year >= FIRST_YEAR && year <= LAST_YEAR ? year : undefined;
}
