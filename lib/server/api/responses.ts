import type { Locale } from "@/lib/i18n/locale";
import { translatorFor } from "@/lib/i18n/translator";
import { describeFields } from "@/lib/server/api/issues";
import { type ApiProblem, PROBLEMS } from "@/lib/server/api/problems";

/** A problem document (RFC 9457) in the reader's language. */
export function problemResponse(answer: ApiProblem, locale: Locale): Response {
  const status = PROBLEMS[answer.problem];
  const words = translatorFor(locale);
  const errors = [...(answer.errors ?? []), ...(answer.fields ? describeFields(answer.fields, locale) : [])];
  const document = {
    type: `urn:espace-vendeur:problem:${answer.problem}`,
    title: words(`api.problems.${answer.problem}.title`),
    status,
    detail: words(`api.problems.${answer.problem}.detail`, answer.values),
    code: answer.problem,
    ...(errors.length > 0 ? { errors } : {}),
    ...answer.members,
  };
  return new Response(JSON.stringify(document), {
    status,
    headers: {
      ...COMMON_HEADERS,
      "Content-Type": "application/problem+json; charset=utf-8",
      "Content-Language": locale,
      ...answer.headers,
    },
  });
}

export function jsonResponse(
  body: unknown,
  status: number,
  headers: Readonly<Record<string, string>> | undefined,
): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { ...COMMON_HEADERS, "Content-Type": "application/json; charset=utf-8", ...headers },
  });
}

const COMMON_HEADERS = { "Cache-Control": "no-store", Vary: "Authorization, Accept-Language" };
