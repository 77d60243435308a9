import { z } from "zod";
import { saveDraft } from "@/db/commands/reply-drafts";
import { zoneSchema } from "@/lib/calendar/zone-schema";
import { readDraft } from "@/lib/replies/draft";
import { readReplyForm } from "@/lib/replies/reply-form";
import { postedForm } from "@/lib/server/posted-form";
import { foreignRefusal, isSameOrigin } from "@/lib/server/same-origin";
import { proveSeller } from "@/lib/server/seller-action";

/** As much as a Server Action takes. */
const MAX_BYTES = 1_000_000;

/**
 * Keeps an answer while it is being written. A route and not an action: actions wait for each other, and a draft on
 * its way must never hold back the answer itself.
 */
export async function POST(request: Request, { params }: { params: Promise<{ claimId: string }> }): Promise<Response> {
  // Security: a session's cookie is sent along by the browser, so the form must be one of ours.
  if (!isSameOrigin(request)) return foreignRefusal(request);
  const proven = await proveSeller();
  if (!proven.ok) return answer(401);
  const claimId = z.uuid().safeParse((await params).claimId);
  const form = await postedForm(request, MAX_BYTES);
  if (!form) return answer(422);
  const zone = zoneSchema.safeParse(form.get("zone"));
  if (!claimId.success || !zone.success) return answer(404);
  const reply = readDraft(readReplyForm(form.entries(), zone.data));
  if (!reply) return answer(422);
  const { scope, now } = proven.value;
  const saved = await saveDraft(scope, { claimId: claimId.data, reply }, now);
  if (saved.ok) return answer(204);
  return answer(saved.reason === "not_found" ? 404 : 409);
}

function answer(status: number): Response {
  return new Response(null, { status, headers: { "cache-control": "no-store" } });
}
