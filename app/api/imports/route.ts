import { currentTime } from "@/lib/server/clock";
import { receiveOrderFile } from "@/lib/server/csv/receive-order-file";
import { foreignRefusal, isSameOrigin } from "@/lib/server/same-origin";
import { currentViewer, sellerScopeOf } from "@/lib/server/session";

/** The order file of the import page; a route, because a Server Action's body is cut at 1 MB. */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request)) return foreignRefusal(request);
  const viewer = await currentViewer();
  const scope = viewer && sellerScopeOf(viewer);
  if (!scope) return seeOther("/connexion?suite=%2Fcommandes%2Fimport");
  const received = await receiveOrderFile(request, scope, currentTime());
  return seeOther(
    received.ok ? `/commandes/import/${received.value.importId}` : `/commandes/import?refus=${received.reason}`,
  );
}

function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { location } });
}
