import { FileArchive, FileCheck2, Receipt, Search } from "lucide-react";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Button } from "@/app/_components/ui/button";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { LinkButton } from "@/app/_components/ui/link-button";
import { PageHeader } from "@/app/_components/ui/page-header";
import { Pagination } from "@/app/_components/ui/pagination";
import { SelectField } from "@/app/_components/ui/select-field";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { TextField } from "@/app/_components/ui/text-field";
import { listInvoiceMonths, listInvoices } from "@/db/queries/invoice-register";
import { localDay, zoneId } from "@/lib/calendar/zone";
import { formatMonth } from "@/lib/i18n/format";
import { lastMonths } from "@/lib/invoices/period";
import { currentTime } from "@/lib/server/clock";
import { requireSeller, requireViewer } from "@/lib/server/session";
import { filterOf, invoicesHref, pageOf, readInvoiceSearch } from "./_components/invoice-search";
import { InvoiceTable } from "./_components/invoice-table";
import { MonthRegister } from "./_components/month-register";
import { MonthRun } from "./_components/month-run";
import { NoArchive } from "./_components/no-archive";
import { RecentRuns } from "./_components/recent-runs";

const RECENT = 3;

type Props = { readonly searchParams: Promise<Readonly<Record<string, string | readonly string[] | undefined>>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("invoices.list"))("title") };
}

/** Every invoice and credit note, and a month as an accountant takes it. */
export default async function InvoicesPage({ searchParams }: Props) {
  const [scope, { zone }] = await Promise.all([requireSeller(), requireViewer()]);
  const params = await searchParams;
  const search = readInvoiceSearch(params);
  const [t, locale, rows, months] = await Promise.all([
    getTranslations("invoices.list"),
    getLocale(),
    listInvoices(scope, filterOf(search)),
    listInvoiceMonths(scope),
  ]);
  const { shown, last } = pageOf(rows);
  // The last months are there even before anything is issued in them.
  const today = localDay(currentTime(), zoneId(zone));
  const offered = [...new Set([...lastMonths(today, RECENT), ...months])];
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={
          <LinkButton href="/factures/verifier" variant="secondary">
            <FileCheck2 aria-hidden />
            {t("check")}
          </LinkButton>
        }
      />
      <NoArchive why={params.choix} month={search.mois} />
      <search>
        <form
          action="/factures"
          className="mb-stack grid items-end gap-3 sm:grid-cols-[minmax(0,24rem)_minmax(0,14rem)_auto_1fr]"
        >
          <TextField
            key={search.q}
            type="search"
            name="q"
            label={t("search")}
            defaultValue={search.q}
            maxLength={200}
            hideOptional
          />
          <SelectField
            key={`mois-${search.mois}`}
            name="mois"
            label={t("month")}
            defaultValue={search.mois ?? ""}
            options={[
              { value: "", label: t("all_months") },
              ...offered
                .toSorted()
                .toReversed()
                .map((month) => ({ value: month, label: formatMonth(month, locale) })),
            ]}
            hideOptional
          />
          <SubmitButton variant="secondary">
            <Search aria-hidden />
            {t("apply")}
          </SubmitButton>
        </form>
      </search>
      {!search.apres && (
        <RecentRuns scope={scope} zone={zone} days={{ first: `${today.slice(0, 7)}-01`, last: today }} />
      )}
      {search.mois && (
        <>
          <MonthRun scope={scope} month={search.mois} />
          <MonthRegister scope={scope} month={search.mois} />
        </>
      )}
      {shown.length > 0 ? (
        <form action="/api/factures/archive" className="grid gap-stack">
          <InvoiceTable invoices={shown} />
          <Button type="submit" variant="secondary" className="justify-self-start">
            <FileArchive aria-hidden />
            {t("archive")}
          </Button>
        </form>
      ) : (
        <EmptyState icon={Receipt} title={t(search.q || search.mois || search.apres ? "no_match" : "none_yet")} />
      )}
      {search.apres && (
        <LinkButton href={invoicesHref(search)} variant="quiet" className="mt-stack">
          {t("back_to_start")}
        </LinkButton>
      )}
      <Pagination label={t("title")} nextHref={last && invoicesHref(search, last)} />
    </>
  );
}
