import { findMarketplace } from "@/db/queries/marketplace";
import { readMonthReport } from "@/db/queries/month-report";
import { zoneId } from "@/lib/calendar/zone";
import { monthDays } from "@/lib/compliance/month";
import { currentTime } from "@/lib/server/clock";
import { renderComplianceReportPdf } from "@/lib/server/pdf/compliance-report";
import { download } from "@/lib/server/register/download";
import { adminScopeOf, currentViewer, sellerScopeOf } from "@/lib/server/session";

/** A seller's report of a month, `?mois=2026-10&vendeur=…`; a seller's own needs no name. */
export async function GET(request: Request): Promise<Response> {
  const viewer = await currentViewer();
  const scope = viewer && (adminScopeOf(viewer) ?? sellerScopeOf(viewer));
  if (!scope) return new Response(null, { status: 401 });
  const { searchParams } = new URL(request.url);
  const month = searchParams.get("mois") ?? "";
  const days = monthDays(month);
  const sellerId = scope.kind === "seller" ? scope.sellerId : searchParams.get("vendeur");
  const now = currentTime();
  const report = days && sellerId ? await readMonthReport(scope, { ...days, sellerId }, now) : undefined;
  if (!days || !report) return new Response(null, { status: 404 });
  const marketplace = await findMarketplace(scope);
  const bytes = await renderComplianceReportPdf({
    ...report,
    ...days,
    month,
    now,
    marketplaceName: marketplace?.name ?? "",
    zone: marketplace?.zone ?? zoneId("Europe/Paris"),
  });
  return download(new Uint8Array(bytes), "application/pdf", `conformite-${report.slug}-${month}.pdf`);
}
