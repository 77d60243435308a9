import { z } from "zod";
import { type ArchiveAsked, listArchived } from "@/db/queries/invoice-archive";
import { findRun, targetOf } from "@/db/queries/invoice-runs";
import type { SellerScope } from "@/lib/auth/scope";
import { MOST_CHOSEN } from "@/lib/invoices/bulk-run";
import { monthPeriod } from "@/lib/invoices/period";
import { serveArchive } from "@/lib/server/invoice-archive";
import { currentViewer, sellerScopeOf } from "@/lib/server/session";

const askedSchema = z.object({
  id: z.array(z.uuid()).max(MOST_CHOSEN),
  commande: z.array(z.string().max(200)).max(MOST_CHOSEN),
  emission: z.uuid().optional().catch(undefined),
});

/** `back` is the page that says so when there is nothing to take. */
type Named = { readonly asked: ArchiveAsked; readonly name: string; readonly back: string };

/**
 * Invoices as a ZIP: those of a month, `?mois=2026-11`, of a run, `?emission=…`, of orders, `?commande=…&commande=…`,
 * or those chosen, `?id=…&id=…`.
 */
export async function GET(request: Request): Promise<Response> {
  const viewer = await currentViewer();
  const scope = viewer && sellerScopeOf(viewer);
  if (!scope) return new Response(null, { status: 401 });
  const { searchParams } = new URL(request.url);
  const named = await namedBy(scope, searchParams);
  const fromOrders = searchParams.has("retour");
  if (!named) return seeOther(fromOrders ? "/commandes?emission=nothing_chosen" : "/factures?choix=vide");
  const invoices = await listArchived(scope, named.asked);
  if (invoices.length > 0) return serveArchive(scope, { invoices, name: named.name }, request);
  return seeOther(fromOrders ? "/commandes?emission=no_invoice" : named.back);
}

async function namedBy(scope: SellerScope, params: URLSearchParams): Promise<Named | undefined> {
  const given = { id: params.getAll("id"), commande: params.getAll("commande"), emission: params.get("emission") };
  const parsed = askedSchema.safeParse({ ...given, emission: given.emission ?? undefined });
  if (!parsed.success) return undefined;
  const { id, commande, emission } = parsed.data;
  const back = "/factures?choix=introuvable";
  if (id.length > 0) return { asked: { ids: id }, name: "factures-choisies.zip", back };
  if (commande.length > 0) {
    return { asked: { target: { orderNumbers: commande } }, name: "factures-choisies.zip", back };
  }
  const run = emission && (await findRun(scope, emission));
  if (run) return { asked: { target: targetOf(run) }, name: "factures-emises.zip", back };
  const month = params.get("mois");
  const period = monthPeriod(month);
  return period && { asked: { period }, name: `factures-${month}.zip`, back: `/factures?mois=${month}&choix=mois` };
}

function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { location } });
}
