import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { writeClockNotices } from "@/db/commands/clock-notices";
import { openClaim } from "@/db/commands/open-claim";
import { sendReply } from "@/db/commands/send-reply";
import { instant } from "@/lib/calendar/instant";
import type { ReplyInput } from "@/lib/replies/schema";
import { sweepScope } from "@/lib/server/scope";
import { type MadeSeller, makeOrder, makeSeller } from "../../support/factory";
import { type TestDatabase, testDatabase } from "../../support/test-database";

// A Thursday: the answer is due on Monday 16 before midnight, the proof on Thursday 19.
const OPENED = instant("2026-11-12T09:00:00Z");
const BEFORE = instant("2026-11-16T22:59:59Z");
const BOUND = instant("2026-11-16T23:00:00Z");
const PROOF_BOUND = instant("2026-11-19T23:00:00Z");
const SWEEP = sweepScope("tell_sellers");

let db: TestDatabase;
beforeAll(() => {
  db = testDatabase();
});
afterAll(async () => {
  await db.close();
  await closeDatabase();
});

async function claimOf(seller: Pick<MadeSeller, "id" | "job" | "scope" | "slug">) {
  const { number } = await makeOrder(seller, { deliveredAt: null });
  const input = { orderNumber: number, situation: "parcel_not_received" as const, message: "Rien reçu." };
  const opened = await openClaim(seller.scope, { input, recordedBy: "customer", locale: "fr" }, OPENED);
  if (!opened.ok) throw new Error(opened.reason);
  return { number, claimId: opened.value.claimId };
}

/** What is told of the seller's clocks at a stage. */
function told(sellerId: string, template = "clock_overdue") {
  return db.superuser`
    select dedupe_key, content, kind from seller_notices
    where seller_id = ${sellerId} and template = ${template} order by dedupe_key`;
}

describe("writeClockNotices", () => {
  test("at the bound and not before, once for each clock", async () => {
    const seller = await makeSeller();
    const { claimId, number } = await claimOf(seller);
    await writeClockNotices(SWEEP, BEFORE);
    expect(await told(seller.id)).toEqual([]);
    await writeClockNotices(SWEEP, BOUND);
    await writeClockNotices(SWEEP, BOUND);
    expect(await told(seller.id)).toMatchObject([
      {
        kind: "overdue",
        dedupe_key: expect.stringMatching(new RegExp(`^claim:${claimId}:clock:[0-9a-f-]{36}:overdue:2026-11-16$`)),
        content: { orderNumber: number, clock: { clock: "reply" }, dueOn: { day: "2026-11-16" } },
      },
    ]);
    await writeClockNotices(SWEEP, PROOF_BOUND);
    const clocks = (await told(seller.id)).map(({ content }) => content.clock.clock);
    expect(clocks.sort()).toEqual(["proof_of_delivery", "reply"]);
  });

  test("on the day before and on the last day, as they are counted where the clock runs", async () => {
    const seller = await makeSeller();
    await claimOf(seller);
    await writeClockNotices(SWEEP, instant("2026-11-14T22:59:59Z"));
    expect(await told(seller.id, "clock_due_tomorrow")).toEqual([]);
    // Sunday 15 has begun in Paris.
    await writeClockNotices(SWEEP, instant("2026-11-14T23:00:00Z"));
    expect(await told(seller.id, "clock_due_tomorrow")).toMatchObject([{ kind: "due_tomorrow" }]);
    expect(await told(seller.id, "clock_due_today")).toEqual([]);
    await writeClockNotices(SWEEP, BEFORE);
    expect(await told(seller.id, "clock_due_today")).toMatchObject([{ kind: "due_today" }]);
  });

  test("an answered clock is not told of", async () => {
    const seller = await makeSeller();
    const { claimId } = await claimOf(seller);
    const reply: ReplyInput = {
      solution: "refund",
      message: "Nous vous remboursons.",
      amountCents: 10_470,
      refundOn: "2026-11-20",
      refundMethod: "original_payment",
    };
    const sent = await sendReply(seller.scope, { claimId, reply }, instant("2026-11-13T10:00:00Z"));
    expect(sent.ok).toBe(true);
    await writeClockNotices(SWEEP, BOUND);
    expect(await told(seller.id)).toEqual([]);
  });

  test("a bound passed more than a week ago is no news", async () => {
    const seller = await makeSeller();
    await claimOf(seller);
    await writeClockNotices(SWEEP, instant("2026-11-27T09:00:00Z"));
    expect(await told(seller.id)).toEqual([]);
  });
});
