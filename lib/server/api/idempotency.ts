import { createHash } from "node:crypto";
import { claimIdempotencyKey, releaseIdempotencyKey, storeIdempotentResponse } from "@/db/commands/idempotency";
import type { Instant } from "@/lib/calendar/instant";
import { type ApiProblem, problem } from "@/lib/server/api/problems";
import { jsonResponse } from "@/lib/server/api/responses";
import { entryScope } from "@/lib/server/scope";

const KEY = /^[\x21-\x7e]{1,200}$/;

export type IdempotentCall = {
  readonly request: Request;
  readonly body: Uint8Array;
  readonly apiKeyId: string;
  readonly now: Instant;
};

/**
 * Run a call once per `Idempotency-Key`: a repetition gets the first answer, the same key with another
 * request is a 409. Refusals are not kept, since they did nothing.
 */
export async function once(call: IdempotentCall, run: () => Promise<Response>): Promise<Response | ApiProblem> {
  const key = call.request.headers.get("idempotency-key");
  if (key === null) return run();
  if (!KEY.test(key)) return problem("invalid_idempotency_key");
  const request = { apiKeyId: call.apiKeyId, key, requestHash: hashOf(call) };
  const claim = await claimIdempotencyKey(entryScope(), request, call.now);
  switch (claim.kind) {
    case "reused":
      return problem("idempotency_key_reused");
    case "in_progress":
      return problem("request_in_progress", { headers: { "Retry-After": "1" } });
    case "answered":
      return replayed(claim.response);
    case "claimed":
      return runAndKeep(request, run);
  }
}

/** When `run` throws, whether anything was done is unknown: the key stays taken until it counts as abandoned. */
async function runAndKeep(
  request: Parameters<typeof storeIdempotentResponse>[1],
  run: () => Promise<Response>,
): Promise<Response> {
  const response = await run();
  if (!response.ok) {
    await releaseIdempotencyKey(entryScope(), request);
    return response;
  }
  await storeIdempotentResponse(entryScope(), request, {
    status: response.status,
    body: await response.clone().text(),
  });
  return response;
}

function replayed({ status, body }: { readonly status: number; readonly body: string }): Response {
  return jsonResponse(JSON.parse(body), status, { "Idempotent-Replayed": "true" });
}

function hashOf({ request, body }: IdempotentCall): string {
  const { pathname, search } = new URL(request.url);
  return createHash("sha256").update(`${request.method} ${pathname}${search}\n`).update(body).digest("hex");
}
