import { z } from "zod";
import { findRun } from "@/db/queries/invoice-runs";
import { currentViewer, sellerScopeOf } from "@/lib/server/session";

/** Progress of a run of invoices, `?id=…`, for the page that shows it. */
export async function GET(request: Request): Promise<Response> {
  const viewer = await currentViewer();
  const scope = viewer && sellerScopeOf(viewer);
  if (!scope) return new Response(null, { status: 401 });
  const id = z.uuid().safeParse(new URL(request.url).searchParams.get("id"));
  const run = id.success ? await findRun(scope, id.data) : undefined;
  if (!run) return new Response(null, { status: 404 });
  const { status, issuedCount, refusedCount, totalCount } = run;
  return Response.json({ status, issuedCount, refusedCount, totalCount }, { headers: { "Cache-Control": "no-store" } });
}
