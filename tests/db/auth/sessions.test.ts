import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { revokeSession, switchSeller, touchSession } from "@/db/commands/sessions";
import { findLiveSession, listSessions } from "@/db/queries/sessions";
import { instant } from "@/lib/calendar/instant";
import { entryScope } from "@/lib/server/scope";
import { signIn } from "@/lib/server/sign-in";
import { type TestDatabase, testDatabase } from "../../support/test-database";
import { aSeller, aUser, join, NOW, PASSWORD } from "./people";

let db: TestDatabase;
beforeAll(() => {
  db = testDatabase();
});
afterAll(() => db.close());

async function signedIn(email: string) {
  const outcome = await signIn({ email, password: PASSWORD }, new Headers({ "x-peer-address": "192.0.2.1" }), NOW);
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value.sessionId;
}

describe("a session", () => {
  test("knows the person and the sellers they work for", async () => {
    const user = await aUser(db);
    const seller = await aSeller(db);
    await join(db, seller.id, user.id, "agent");
    const sessionId = await signedIn(user.email);
    expect(await findLiveSession(entryScope(), sessionId, NOW)).toMatchObject({
      userId: user.id,
      memberships: [{ sellerId: seller.id, role: "agent", status: "active" }],
    });
  });

  test("is over when it is revoked, expired, or its account disabled", async () => {
    const user = await aUser(db);
    const sessionId = await signedIn(user.email);
    const expired = instant("2026-12-23T09:00:00Z");
    expect(await findLiveSession(entryScope(), sessionId, expired)).toBeUndefined();
    await revokeSession(entryScope(), { userId: user.id, sessionId }, NOW);
    expect(await findLiveSession(entryScope(), sessionId, NOW)).toBeUndefined();
    const other = await signedIn(user.email);
    await db.superuser`update users set disabled_at = ${NOW} where id = ${user.id}`;
    expect(await findLiveSession(entryScope(), other, NOW)).toBeUndefined();
  });

  test("lives thirty days from its last use", async () => {
    const user = await aUser(db);
    const sessionId = await signedIn(user.email);
    await touchSession(entryScope(), sessionId, instant("2026-12-20T09:00:00Z"));
    expect(await findLiveSession(entryScope(), sessionId, instant("2027-01-19T08:59:59Z"))).toBeDefined();
    expect(await findLiveSession(entryScope(), sessionId, instant("2027-01-19T09:00:00Z"))).toBeUndefined();
  });

  test("is listed and revoked by its own person only", async () => {
    const [mine, theirs] = [await aUser(db), await aUser(db)];
    const sessionId = await signedIn(theirs.email);
    expect(await listSessions(entryScope(), mine.id, NOW)).toEqual([]);
    expect(await revokeSession(entryScope(), { userId: mine.id, sessionId }, NOW)).toEqual({
      ok: false,
      reason: "session_not_found",
    });
    expect(await findLiveSession(entryScope(), sessionId, NOW)).toBeDefined();
  });

  test("switches between one's own sellers, and to no other", async () => {
    const user = await aUser(db);
    const [first, second, foreign] = [await aSeller(db), await aSeller(db), await aSeller(db)];
    await join(db, first.id, user.id, "owner");
    await join(db, second.id, user.id, "viewer");
    const sessionId = await signedIn(user.email);
    const mine = { userId: user.id, sessionId };
    expect(await switchSeller(entryScope(), { ...mine, sellerId: second.id })).toMatchObject({ ok: true });
    expect(await findLiveSession(entryScope(), sessionId, NOW)).toMatchObject({ chosenSellerId: second.id });
    expect(await switchSeller(entryScope(), { ...mine, sellerId: foreign.id })).toEqual({
      ok: false,
      reason: "seller_not_found",
    });
  });

  test("a membership taken away is gone on the next request", async () => {
    const user = await aUser(db);
    const seller = await aSeller(db);
    await join(db, seller.id, user.id, "owner");
    const sessionId = await signedIn(user.email);
    await db.superuser`update memberships set revoked_at = ${NOW} where user_id = ${user.id}`;
    expect(await findLiveSession(entryScope(), sessionId, NOW)).toMatchObject({ memberships: [] });
  });
});
