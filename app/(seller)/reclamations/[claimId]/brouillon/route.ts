import { z } from "zod";
import { saveDraft } from "@/db/commands/reply-drafts";
import { zoneSchema } from "@/lib/calendar/zone-schema";
import type { Locale } from "@/lib/i18n/locale";
import { translatorFor } from "@/lib/i18n/translator";
import { readDraft } from "@/lib/replies/draft";
import { readReplyForm } from "@/lib/replies/reply-form";
import { languageOf } from "@/lib/server/api/language";
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
  const locale = languageOf(request.headers.get("accept-language"));
  const proven = await proveSeller();
  if (!proven.ok) return answer(proven.reason, locale);
  const claimId = z.uuid().safeParse((await params).claimId);
  const form = await postedForm(request, MAX_BYTES);
  if (!form) return answer("invalid", locale);
  const zone = zoneSchema.safeParse(form.get("zone"));
  if (!claimId.success || !zone.success) return answer("not_found", locale);
  const reply = readDraft(readReplyForm(form.entries(), zone.data));
  if (!reply) return answer("invalid", locale);
  const { scope, now } = proven.value;
  const saved = await saveDraft(scope, { claimId: claimId.data, reply }, now);
  return saved.ok ? new Response(null, { status: 204, headers: NEVER_KEPT }) : answer(saved.reason, locale);
}

const NEVER_KEPT = { "cache-control": "no-store" };
const STATUSES = { signed_out: 401, not_allowed: 403, not_found: 404, claim_closed: 409, invalid: 422 } as const;

function answer(reason: keyof typeof STATUSES, locale: Locale): Response {
  return new Response(`${translatorFor(locale)(`reply.draft.refusals.${reason}`)}\n`, {
    status: STATUSES[reason],
    headers: { ...NEVER_KEPT, "content-type": "text/plain; charset=utf-8", "content-language": locale },
  });
}
