import ICAL from "ical.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { GET } from "@/app/api/calendrier/[feed]/route";
import { openCalendarFeed, revokeCalendarFeed, rotateCalendarFeed } from "@/db/commands/calendar-feeds";
import { revokeMember } from "@/db/commands/members";
import { openClaim } from "@/db/commands/open-claim";
import { sendReply } from "@/db/commands/send-reply";
import { findOwnCalendarFeed } from "@/db/queries/calendar-feeds";
import type { MemberRole } from "@/lib/auth/role";
import type { SellerScope } from "@/lib/auth/scope";
import { instant } from "@/lib/calendar/instant";
import { calendarFeedUrl } from "@/lib/server/calendar-feed";
import { sellerScope } from "@/lib/server/scope";
import { type MadeSeller, makeOrder, makeSeller } from "../support/factory";
import { type TestDatabase, testDatabase } from "../support/test-database";
import { aUser, join } from "./auth/people";

const OPENED = instant("2026-11-20T09:00:00Z");
const NOW = instant("2026-11-23T09:00:00Z");

let db: TestDatabase;
beforeAll(() => {
  db = testDatabase();
});
afterAll(() => db.close());

async function memberOf(sellerId: string, role: MemberRole = "agent") {
  const user = await aUser(db);
  await join(db, sellerId, user.id, role);
  return { userId: user.id, scope: sellerScope({ sellerId, role, actor: { kind: "member", userId: user.id } }) };
}

async function subscribed(seller: MadeSeller) {
  const member = await memberOf(seller.id);
  expect(await openCalendarFeed(member.scope, NOW)).toMatchObject({ ok: true });
  return { ...member, url: await addressOf(member) };
}

async function addressOf({ scope, userId }: { scope: SellerScope; userId: string }): Promise<string> {
  const feed = await findOwnCalendarFeed(scope, userId);
  return feed ? calendarFeedUrl(feed) : "";
}

function fetchFeed(url: string, headers: Record<string, string> = {}): Promise<Response> {
  const feed = new URL(url).pathname.split("/").at(-1) ?? "";
  return GET(new Request(url, { headers }), { params: Promise.resolve({ feed }) });
}

async function eventsOf(url: string) {
  const response = await fetchFeed(url);
  const calendar = new ICAL.Component(ICAL.parse(await response.text()));
  return calendar.getAllSubcomponents("vevent").map((component) => new ICAL.Event(component));
}

async function claimed(seller: MadeSeller, situation: "parcel_not_received" | "no_longer_wanted" | "damaged") {
  const order = await makeOrder(seller);
  const input = { orderNumber: order.number, situation, message: "Bonjour, ici Jeanne Moreau." } as const;
  const claim = await openClaim(seller.scope, { input, recordedBy: "customer", locale: "fr" }, OPENED);
  if (!claim.ok) throw new Error(claim.reason);
  const [row] = await db.superuser`select reference from claims where id = ${claim.value.claimId}`;
  return { ...order, claimId: claim.value.claimId, reference: String(row?.reference) };
}

describe("what a subscribed calendar shows", () => {
  test("the seller's open clocks on their due days, the customer's ones apart", async () => {
    const seller = await makeSeller();
    const { url } = await subscribed(seller);
    const lost = await claimed(seller, "parcel_not_received");
    const withdrawn = await claimed(seller, "no_longer_wanted");
    const shown = (await eventsOf(url)).map(({ summary, startDate }) => [startDate.toString(), summary]);
    expect(shown).toEqual([
      ["2026-11-24", `Répondre au client · ${lost.reference}`],
      ["2026-11-24", `Répondre au client · ${withdrawn.reference}`],
      ["2026-11-27", `Envoyer la preuve de livraison · ${lost.reference}`],
    ]);
  });

  test("leads to the claim and says nothing of the customer", async () => {
    const seller = await makeSeller();
    const { url } = await subscribed(seller);
    const { claimId, number } = await claimed(seller, "damaged");
    const text = (await (await fetchFeed(url)).text()).replaceAll("\r\n ", "");
    expect(text).toContain(`/reclamations/${claimId}`);
    for (const secret of ["Jeanne", "Moreau", "jeanne@example.org", "Lilas", "Bonjour", number]) {
      expect(text).not.toContain(secret);
    }
  });

  test("an answered clock is gone; the event of another keeps its name and gets a new number", async () => {
    const seller = await makeSeller();
    const { url } = await subscribed(seller);
    const { claimId } = await claimed(seller, "parcel_not_received");
    const before = await eventsOf(url);
    const reply = {
      solution: "parcel_in_transit",
      message: "Votre colis est en route.",
      lastEvent: "Arrivé au centre de tri",
      expectedOn: "2026-11-25",
      trackingUrl: "https://www.laposte.fr/outils/suivre-vos-envois?code=6A15602676300",
    } as const;
    expect(await sendReply(seller.scope, { claimId, reply }, NOW)).toMatchObject({ ok: true });
    const after = await eventsOf(url);
    expect(before).toHaveLength(2);
    expect(after.map(({ uid }) => uid)).toEqual([before[1]?.uid]);
    expect(after[0]?.sequence).toBeGreaterThan(Number(before[1]?.sequence));
  });

  test("another seller sees nothing", async () => {
    const [seller, other] = [await makeSeller(), await makeSeller()];
    const { url } = await subscribed(other);
    await claimed(seller, "damaged");
    expect(await eventsOf(url)).toEqual([]);
    const colleague = await subscribed(seller);
    expect(await findOwnCalendarFeed(other.scope, colleague.userId)).toBeUndefined();
  });

  test("speaks the member's language", async () => {
    const seller = await makeSeller();
    const { url, userId } = await subscribed(seller);
    await db.superuser`update users set locale = 'en' where id = ${userId}`;
    const { reference } = await claimed(seller, "damaged");
    expect((await eventsOf(url))[0]?.summary).toBe(`Answer the customer · ${reference}`);
  });
});

describe("the answer", () => {
  test("is a calendar that nobody in between keeps", async () => {
    const { url } = await subscribed(await makeSeller());
    const response = await fetchFeed(url);
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "text/calendar; charset=utf-8",
      "cache-control": "private, no-store",
      "x-robots-tag": "noindex",
    });
  });

  test("is not sent again until something has changed", async () => {
    const seller = await makeSeller();
    const { url } = await subscribed(seller);
    const etag = String((await fetchFeed(url)).headers.get("etag"));
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, "*"]) {
      const repeated = await fetchFeed(url, { "if-none-match": known });
      expect([repeated.status, repeated.headers.get("etag"), await repeated.text()]).toEqual([304, etag, ""]);
    }
    await claimed(seller, "damaged");
    expect((await fetchFeed(url, { "if-none-match": etag })).status).toBe(200);
  });

  test("a program that reads without end is told to wait, and only its own calendar", async () => {
    const seller = await makeSeller();
    const [hasty, calm] = [await subscribed(seller), await subscribed(seller)];
    for (let reading = 0; reading < 60; reading += 1) expect((await fetchFeed(hasty.url)).status).toBe(200);
    const refused = await fetchFeed(hasty.url);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await fetchFeed(calm.url)).status).toBe(200);
  });
});

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
    const { url } = await subscribed(await makeSeller());
    const forged = url.replace(/.\.ics$/, (end) => (end === "A.ics" ? "B.ics" : "A.ics"));
    const unknown = calendarFeedUrl({ id: "019aa0f2-6d1b-7c3e-8a54-0d3c1f2b7a90", generation: 1 });
    for (const dead of [forged, unknown, url.replace(".ics", ""), `${url}.ics`, "http://x/api/calendrier/x.ics"]) {
      expect(await answerOf(dead)).toEqual(NOTHING);
    }
  });

  test("ends when its owner renews it, and the new one opens", async () => {
    const member = await subscribed(await makeSeller());
    expect(await rotateCalendarFeed(member.scope, NOW)).toMatchObject({ ok: true });
    expect(await answerOf(member.url)).toEqual(NOTHING);
    expect((await fetchFeed(await addressOf(member))).status).toBe(200);
  });

  test("ends when its owner revokes it, for good: the next one is another", async () => {
    const member = await subscribed(await makeSeller());
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
    const owner = await memberOf(seller.id, "owner");
    const member = await subscribed(seller);
    expect(await revokeMember(owner.scope, member.userId, NOW)).toMatchObject({ ok: true });
    expect(await answerOf(member.url)).toEqual(NOTHING);
    await db.superuser`update memberships set revoked_at = null where user_id = ${member.userId}`;
    expect(await answerOf(member.url)).toEqual(NOTHING);
  });

  test("opens nothing while its member's account is closed", async () => {
    const member = await subscribed(await makeSeller());
    await db.superuser`update users set disabled_at = ${NOW} where id = ${member.userId}`;
    expect(await answerOf(member.url)).toEqual(NOTHING);
  });
});

describe("a member's own calendar", () => {
  test("is opened once, however often it is asked for", async () => {
    const member = await subscribed(await makeSeller());
    await Promise.all([openCalendarFeed(member.scope, NOW), openCalendarFeed(member.scope, NOW)]);
    expect(await addressOf(member)).toBe(member.url);
  });

  test("is nobody else's to change, and no API key has one", async () => {
    const seller = await makeSeller();
    const member = await subscribed(seller);
    const colleague = await memberOf(seller.id, "owner");
    expect(await revokeCalendarFeed(colleague.scope, NOW)).toEqual({ ok: false, reason: "feed_not_open" });
    const key = sellerScope({ sellerId: seller.id, role: "owner", actor: { kind: "api_key", keyId: member.userId } });
    expect(await openCalendarFeed(key, NOW)).toEqual({ ok: false, reason: "not_allowed" });
    expect(await rotateCalendarFeed(key, NOW)).toEqual({ ok: false, reason: "not_allowed" });
    expect((await fetchFeed(member.url)).status).toBe(200);
  });

  test("has its life in the seller's journal, without its address", async () => {
    const seller = await makeSeller();
    const member = await subscribed(seller);
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
