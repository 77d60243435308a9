import { env } from "@/lib/env";
import { CHECK_PAGE, keptResultCookie } from "@/lib/server/invoice-check/kept-result";
import { checkPostedInvoice } from "@/lib/server/invoice-check/receive-invoice";
import { foreignRefusal, isSameOrigin } from "@/lib/server/same-origin";
import { currentViewer, sellerScopeOf } from "@/lib/server/session";

/** The PDF of the checker's page; a route, because a Server Action's body is cut at 1 MB. Works without JavaScript. */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request)) return foreignRefusal(request);
  const viewer = await currentViewer();
  const scope = viewer && sellerScopeOf(viewer);
  if (!scope) return seeOther(`/connexion?suite=${encodeURIComponent(CHECK_PAGE)}`);
  const checked = await checkPostedInvoice(request, scope);
  if (!checked.ok) return seeOther(`${CHECK_PAGE}?refus=${checked.reason}`);
  const cookie = keptResultCookie(checked.value, env().BASE_URL.startsWith("https:"));
  return seeOther(`${CHECK_PAGE}?resultat=oui#resultat`, { "set-cookie": cookie });
}

function seeOther(location: string, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(null, { status: 303, headers: { location, ...headers } });
}
