import { z } from "zod";
import { listArchived } from "@/db/queries/invoice-register";
import { monthPeriod } from "@/lib/invoices/period";
import { serveArchive } from "@/lib/server/invoice-archive";
import { currentViewer, sellerScopeOf } from "@/lib/server/session";

const ids = z.array(z.uuid()).min(1).max(500);

/** Invoices as a ZIP: those of a month, `?mois=2026-11`, or those chosen, `?id=…&id=…`. */
export async function GET(request: Request): Promise<Response> {
  const viewer = await currentViewer();
  const scope = viewer && sellerScopeOf(viewer);
  if (!scope) return new Response(null, { status: 401 });
  const { searchParams } = new URL(request.url);
  const chosen = ids.safeParse(searchParams.getAll("id"));
  const period = monthPeriod(searchParams.get("mois"));
  const asked = chosen.success ? { ids: chosen.data } : period && { period };
  if (!asked) return new Response(null, { status: 303, headers: { location: "/factures?choix=vide" } });
  const invoices = await listArchived(scope, asked);
  if (invoices.length === 0) return new Response(null, { status: 404 });
  const name = chosen.success ? "factures-choisies.zip" : `factures-${searchParams.get("mois")}.zip`;
  return serveArchive(scope, { invoices, name }, request);
}
