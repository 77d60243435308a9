import { countRequest } from "@/db/commands/rate-limits";
import type { Instant } from "@/lib/calendar/instant";
import { env } from "@/lib/env";
import { type ApiProblem, problem } from "@/lib/server/api/problems";
import { entryScope } from "@/lib/server/scope";

const WINDOW_SECONDS = 60;

export type Rate = { readonly headers: Readonly<Record<string, string>>; readonly refusal: ApiProblem | undefined };

/** Count this call against its key's minute. The headers go on every answer, so that a caller can slow down in time. */
export async function rateOf(keyId: string, now: Instant): Promise<Rate> {
  const limit = env().API_RATE_PER_MINUTE;
  const verdict = await countRequest(entryScope(), { key: `api:${keyId}`, limit, windowSeconds: WINDOW_SECONDS }, now);
  const reset = String(verdict.resetsInSeconds);
  const headers = {
    "RateLimit-Limit": String(limit),
    "RateLimit-Remaining": String(verdict.remaining),
    "RateLimit-Reset": reset,
  };
  return {
    headers,
    refusal: verdict.allowed
      ? undefined
      : problem("rate_limited", {
          values: { seconds: verdict.resetsInSeconds, limit },
          headers: { "Retry-After": reset },
        }),
  };
}
