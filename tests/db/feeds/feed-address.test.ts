import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openCalendarFeed, revokeCalendarFeed, rotateCalendarFeed } from "@/db/commands/calendar-feeds";
import { revokeMember } from "@/db/commands/members";
import { calendarFeedUrl } from "@/lib/server/calendar-feed";
import { sellerScope } from "@/lib/server/scope";
import { makeSeller } from "../../support/factory";
import { type TestDatabase, testDatabase } from "../../support/test-database";
import { addressOf, fetchFeed, memberOf, NOW, subscribed } from "./subscriber";

let db: TestDatabase;
beforeAll(() => {
  db = testDatabase();
});
afterAll(() => db.close());

describe("an address that opens nothing", () => {
  async function answerOf(url: string) {
    const response = await fetchFeed(url, { "x-forwarded-for": `10.0.${address++}.1` });
    return { status: response.status, headers: Object.fromEntries(response.headers), body: await response.text() };
  }
  let address = 0;
  const NOTHING = {
    status: 404,
    headers: { "cache-control": "private, no-store", "x-robots-tag": "noindex" },
    body: "",
  };

  test("answers alike when malformed, unknown, forged or without its ending", async () => {
    const { url } = await subscribed(db, await makeSeller());
    const forged = url.replace(/.\.ics$/, (end) => (end === "A.ics" ? "B.ics" : "A.ics"));
    const unknown = calendarFeedUrl({ id: "019aa0f2-6d1b-7c3e-8a54-0d3c1f2b7a90", generation: 1 });
    for (const dead of [forged, unknown, url.replace(".ics", ""), `${url}.ics`, "http://x/api/calendrier/x.ics"]) {
      expect(await answerOf(dead)).toEqual(NOTHING);
    }
  });

  test("ends when its owner renews it, and the new one opens", async () => {
    const member = await subscribed(db, await makeSeller());
    expect(await rotateCalendarFeed(member.scope, NOW)).toMatchObject({ ok: true });
    expect(await answerOf(member.url)).toEqual(NOTHING);
    expect((await fetchFeed(await addressOf(member))).status).toBe(200);
  });

  test("ends when its owner revokes it, for good: the next one is another", async () => {
    const member = await subscribed(db, await makeSeller());
    expect(await revokeCalendarFeed(member.scope, NOW)).toMatchObject({ ok: true });
    expect(await answerOf(member.url)).toEqual(NOTHING);
    expect(await rotateCalendarFeed(member.scope, NOW)).toEqual({ ok: false, reason: "feed_not_open" });
    expect(await revokeCalendarFeed(member.scope, NOW)).toEqual({ ok: false, reason: "feed_not_open" });
    await openCalendarFeed(member.scope, NOW);
    expect(await addressOf(member)).not.toBe(member.url);
    expect(await answerOf(member.url)).toEqual(NOTHING);
  });

  test("ends with its member, and does not come back with them", async () => {
    const seller = await makeSeller();
    const owner = await memberOf(db, seller.id, "owner");
    const member = await subscribed(db, seller);
    expect(await revokeMember(owner.scope, member.userId, NOW)).toMatchObject({ ok: true });
    expect(await answerOf(member.url)).toEqual(NOTHING);
    await db.superuser`update memberships set revoked_at = null where user_id = ${member.userId}`;
    expect(await answerOf(member.url)).toEqual(NOTHING);
  });

  test("opens nothing while its member's account is closed", async () => {
    const member = await subscribed(db, await makeSeller());
    await db.superuser`update users set disabled_at = ${NOW} where id = ${member.userId}`;
    expect(await answerOf(member.url)).toEqual(NOTHING);
  });
});

describe("a member's own calendar", () => {
  test("is opened once, however often it is asked for", async () => {
    const member = await subscribed(db, await makeSeller());
    await Promise.all([openCalendarFeed(member.scope, NOW), openCalendarFeed(member.scope, NOW)]);
    expect(await addressOf(member)).toBe(member.url);
  });

  test("is nobody else's to change, and no API key has one", async () => {
    const seller = await makeSeller();
    const member = await subscribed(db, seller);
    const colleague = await memberOf(db, seller.id, "owner");
    expect(await revokeCalendarFeed(colleague.scope, NOW)).toEqual({ ok: false, reason: "feed_not_open" });
    const key = sellerScope({ sellerId: seller.id, role: "owner", actor: { kind: "api_key", keyId: member.userId } });
    expect(await openCalendarFeed(key, NOW)).toEqual({ ok: false, reason: "not_allowed" });
    expect(await rotateCalendarFeed(key, NOW)).toEqual({ ok: false, reason: "not_allowed" });
    expect((await fetchFeed(member.url)).status).toBe(200);
  });

  test("has its life in the seller's journal, without its address", async () => {
    const seller = await makeSeller();
    const member = await subscribed(db, seller);
    await openCalendarFeed(member.scope, NOW);
    await rotateCalendarFeed(member.scope, NOW);
    await revokeCalendarFeed(member.scope, NOW);
    const rows = await db.superuser`select e.type, e.actor, p.payload from events e
      join event_payloads p using (stream_kind, stream_id, seq) where e.stream_id = ${seller.id} order by e.seq`;
    expect(rows.map(({ type, payload }) => [type, JSON.parse(payload).generation])).toEqual([
      ["calendar_feed_created", 1],
      ["calendar_feed_rotated", 2],
      ["calendar_feed_revoked", 2],
    ]);
    expect(new Set(rows.map(({ actor }) => actor))).toEqual(new Set([`member:${member.userId}`]));
    expect(JSON.stringify(rows)).not.toContain(new URL(member.url).pathname.slice("/api/calendrier/".length));
  });
});
