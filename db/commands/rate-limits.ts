import { lt, sql } from "drizzle-orm";
import { rateLimits } from "@/db/schema/api";
import { withScope } from "@/db/scope";
import type { EntryScope, JobScope } from "@/lib/auth/scope";
import { fromEpochMs, type Instant, toEpochMs } from "@/lib/calendar/instant";

export type RateLimit = {
  /** What is counted, such as `api:` and a key's id. */
  readonly key: string;
  readonly limit: number;
  readonly windowSeconds: number;
};

export type RateVerdict = {
  readonly allowed: boolean;
  readonly remaining: number;
  /** Whole seconds until the window is over, at least 1. */
  readonly resetsInSeconds: number;
};

/** No limit of the product counts over more than a day. */
const LONGEST_WINDOW_MS = 86_400_000;

/** Count one request. A window starts at the first request after the last one was over. */
export async function countRequest(scope: EntryScope, rate: RateLimit, now: Instant): Promise<RateVerdict> {
  const windowMs = rate.windowSeconds * 1000;
  const oldest = fromEpochMs(toEpochMs(now) - windowMs);
  const isOver = sql`${rateLimits.windowStartedAt} <= ${oldest}::timestamptz`;
  const [row] = await withScope(scope, (tx) =>
    tx
      .insert(rateLimits)
      .values({ key: rate.key, windowStartedAt: now, count: 1 })
      .onConflictDoUpdate({
        target: rateLimits.key,
        set: {
          count: sql`case when ${isOver} then 1 else ${rateLimits.count} + 1 end`,
          windowStartedAt: sql`case when ${isOver} then ${now}::timestamptz else ${rateLimits.windowStartedAt} end`,
        },
      })
      .returning({ startedAt: rateLimits.windowStartedAt, count: rateLimits.count }),
  );
  if (!row) throw new Error("A counted request left no row");
  const leftMs = toEpochMs(row.startedAt) + windowMs - toEpochMs(now);
  return {
    allowed: row.count <= rate.limit,
    remaining: Math.max(0, rate.limit - row.count),
    resetsInSeconds: Math.max(1, Math.ceil(leftMs / 1000)),
  };
}

/** Counts of windows long over are forgotten. */
export async function forgetRateLimits(scope: JobScope, now: Instant): Promise<void> {
  const oldest = fromEpochMs(toEpochMs(now) - LONGEST_WINDOW_MS);
  await withScope(scope, (tx) => tx.delete(rateLimits).where(lt(rateLimits.windowStartedAt, oldest)));
}
