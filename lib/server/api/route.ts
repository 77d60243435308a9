import type { Locale } from "@/lib/i18n/locale";
import { authenticate, scopeOf } from "@/lib/server/api/callers";
import { isDatabaseDown } from "@/lib/server/api/database-down";
import { once } from "@/lib/server/api/idempotency";
import { checkInput, readInput } from "@/lib/server/api/input";
import { languageOf } from "@/lib/server/api/language";
import type { ApiMethod, Call, Operation, Reply } from "@/lib/server/api/operation";
import { type ApiProblem, isProblem, problem } from "@/lib/server/api/problems";
import { rateOf } from "@/lib/server/api/rate";
import { jsonResponse, problemResponse } from "@/lib/server/api/responses";
import { currentTime } from "@/lib/server/clock";

type PathContext = { readonly params: Promise<Readonly<Record<string, string | string[] | undefined>>> };
export type RouteHandler = (request: Request, context: PathContext) => Promise<Response>;
type Route = { readonly method: ApiMethod; readonly handle: RouteHandler };

type Answer<Spec extends Operation> = Reply<Spec> | ApiProblem | Response;

/*
 * How to add a call to the API:
 *
 * 1. Declare it in `lib/server/api/operations/<noun>.ts` with `operation({ method, path, id, access, params,
 *    query, body, responses, problems })` and add it to `lib/server/api/catalogue.ts`, which is what
 *    `/api/v1/openapi.json` is written from.
 * 2. In `app/api/v1/<path>/route.ts`:
 *      export const { GET, POST, PUT, PATCH, DELETE } = resource(
 *        route(openClaimOperation, async ({ scope, params, query, body, now }) => {
 *          const outcome = await openClaim(scope, body, now);
 *          return outcome.ok ? reply(201, outcome.value) : problem("order_not_found");
 *        }),
 *      );
 *    Everything the handler gets is proven and parsed. It answers `reply(status, body)` for a
 *    declared status, a `problem(code, { fields, values, members })`, or a `Response` of its own (bytes of a PDF).
 * 3. A new problem: its status in `problems.ts`, its words in the message files under `api.problems`.
 *    A schema's own code (`message: "delivered_before_dispatch"`): its words under `api.issues`.
 */

/** One operation with what it does. */
export function route<const Spec extends Operation>(
  spec: Spec,
  run: (call: Call<Spec>) => Promise<Answer<Spec>>,
): Route {
  const handle: RouteHandler = async (request, context) => {
    const locale = languageOf(request.headers.get("accept-language"));
    try {
      return await answer(spec, run, { request, locale, params: await context.params });
    } catch (error) {
      console.error(`[api] ${spec.id}`, causeOf(error));
      const code = isDatabaseDown(error) ? "unavailable" : "internal";
      return problemResponse(problem(code, code === "unavailable" ? { headers: { "Retry-After": "5" } } : {}), locale);
    }
  };
  return { method: spec.method, handle };
}

/** The exports of a route file: the methods given, and a 405 that names them for every other. */
export function resource(...routes: readonly Route[]): Readonly<Record<ApiMethod, RouteHandler>> {
  const allowed = routes.map(({ method }) => method).join(", ");
  const refuse: RouteHandler = async (request) =>
    problemResponse(
      problem("method_not_allowed", { values: { allowed }, headers: { Allow: allowed } }),
      languageOf(request.headers.get("accept-language")),
    );
  const handlerOf = (method: ApiMethod) => routes.find((candidate) => candidate.method === method)?.handle ?? refuse;
  return {
    GET: handlerOf("GET"),
    POST: handlerOf("POST"),
    PUT: handlerOf("PUT"),
    PATCH: handlerOf("PATCH"),
    DELETE: handlerOf("DELETE"),
  };
}

type Incoming = {
  readonly request: Request;
  readonly locale: Locale;
  readonly params: Readonly<Record<string, string | string[] | undefined>>;
};

/** Who, how often, what, may they, do it. */
async function answer<Spec extends Operation>(
  spec: Spec,
  run: (call: Call<Spec>) => Promise<Answer<Spec>>,
  { request, locale, params }: Incoming,
): Promise<Response> {
  const now = currentTime();
  const caller = await authenticate(request, now);
  if (isProblem(caller)) return problemResponse(caller, locale);
  const rate = await rateOf(caller.keyId, now);
  const attempt = async (): Promise<ApiProblem | Response> => {
    if (rate.refusal) return rate.refusal;
    const raw = await readInput(spec, request, params);
    if (isProblem(raw)) return raw;
    const scope = await scopeOf(caller, spec.access, raw.seller);
    if (isProblem(scope)) return scope;
    const input = checkInput(spec, raw, locale);
    if (isProblem(input)) return input;
    const call = { scope, ...input, now, locale, request } as Call<Spec>;
    const perform = async () => responseOf(await run(call), locale);
    return spec.idempotency === "key"
      ? once({ request, body: raw.bytes, apiKeyId: caller.keyId, now }, perform)
      : perform();
  };
  return withHeaders(responseOf(await attempt(), locale), rate.headers);
}

/** A failed query's own message repeats its parameters, which may be a customer's: its cause does not. */
function causeOf(error: unknown): unknown {
  return error instanceof Error && error.cause instanceof Error ? error.cause : error;
}

type JsonAnswer = {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
};

function responseOf(answer: JsonAnswer | ApiProblem | Response, locale: Locale): Response {
  if (answer instanceof Response) return answer;
  if (isProblem(answer)) return problemResponse(answer, locale);
  return jsonResponse(answer.body, answer.status, answer.headers);
}

function withHeaders(response: Response, headers: Readonly<Record<string, string>>): Response {
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}
