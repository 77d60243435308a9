import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { closeDatabase } from "@/db/client";
import { callApi, makeApiKey } from "../../support/api";
import { type MadeSeller, makeSeller } from "../../support/factory";
import { testDatabase } from "../../support/test-database";
import { DELETE, GET, POST, params } from "./things";

const db = testDatabase();
afterAll(async () => {
  await db.close();
  await closeDatabase();
});

let seller: MadeSeller;
let key: string;
let adminKey: string;
let auditorKey: string;

beforeAll(async () => {
  seller = await makeSeller();
  key = await makeApiKey(db.superuser, { sellerId: seller.id });
  adminKey = await makeApiKey(db.superuser, { role: "admin" });
  auditorKey = await makeApiKey(db.superuser, { role: "auditor" });
});

const post = (call: Omit<Parameters<typeof callApi>[1], "method" | "params"> = {}) =>
  callApi(POST, { key, body: { words: "bonjour" }, ...call, method: "POST", params });

describe("who may call", () => {
  test("a seller's key opens its own seller", async () => {
    const { status, body } = await post();
    expect(status).toBe(201);
    expect(body).toMatchObject({ sellerId: seller.id, words: "bonjour" });
  });

  test.each([
    { because: "no key", headers: {}, key: undefined },
    { because: "an unknown key", headers: {}, key: `ev_seller_${"a".repeat(32)}` },
    { because: "another scheme", headers: { authorization: "Basic abc" }, key: undefined },
  ])("401 for $because", async ({ headers, key: unknown }) => {
    const answer = await post({ key: unknown, headers });
    expect(answer.status).toBe(401);
    expect(answer.headers.get("www-authenticate")).toContain("Bearer");
    expect(answer.headers.get("content-type")).toContain("application/problem+json");
    expect(answer.body).toMatchObject({ status: 401, code: "unauthenticated" });
  });

  test("a revoked key is an unknown one", async () => {
    const revoked = await makeApiKey(db.superuser, { sellerId: seller.id });
    await db.superuser`update api_keys set revoked_at = now() where last_four = ${revoked.slice(-4)}`;
    expect((await post({ key: revoked })).status).toBe(401);
  });

  test("the operator's key names the seller, in the query or in the body", async () => {
    expect((await post({ key: adminKey })).body).toMatchObject({ status: 422, code: "seller_required" });
    expect((await post({ key: adminKey, path: "/?seller=nobody" })).body.code).toBe("seller_unknown");
    expect((await post({ key: adminKey, path: `/?seller=${seller.slug}` })).body.sellerId).toBe(seller.id);
    const inBody = await post({ key: adminKey, body: { words: "bonjour", seller: seller.slug } });
    expect(inBody.body.sellerId).toBe(seller.id);
  });

  test("another seller's slug is forbidden to a seller's key", async () => {
    const other = await makeSeller();
    expect((await post({ path: `/?seller=${other.slug}` })).status).toBe(403);
  });

  test("the operator's calls are closed to sellers, and an auditor never writes", async () => {
    expect((await callApi(GET, { key })).status).toBe(403);
    expect((await callApi(GET, { key: auditorKey })).body).toEqual({ role: "auditor" });
    expect((await post({ key: auditorKey, path: `/?seller=${seller.slug}` })).status).toBe(403);
  });

  test("a suspended seller's key opens nothing", async () => {
    const suspended = await makeSeller();
    const itsKey = await makeApiKey(db.superuser, { sellerId: suspended.id });
    await db.superuser`update sellers set status = 'suspended' where id = ${suspended.id}`;
    expect((await post({ key: itsKey })).body).toMatchObject({ status: 403, code: "seller_suspended" });
  });
});

describe("what is sent", () => {
  test.each([
    { because: "malformed JSON", body: '{"words": ', status: 400, code: "malformed_json" },
    { because: "an empty body", body: "", status: 400, code: "malformed_json" },
    { because: "a NUL character", body: '{"words":"a\\u0000b"}', status: 400, code: "malformed_json" },
    { because: "half a surrogate pair", body: '{"words":"a\\ud800b"}', status: 400, code: "malformed_json" },
    { because: "10 MB of JSON", body: `"${"a".repeat(10_000_000)}"`, status: 413, code: "body_too_large" },
    { because: "a list", body: "[]", status: 422, code: "invalid" },
  ])("$status for $because", async ({ body, status, code }) => {
    expect(await post({ body })).toMatchObject({ status, body: { code } });
  });

  test("415 for a form", async () => {
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    expect((await post({ headers, body: "words=bonjour" })).status).toBe(415);
  });

  test("every wrong member is named, in the reader's language", async () => {
    const body = { words: "a", count: 0, surprise: true };
    const french = await post({ body, path: "/?dryRun=perhaps" });
    expect(french.status).toBe(422);
    expect(french.headers.get("content-language")).toBe("fr");
    expect(french.body.errors.map((error: { path: string; code: string }) => [error.path, error.code])).toEqual([
      ["dryRun", "invalid_choice"],
      ["words", "too_short"],
      ["count", "too_small"],
      ["surprise", "unknown_field"],
    ]);
    expect(french.body.errors[1].message).toBe("Trop court\u00a0: au moins 2 caractères.");
    const english = await post({ body, headers: { "accept-language": "de, en-GB;q=0.9, fr;q=0.5" } });
    expect(english.body.errors[0].message).toBe("Too short: at least 2 characters.");
  });

  test("an unknown query parameter is refused", async () => {
    expect((await post({ path: "/?dryrun=1" })).body.errors).toMatchObject([{ path: "dryrun", code: "unknown_field" }]);
  });

  test("a path that does not fit is not found", async () => {
    const answer = await callApi(POST, { key, method: "POST", params: { id: "1" }, body: { words: "bonjour" } });
    expect(answer.status).toBe(404);
  });

  test("405 names the methods there are", async () => {
    const answer = await callApi(DELETE, { key, method: "DELETE" });
    expect(answer.status).toBe(405);
    expect(answer.headers.get("allow")).toBe("POST, GET");
  });

  test("a defect is a 500 that says nothing of it", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => {});
    const answer = await post({ body: { words: "broken" } });
    expect(answer).toMatchObject({ status: 500, body: { code: "internal" } });
    expect(JSON.stringify(answer.body)).not.toContain("defect made");
    expect(log).toHaveBeenCalledOnce();
    log.mockRestore();
  });
});
