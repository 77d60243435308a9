import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { recordReturn } from "@/db/commands/record-return";
import { sendReply } from "@/db/commands/send-reply";
import { findOwnCalendarFeed } from "@/db/queries/calendar-feeds";
import { instant } from "@/lib/calendar/instant";
import { makeSeller } from "../../support/factory";
import { type TestDatabase, testDatabase } from "../../support/test-database";
import { claimed, eventsOf, fetchFeed, NOW, subscribed } from "./subscriber";

let db: TestDatabase;
beforeAll(() => {
  db = testDatabase();
});
afterAll(() => db.close());

describe("what a subscribed calendar shows", () => {
  test("the seller's open clocks on their due days, the customer's ones apart", async () => {
    const seller = await makeSeller();
    const { url } = await subscribed(db, seller);
    const lost = await claimed(db, seller, "parcel_not_received");
    const withdrawn = await claimed(db, seller, "no_longer_wanted");
    const shown = (await eventsOf(url)).map(({ summary, startDate }) => [startDate.toString(), summary]);
    expect(shown).toEqual([
      ["2026-11-24", `Répondre au client · ${lost.reference}`],
      ["2026-11-24", `Répondre au client · ${withdrawn.reference}`],
      ["2026-11-27", `Envoyer la preuve de livraison · ${lost.reference}`],
    ]);
  });

  test("leads to the claim and says nothing of the customer", async () => {
    const seller = await makeSeller();
    const { url } = await subscribed(db, seller);
    const { claimId, number } = await claimed(db, seller, "damaged");
    const text = (await (await fetchFeed(url)).text()).replaceAll("\r\n ", "");
    expect(text).toContain(`/reclamations/${claimId}`);
    for (const secret of ["Jeanne", "Moreau", "jeanne@example.org", "Lilas", "Bonjour", number]) {
      expect(text).not.toContain(secret);
    }
  });

  test("an answered clock is gone; the event of another keeps its name and gets a new number", async () => {
    const seller = await makeSeller();
    const { url } = await subscribed(db, seller);
    const { claimId } = await claimed(db, seller, "parcel_not_received");
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

  test("a refund that the law lets wait has a day once the goods are back", async () => {
    const seller = await makeSeller();
    const { url } = await subscribed(db, seller);
    const { number, reference } = await claimed(db, seller, "no_longer_wanted", instant("2026-11-16T10:00:00Z"));
    expect((await eventsOf(url)).map(({ summary }) => summary)).toEqual([`Répondre au client · ${reference}`]);
    const goods = { receivedAt: instant("2026-11-22T10:00:00Z"), reference: "RET-1" };
    expect(await recordReturn(seller.scope, { number, goods }, NOW)).toMatchObject({ ok: true });
    const shown = (await eventsOf(url)).map(({ summary, startDate }) => [startDate.toString(), summary]);
    expect(shown).toContainEqual(["2026-12-04", `Rembourser la rétractation · ${reference}`]);
  });

  test("another seller sees nothing", async () => {
    const [seller, other] = [await makeSeller(), await makeSeller()];
    const { url } = await subscribed(db, other);
    await claimed(db, seller, "damaged");
    expect(await eventsOf(url)).toEqual([]);
    const colleague = await subscribed(db, seller);
    expect(await findOwnCalendarFeed(other.scope, colleague.userId)).toBeUndefined();
  });

  test("speaks the member's language", async () => {
    const seller = await makeSeller();
    const { url, userId } = await subscribed(db, seller);
    await db.superuser`update users set locale = 'en' where id = ${userId}`;
    const { reference } = await claimed(db, seller, "damaged");
    expect((await eventsOf(url))[0]?.summary).toBe(`Answer the customer · ${reference}`);
  });
});

describe("the answer", () => {
  test("is a calendar that nobody in between keeps", async () => {
    const { url } = await subscribed(db, await makeSeller());
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
    const { url } = await subscribed(db, seller);
    const etag = String((await fetchFeed(url)).headers.get("etag"));
    for (const known of [etag, etag.slice(2), `"other", ${etag}`, "*"]) {
      const repeated = await fetchFeed(url, { "if-none-match": known });
      expect([repeated.status, repeated.headers.get("etag"), await repeated.text()]).toEqual([304, etag, ""]);
    }
    await claimed(db, seller, "damaged");
    expect((await fetchFeed(url, { "if-none-match": etag })).status).toBe(200);
  });

  test("a program that reads without end is told to wait, and only its own calendar", async () => {
    const seller = await makeSeller();
    const [hasty, calm] = [await subscribed(db, seller), await subscribed(db, seller)];
    for (let reading = 0; reading < 60; reading += 1) expect((await fetchFeed(hasty.url)).status).toBe(200);
    const refused = await fetchFeed(hasty.url);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await fetchFeed(calm.url)).status).toBe(200);
  });
});
