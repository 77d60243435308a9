import { Download } from "lucide-react";
import { getLocale, getTranslations } from "next-intl/server";
import { Alert } from "@/app/_components/ui/alert";
import { buttonClass } from "@/app/_components/ui/button";
import { Section } from "@/app/_components/ui/card";
import { Disclosure } from "@/app/_components/ui/disclosure";
import { type Column, Table } from "@/app/_components/ui/table";
import { readContinuity, readRegister } from "@/db/queries/invoice-register";
import type { SellerScope } from "@/lib/auth/scope";
import { formatDay, formatMoney, formatMonth } from "@/lib/i18n/format";
import { localeFrom } from "@/lib/i18n/locale";
import { monthPeriod } from "@/lib/invoices/period";
import { type DailyTotal, dailyConsumerTotals } from "@/lib/invoices/register";
import { taxName } from "@/lib/server/register/register-table";

const FORMATS = ["xlsx", "csv"] as const;

/** What an accountant takes of a month: the register, the statement that its numbers are continuous, the days' totals. */
export async function MonthRegister({ scope, month }: { readonly scope: SellerScope; readonly month: string }) {
  const period = monthPeriod(month);
  if (!period) return null;
  const [t, language, entries, series] = await Promise.all([
    getTranslations("invoices"),
    getLocale(),
    readRegister(scope, period),
    readContinuity(scope, period),
  ]);
  const locale = localeFrom(language);
  const daily = dailyConsumerTotals(entries);
  const columns: readonly Column<DailyTotal>[] = [
    {
      key: "day",
      header: t("register.columns.date"),
      isRowHeader: true,
      cell: ({ day }) => formatDay(day, locale, "numeric"),
    },
    { key: "tax", header: t("register.columns.tax"), cell: (total) => taxName(total, locale) },
    { key: "net", header: t("register.columns.net"), align: "end", cell: (total) => money(total, total.netCents) },
    { key: "vat", header: t("register.columns.vat"), align: "end", cell: (total) => money(total, total.vatCents) },
    {
      key: "gross",
      header: t("register.columns.gross"),
      align: "end",
      cell: (total) => money(total, total.grossCents),
    },
  ];
  const money = ({ currency }: DailyTotal, cents: number) => formatMoney(cents, locale, currency);
  return (
    <Section
      id="registre"
      title={t("register.title", { month: formatMonth(month, locale) })}
      lead={t("register.lead", { count: entries.length })}
      className="mb-stack"
    >
      <div className="grid gap-stack">
        {series.map(({ kind, isContinuous, ...span }) => (
          <Alert key={`${kind}-${span.firstNumber}`} kind={isContinuous ? "success" : "danger"}>
            {t(isContinuous ? `register.continuous.${kind}` : `register.broken.${kind}`, span)}
          </Alert>
        ))}
        <p className="flex flex-wrap gap-2">
          {FORMATS.map((format) => (
            <a
              key={format}
              href={`/api/factures/registre?mois=${month}&format=${format}`}
              className={buttonClass({ variant: "secondary" })}
            >
              <Download aria-hidden />
              {t(`register.formats.${format}`)}
            </a>
          ))}
          {entries.length > 0 && (
            <a href={`/api/factures/archive?mois=${month}`} className={buttonClass({ variant: "secondary" })}>
              <Download aria-hidden />
              {t("register.formats.zip")}
            </a>
          )}
        </p>
        {daily.length > 0 && (
          <Disclosure summary={t("register.daily")}>
            <p className="mb-2 max-w-prose text-sm text-ink-muted">
              {t("register.daily_lead")}{" "}
              <a href={`/api/factures/registre?mois=${month}&format=csv&table=jours`} className="prose-link">
                {t("register.formats.csv_daily")}
              </a>
            </p>
            <Table
              caption={t("register.daily")}
              hideCaption
              columns={columns}
              rows={daily}
              rowKey={({ day, vatScheme, vatRateBps, currency }) => `${day} ${vatScheme} ${vatRateBps} ${currency}`}
              narrow="scroll"
            />
          </Disclosure>
        )}
      </div>
    </Section>
  );
}
