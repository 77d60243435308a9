import { describe, expect, test } from "vitest";
import { ACCOUNT_LOCK, afterTry, type Failures, isLocked, lockKeys, withoutTry } from "@/lib/auth/lock-out";
import { instant } from "@/lib/calendar/instant";

const nine = instant("2026-11-23T09:00:00Z");

function failed(failures: number, firstFailedAt = nine): Failures {
  return { failures, firstFailedAt, lockedUntil: null };
}

describe("afterTry", () => {
  test.each([
    { because: "the first four tries are free of waiting", before: 3, lockedUntil: null },
    { because: "the fifth costs a minute", before: 4, lockedUntil: "2026-11-23T09:01:00.000Z" },
    { because: "the sixth costs two", before: 5, lockedUntil: "2026-11-23T09:02:00.000Z" },
    { because: "the ninth costs sixteen", before: 8, lockedUntil: "2026-11-23T09:16:00.000Z" },
    { because: "no wait is longer than half an hour", before: 9, lockedUntil: "2026-11-23T09:30:00.000Z" },
    { because: "nor after a thousand", before: 1000, lockedUntil: "2026-11-23T09:30:00.000Z" },
  ])("$because", ({ before, lockedUntil }) => {
    expect(afterTry(failed(before), ACCOUNT_LOCK, nine).lockedUntil).toBe(lockedUntil);
  });

  test("failures of the day before are forgotten", () => {
    const yesterday = failed(9, instant("2026-11-22T09:00:00Z"));
    expect(afterTry(yesterday, ACCOUNT_LOCK, nine)).toEqual(failed(1));
  });
});

test("a lock is over at its instant", () => {
  const locked = { ...failed(5), lockedUntil: instant("2026-11-23T09:01:00Z") };
  expect(isLocked(locked, instant("2026-11-23T09:00:59.999Z"))).toBe(true);
  expect(isLocked(locked, instant("2026-11-23T09:01:00Z"))).toBe(false);
});

test("a try that proved right is given back, with the lock it had just caused", () => {
  const counted = afterTry(failed(4), ACCOUNT_LOCK, nine);
  expect(withoutTry(counted, ACCOUNT_LOCK)).toEqual(failed(4));
});

test("a key names an account however its address was typed, and nobody can read it back", () => {
  const [typed] = lockKeys(" Lea@Exemple.FR ", "unknown");
  expect(typed.key).toBe(lockKeys("lea@exemple.fr", "unknown")[0].key);
  expect(typed.key).toMatch(/^[0-9a-f]{64}$/);
});
