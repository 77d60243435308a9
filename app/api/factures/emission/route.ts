import { findLastRun } from "@/db/queries/invoice-runs";
import { currentViewer, sellerScopeOf } from "@/lib/server/session";

/** Progress of the last run of invoices, for the page that shows it. */
export async function GET(): Promise<Response> {
  const viewer = await currentViewer();
  const scope = viewer && sellerScopeOf(viewer);
  if (!scope) return new Response(null, { status: 401 });
  const run = await findLastRun(scope);
  if (!run) return new Response(null, { status: 404 });
  const { status, issuedCount, refusedCount, totalCount } = run;
  return Response.json({ status, issuedCount, refusedCount, totalCount }, { headers: { "Cache-Control": "no-store" } });
}
