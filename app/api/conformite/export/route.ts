import { getLocale } from "next-intl/server";
import { readFigures } from "@/db/queries/figures";
import { findMarketplace } from "@/db/queries/marketplace";
import { zoneId } from "@/lib/calendar/zone";
import { readFigureChoice } from "@/lib/compliance/period";
import { localeFrom } from "@/lib/i18n/locale";
import { currentTime } from "@/lib/server/clock";
import { reportTables } from "@/lib/server/compliance/report-tables";
import { download } from "@/lib/server/register/download";
import { csvOf } from "@/lib/server/register/register-csv";
import { xlsxOf } from "@/lib/server/register/register-xlsx";
import { adminScopeOf, currentViewer, sellerScopeOf } from "@/lib/server/session";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** The figures of a choice, `?du=…&au=…&format=csv|xlsx`: of all for the operator, of itself for a seller. */
export async function GET(request: Request): Promise<Response> {
  const viewer = await currentViewer();
  const scope = viewer && (adminScopeOf(viewer) ?? sellerScopeOf(viewer));
  if (!scope) return new Response(null, { status: 401 });
  const search = Object.fromEntries(new URL(request.url).searchParams);
  const now = currentTime();
  const marketplace = await findMarketplace(scope);
  const choice = readFigureChoice(search, now, marketplace?.zone ?? zoneId("Europe/Paris"));
  const { fromOn, toOn, sellerId, situation, channelId } = choice;
  const rows = await readFigures(scope, { fromOn, toOn, sellerId, situation, channelId }, now);
  const locale = localeFrom(await getLocale());
  const tables = reportTables(rows, locale);
  const name = `conformite-${fromOn}-${toOn}`;
  if (search.format === "xlsx") return download(new Uint8Array(await xlsxOf(tables)), XLSX, `${name}.xlsx`);
  const sheets = tables.map((table) => csvOf({ ...table, head: [table.name, ...table.head.slice(1)] }, locale));
  return download(joined(sheets), "text/csv; charset=utf-8", `${name}.csv`);
}

/** One table under the other; the mark of the encoding stands once, at the beginning. */
function joined(sheets: readonly string[]): string {
  return sheets.map((sheet, place) => (place === 0 ? sheet : sheet.slice(1))).join("\r\n");
}
