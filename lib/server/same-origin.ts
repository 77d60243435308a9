import { translatorFor } from "@/lib/i18n/translator";
import { languageOf } from "@/lib/server/api/language";

type Asked = { readonly headers: Pick<Headers, "get"> };

/**
 * Whether a form comes from one of our own pages. Security: a session's cookie is sent along by the browser,
 * wherever the form was.
 */
export function isSameOrigin({ headers }: Asked): boolean {
  const origin = URL.parse(headers.get("origin") ?? "");
  // A page cannot write X-Forwarded-Host in another's name: only a proxy does.
  const host = headers.get("x-forwarded-host")?.split(",")[0]?.trim() || headers.get("host");
  return origin !== null && origin.host === host;
}

/** Whether a request says that it comes from elsewhere; a program, which has no page, says nothing. */
export function isForeign(request: Asked): boolean {
  return request.headers.get("origin") !== null && !isSameOrigin(request);
}

/** What a form of another site is answered. */
export function foreignRefusal({ headers }: Asked): Response {
  const locale = languageOf(headers.get("accept-language"));
  return new Response(`${translatorFor(locale)("ui.refusals.foreign_origin")}\n`, {
    status: 403,
    headers: {
      "content-type": "text/plain; charset=utf-8",
      "content-language": locale,
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
  });
}
