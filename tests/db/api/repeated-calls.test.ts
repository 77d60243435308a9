import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { sweepApiTask } from "@/lib/server/api/sweep-api";
import { callApi, makeApiKey } from "../../support/api";
import { makeSeller } from "../../support/factory";
import { testDatabase } from "../../support/test-database";
import { POST, params, timesRun } from "./things";

const db = testDatabase();
afterAll(async () => {
  await db.close();
  await closeDatabase();
});

let key: string;
beforeAll(async () => {
  key = await makeApiKey(db.superuser, { sellerId: (await makeSeller()).id });
});

const post = (call: Omit<Parameters<typeof callApi>[1], "method" | "params"> = {}) =>
  callApi(POST, { key, body: { words: "bonjour" }, ...call, method: "POST", params });

describe("Idempotency-Key", () => {
  const withKey = (value: string) => ({ "idempotency-key": value });

  test("a repeated call gets the first answer and runs nothing", async () => {
    const first = await post({ headers: withKey("once-1") });
    const before = timesRun();
    const again = await post({ headers: withKey("once-1") });
    expect(again.status).toBe(201);
    expect(again.body).toEqual(first.body);
    expect(again.headers.get("idempotent-replayed")).toBe("true");
    expect(timesRun()).toBe(before);
  });

  test("409 for the same key with another body", async () => {
    await post({ headers: withKey("once-2") });
    const other = await post({ headers: withKey("once-2"), body: { words: "autre" } });
    expect(other.body).toMatchObject({ status: 409, code: "idempotency_key_reused" });
  });

  test("keys of two sellers are two keys", async () => {
    await post({ headers: withKey("once-3") });
    const other = await makeSeller();
    const otherKey = await makeApiKey(db.superuser, { sellerId: other.id });
    const answer = await post({ key: otherKey, headers: withKey("once-3"), body: { words: "autre" } });
    expect(answer.body).toMatchObject({ sellerId: other.id });
  });

  test("a refused call frees its key", async () => {
    expect((await post({ headers: withKey("once-4"), body: { words: "absent" } })).status).toBe(404);
    expect((await post({ headers: withKey("once-4") })).status).toBe(201);
  });

  test("two at once: one runs", async () => {
    const before = timesRun();
    const answers = await Promise.all([1, 2, 3].map(() => post({ headers: withKey("once-5") })));
    expect(timesRun()).toBe(before + 1);
    expect(answers.filter(({ status }) => status === 201).length).toBeGreaterThan(0);
    expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true);
  });

  test("400 for a key that is no key", async () => {
    expect((await post({ headers: withKey("é à") })).status).toBe(400);
  });
});

describe("rate limit", () => {
  test("429 says when to come back", async () => {
    const slow = await makeSeller();
    const slowKey = await makeApiKey(db.superuser, { sellerId: slow.id });
    const first = await post({ key: slowKey });
    expect(first.headers.get("ratelimit-remaining")).toBe("599");
    await db.superuser`update rate_limits set count = 600 where key = ${`api:${await keyIdOf(slowKey)}`}`;
    const refused = await post({ key: slowKey });
    expect(refused).toMatchObject({ status: 429, body: { code: "rate_limited" } });
    const wait = Number(refused.headers.get("retry-after"));
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(60);
    await db.superuser`update rate_limits set window_started_at = now() - interval '61 seconds'`;
    expect((await post({ key: slowKey })).status).toBe(201);
  });

  async function keyIdOf(value: string): Promise<string> {
    const [row] = await db.superuser`select id from api_keys where last_four = ${value.slice(-4)}`;
    return row?.id;
  }
});

describe("sweep_api", () => {
  test("forgets what nobody can repeat any more, and nothing else", async () => {
    await post({ headers: { "idempotency-key": "old" } });
    await post({ headers: { "idempotency-key": "fresh" } });
    await db.superuser`update idempotency_keys set created_at = now() - interval '49 hours' where key = 'old'`;
    await db.superuser`update rate_limits set window_started_at = now() - interval '25 hours'`;
    await post();
    await sweepApiTask.run({}, { jobId: "1", attempt: 1, maxAttempts: 1, signal: new AbortController().signal });
    const kept = await db.superuser`select key from idempotency_keys where key in ('old', 'fresh')`;
    expect(kept.map((row) => row.key)).toEqual(["fresh"]);
    const [{ n }] = await db.superuser<[{ n: number }]>`select count(*)::int as n from rate_limits`;
    expect(n).toBe(1);
  });
});
