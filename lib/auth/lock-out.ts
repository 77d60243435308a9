import { createHash } from "node:crypto";
import { normalizeEmail } from "@/lib/auth/email";
import { fromEpochMs, type Instant, toEpochMs } from "@/lib/calendar/instant";

const MINUTE_MS = 60_000;
/** `threshold` tries in a row are free of waiting; from there on each one costs twice the wait of the last. */
export type LockRule = {
  readonly threshold: number;
  readonly firstWaitMs: number;
  readonly longestWaitMs: number;
  /** Failures are forgotten this long after the first of them, unless the lock they caused still runs. */
  readonly memoryMs: number;
};

/** One address is one person; the longest wait keeps a stranger from shutting the owner out for good. */
export const ACCOUNT_LOCK: LockRule = {
  threshold: 5,
  firstWaitMs: MINUTE_MS,
  longestWaitMs: 30 * MINUTE_MS,
  memoryMs: 24 * 60 * MINUTE_MS,
};
/**
 * A block of network addresses may be an office, or a proxy that hides everybody behind one address: only many
 * failures in a short time lock it.
 */
const BLOCK_LOCK: LockRule = {
  threshold: 40,
  firstWaitMs: MINUTE_MS,
  longestWaitMs: 30 * MINUTE_MS,
  memoryMs: 15 * MINUTE_MS,
};

export type Failures = {
  readonly failures: number;
  readonly firstFailedAt: Instant;
  readonly lockedUntil: Instant | null;
};

export type LockKey = { readonly key: string; readonly rule: LockRule };

/** Kept under the hash of the address, existing or not: the table tells nobody who has an account. */
export function lockKeys(email: string, addressBlock: string): readonly [LockKey, LockKey] {
  return [accountLockKey(email), { key: hashed(`block:${addressBlock}`), rule: BLOCK_LOCK }];
}

export function accountLockKey(email: string): LockKey {
  return { key: hashed(`account:${normalizeEmail(email)}`), rule: ACCOUNT_LOCK };
}

export function isLocked(state: Failures | undefined, now: Instant): state is Failures & { lockedUntil: Instant } {
  return state?.lockedUntil != null && state.lockedUntil > now;
}

/**
 * The state after one more try, counted before the password is looked at, so that many tries at once cannot
 * all slip in before the first failure is written.
 */
export function afterTry(state: Failures | undefined, rule: LockRule, now: Instant): Failures {
  const isOld = !state || toEpochMs(now) - toEpochMs(state.firstFailedAt) >= rule.memoryMs;
  const failures = isOld ? 1 : state.failures + 1;
  const firstFailedAt = isOld ? now : state.firstFailedAt;
  return { failures, firstFailedAt, lockedUntil: lockedUntil(failures, rule, now) };
}

/** The state once a counted try has proved right. */
export function withoutTry(state: Failures, rule: LockRule): Failures {
  const failures = Math.max(0, state.failures - 1);
  return { ...state, failures, lockedUntil: failures < rule.threshold ? null : state.lockedUntil };
}

function lockedUntil(failures: number, rule: LockRule, now: Instant): Instant | null {
  if (failures < rule.threshold) return null;
  const wait = rule.firstWaitMs * 2 ** Math.min(failures - rule.threshold, 20);
  return fromEpochMs(toEpochMs(now) + Math.min(wait, rule.longestWaitMs));
}

function hashed(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
