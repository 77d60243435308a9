import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { openClaim } from "@/db/commands/open-claim";
import { queueOverdueMails } from "@/db/commands/overdue-mails";
import { sendReply } from "@/db/commands/send-reply";
import { instant } from "@/lib/calendar/instant";
import type { ReplyInput } from "@/lib/replies/schema";
import { sweepScope } from "@/lib/server/scope";
import { type MadeSeller, makeOrder, makeSeller } from "../../support/factory";
import { type TestDatabase, testDatabase } from "../../support/test-database";
import { aMember, aSeller } from "../auth/people";

// A Thursday: the answer is due on Monday 16 before midnight, the proof on Thursday 19.
const OPENED = instant("2026-11-12T09:00:00Z");
const BEFORE = instant("2026-11-16T22:59:59Z");
const BOUND = instant("2026-11-16T23:00:00Z");
const PROOF_BOUND = instant("2026-11-19T23:00:00Z");
const SWEEP = sweepScope("mail_overdue");

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

function overdueMails(sellerId: string) {
  return db.superuser`
    select recipient, dedupe_key, content, status from mails
    where seller_id = ${sellerId} and template = 'clock_overdue' order by dedupe_key`;
}

describe("queueOverdueMails", () => {
  test("at the bound and not before, once for each clock", async () => {
    const seller = await makeSeller();
    const { claimId, number } = await claimOf(seller);
    await queueOverdueMails(SWEEP, BEFORE);
    expect(await overdueMails(seller.id)).toEqual([]);
    await queueOverdueMails(SWEEP, BOUND);
    await queueOverdueMails(SWEEP, BOUND);
    expect(await overdueMails(seller.id)).toMatchObject([
      {
        recipient: `sav@${seller.slug}.example`,
        dedupe_key: expect.stringMatching(new RegExp(`^claim:${claimId}:clock:[0-9a-f-]{36}:overdue:seller$`)),
        content: { orderNumber: number, clock: { clock: "reply" }, dueOn: { day: "2026-11-16" } },
        status: "queued",
      },
    ]);
    await queueOverdueMails(SWEEP, PROOF_BOUND);
    const clocks = (await overdueMails(seller.id)).map(({ content }) => content.clock.clock);
    expect(clocks.sort()).toEqual(["proof_of_delivery", "reply"]);
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
    await queueOverdueMails(SWEEP, BOUND);
    expect(await overdueMails(seller.id)).toEqual([]);
  });

  test("a bound passed more than a week ago is no news", async () => {
    const seller = await makeSeller();
    await claimOf(seller);
    await queueOverdueMails(SWEEP, instant("2026-11-27T09:00:00Z"));
    expect(await overdueMails(seller.id)).toEqual([]);
  });

  test("a seller without an after-sales address is told at its first owner's", async () => {
    const { id } = await aSeller(db);
    const owner = await aMember(db, id);
    const made = await makeSeller();
    await db.superuser`update sellers set contact = null where id = ${made.id}`;
    await db.superuser`update memberships set seller_id = ${made.id} where user_id = ${owner.id}`;
    await claimOf(made);
    await queueOverdueMails(SWEEP, BOUND);
    expect(await overdueMails(made.id)).toMatchObject([{ recipient: owner.email }]);
  });
});
