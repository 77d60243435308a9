import { z } from "zod";
import { findImport } from "@/db/queries/imports";
import { currentViewer, sellerScopeOf } from "@/lib/server/session";

/** Progress of an import, for the page that shows it. */
export async function GET(_: Request, { params }: { params: Promise<{ importId: string }> }): Promise<Response> {
  const viewer = await currentViewer();
  const scope = viewer && sellerScopeOf(viewer);
  if (!scope) return new Response(null, { status: 401 });
  const importId = z.uuid().safeParse((await params).importId);
  const found = importId.success ? await findImport(scope, importId.data) : undefined;
  if (!found) return new Response(null, { status: 404 });
  const { status, doneCount, orderCount } = found;
  return Response.json({ status, doneCount, orderCount }, { headers: { "Cache-Control": "no-store" } });
}
