import { z } from "zod";
import { exportCustomer } from "@/db/commands/customer-data";
import { currentTime } from "@/lib/server/clock";
import { postedForm } from "@/lib/server/posted-form";
import { download } from "@/lib/server/register/download";
import { foreignRefusal, isSameOrigin } from "@/lib/server/same-origin";
import { adminScopeOf, currentViewer } from "@/lib/server/session";

const LONGEST_FORM = 10_000;

/** All that is kept of an order's customer, as JSON for that person. A form, since taking it is journaled. */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request)) return foreignRefusal(request);
  const viewer = await currentViewer();
  const scope = viewer && adminScopeOf(viewer);
  if (!scope) return new Response(null, { status: 401 });
  if (scope.role !== "admin") return new Response(null, { status: 403 });
  const orderId = z.uuid().safeParse((await postedForm(request, LONGEST_FORM))?.get("orderId"));
  const outcome = orderId.success ? await exportCustomer(scope, orderId.data, currentTime()) : undefined;
  if (!outcome?.ok) return new Response(null, { status: 404 });
  return download(JSON.stringify(outcome.value, null, 2), "application/json", "donnees-personnelles.json");
}
