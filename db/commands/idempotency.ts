import { and, eq, lt, sql } from "drizzle-orm";
import { idempotencyKeys } from "@/db/schema/api";
import { withScope } from "@/db/scope";
import type { EntryScope, JobScope } from "@/lib/auth/scope";
import { fromEpochMs, type Instant, toEpochMs } from "@/lib/calendar/instant";

export type IdempotentRequest = { readonly apiKeyId: string; readonly key: string; readonly requestHash: string };
export type StoredResponse = { readonly status: number; readonly body: string };

/** `claimed`: run it, then store or release. `answered`: give this again. */
export type Claim =
  | { readonly kind: "claimed" }
  | { readonly kind: "answered"; readonly response: StoredResponse }
  | { readonly kind: "in_progress" }
  | { readonly kind: "reused" };

/** A process that died with the answer leaves its key to the next call after this long. */
const ABANDONED_AFTER_MS = 60_000;
/** A key is remembered at least this long; later it is a new one. */
const KEPT_MS = 48 * 3_600_000;

/** Take an idempotency key for one request, or learn what became of it. */
export async function claimIdempotencyKey(scope: EntryScope, request: IdempotentRequest, now: Instant): Promise<Claim> {
  return withScope(scope, async (tx) => {
    const ago = (ms: number) => fromEpochMs(toEpochMs(now) - ms);
    const isFree = sql`${idempotencyKeys.createdAt} < ${ago(KEPT_MS)}::timestamptz or (${idempotencyKeys.responseStatus} is null
      and ${idempotencyKeys.requestHash} = ${request.requestHash}
      and ${idempotencyKeys.createdAt} < ${ago(ABANDONED_AFTER_MS)}::timestamptz)`;
    const claimed = await tx
      .insert(idempotencyKeys)
      .values({ ...request, createdAt: now })
      .onConflictDoUpdate({
        target: [idempotencyKeys.apiKeyId, idempotencyKeys.key],
        set: { requestHash: request.requestHash, responseStatus: null, responseBody: null, createdAt: now },
        setWhere: isFree,
      })
      .returning({ key: idempotencyKeys.key });
    if (claimed.length > 0) return { kind: "claimed" };
    const [kept] = await tx
      .select({
        requestHash: idempotencyKeys.requestHash,
        status: idempotencyKeys.responseStatus,
        body: idempotencyKeys.responseBody,
      })
      .from(idempotencyKeys)
      .where(ofRequest(request));
    if (!kept) return { kind: "in_progress" };
    if (kept.requestHash !== request.requestHash) return { kind: "reused" };
    if (kept.status === null) return { kind: "in_progress" };
    return { kind: "answered", response: { status: kept.status, body: kept.body ?? "" } };
  });
}

export async function storeIdempotentResponse(
  scope: EntryScope,
  request: IdempotentRequest,
  response: StoredResponse,
): Promise<void> {
  await withScope(scope, (tx) =>
    tx
      .update(idempotencyKeys)
      .set({ responseStatus: response.status, responseBody: response.body })
      .where(ofRequest(request)),
  );
}

/** Nothing was done: the caller may correct the request and send it with the same key. */
export async function releaseIdempotencyKey(scope: EntryScope, request: IdempotentRequest): Promise<void> {
  await withScope(scope, (tx) => tx.delete(idempotencyKeys).where(ofRequest(request)));
}

/** Keys nobody can repeat any more are forgotten. */
export async function forgetIdempotencyKeys(scope: JobScope, now: Instant): Promise<void> {
  const oldest = fromEpochMs(toEpochMs(now) - KEPT_MS);
  await withScope(scope, (tx) => tx.delete(idempotencyKeys).where(lt(idempotencyKeys.createdAt, oldest)));
}

function ofRequest({ apiKeyId, key }: IdempotentRequest) {
  return and(eq(idempotencyKeys.apiKeyId, apiKeyId), eq(idempotencyKeys.key, key));
}
