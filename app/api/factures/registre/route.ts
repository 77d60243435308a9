import { getLocale } from "next-intl/server";
import { readRegister } from "@/db/queries/invoice-register";
import { localeFrom } from "@/lib/i18n/locale";
import { monthPeriod } from "@/lib/invoices/period";
import { download } from "@/lib/server/register/download";
import { csvOf } from "@/lib/server/register/register-csv";
import { dailyTable, registerTable } from "@/lib/server/register/register-table";
import { xlsxOf } from "@/lib/server/register/register-xlsx";
import { currentViewer, sellerScopeOf } from "@/lib/server/session";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** The register of a month, `?mois=2026-11&format=csv|xlsx`, or its daily totals, `&table=jours`. */
export async function GET(request: Request): Promise<Response> {
  const viewer = await currentViewer();
  const scope = viewer && sellerScopeOf(viewer);
  if (!scope) return new Response(null, { status: 401 });
  const { searchParams } = new URL(request.url);
  const month = searchParams.get("mois");
  const period = monthPeriod(month);
  if (!period) return new Response(null, { status: 404 });
  const locale = localeFrom(await getLocale());
  const entries = await readRegister(scope, period);
  if (searchParams.get("format") === "xlsx") {
    const file = await xlsxOf([registerTable(entries, locale), dailyTable(entries, locale)]);
    return download(new Uint8Array(file), XLSX, `registre-${month}.xlsx`);
  }
  const daily = searchParams.get("table") === "jours";
  const table = daily ? dailyTable(entries, locale) : registerTable(entries, locale);
  const name = `${daily ? "totaux-par-jour" : "registre"}-${month}.csv`;
  return download(csvOf(table, locale), "text/csv; charset=utf-8", name);
}
