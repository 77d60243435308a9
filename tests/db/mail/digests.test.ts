import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { contestDelivery } from "@/db/commands/customer-acts";
import { listDigestReaders, sendDigest } from "@/db/commands/digests";
import { sendCustomerMessage } from "@/db/commands/messages";
import { changeNoticeChoices } from "@/db/commands/notice-choices";
import { openClaim } from "@/db/commands/open-claim";
import { sendReply } from "@/db/commands/send-reply";
import { type Instant, instant } from "@/lib/calendar/instant";
import { runDueJobs } from "@/lib/server/jobs/runner";
import { customerScope, jobScope, sellerScope, sweepScope } from "@/lib/server/scope";
import { type MadeSeller, makeOrder, makeSeller } from "../../support/factory";
import { type TestDatabase, testDatabase } from "../../support/test-database";
import { aUser, join } from "../auth/people";

const JOINED = instant("2026-11-23T09:00:00Z");
const OPENED = instant("2026-11-23T10:00:00Z");
/** 14:00 in Paris, and the next morning at 8:00. */
const AFTERNOON = instant("2026-11-23T13:00:00Z");
const MORNING = instant("2026-11-24T07:00:00Z");
const SWEEP = sweepScope("tell_sellers");

let db: TestDatabase;
beforeAll(() => {
  db = testDatabase();
});
afterAll(async () => {
  await db.close();
  await closeDatabase();
});

async function staffed(role: "owner" | "agent" | "viewer" = "agent") {
  const seller = await makeSeller();
  const { member } = await hire(seller, role);
  return { seller, member };
}

async function hire(seller: MadeSeller, role: "owner" | "agent" | "viewer") {
  const member = await aUser(db);
  await join(db, seller.id, member.id, role);
  await db.superuser`update memberships set created_at = ${JOINED} where user_id = ${member.id}`;
  return { member };
}

async function claimOf(seller: MadeSeller, at: Instant = OPENED) {
  const order = await makeOrder(seller, { shippedAt: null, deliveredAt: null });
  const input = { orderNumber: order.number, situation: "parcel_not_received", message: "Rien reçu." } as const;
  const opened = await openClaim(seller.scope, { input, recordedBy: "customer", locale: "fr" }, at);
  if (!opened.ok) throw new Error(opened.reason);
  const [link] = await db.superuser`select id from customer_links where order_id = ${order.id}`;
  const facts = { sellerId: seller.id, orderId: order.id, linkId: String(link?.id), audience: "mailed" } as const;
  return { claimId: opened.value.claimId, order, customer: customerScope(facts) };
}

const digest = (seller: MadeSeller, userId: string, now: Instant) =>
  sendDigest(jobScope(seller.id, SWEEP.actor), userId, now);

function mailsTo(email: string) {
  return db.superuser`select template, content, subject, body_text from mails where recipient = ${email} order by id`;
}

describe("the news of a seller", () => {
  test("come in one mail at 8:00 and 14:00 of the member's day, each piece once", async () => {
    const { seller, member } = await staffed();
    await claimOf(seller);
    await claimOf(seller);
    expect(await digest(seller, member.id, instant("2026-11-23T12:59:00Z"))).toBe("nothing");
    expect(await digest(seller, member.id, AFTERNOON)).toBe("sent");
    expect(await digest(seller, member.id, AFTERNOON)).toBe("nothing");
    expect(await digest(seller, member.id, MORNING)).toBe("nothing");
    await runDueJobs();
    const [mail, ...others] = await mailsTo(member.email);
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ template: "digest", content: { count: 2 } });
    expect(mail?.subject).toContain("2 nouvelles de vos réclamations");
    expect(mail?.body_text).toContain("Nouvelles réclamations\n– Nouvelle réclamation ");
    expect(mail?.body_text).toMatch(/\/reclamations\/[0-9a-f-]{36}\n/);
  });

  test("a clock met before the digest is no news in it", async () => {
    const { seller, member } = await staffed();
    const { claimId } = await claimOf(seller);
    const { writeClockNotices } = await import("@/db/commands/clock-notices");
    await writeClockNotices(SWEEP, instant("2026-11-24T09:00:00Z"));
    const reply = { solution: "answer_other", message: "Voici." } as const;
    await db.superuser`update claims set situation = 'other' where id = ${claimId}`;
    expect(await sendReply(seller.scope, { claimId, reply }, instant("2026-11-24T10:00:00Z"))).toMatchObject({
      ok: true,
    });
    await digest(seller, member.id, instant("2026-11-24T13:00:00Z"));
    const [mail] = await mailsTo(member.email);
    expect(JSON.stringify(mail?.content)).not.toContain("clock_due_tomorrow");
    expect(JSON.stringify(mail?.content)).toContain("claim_opened_for_seller");
  });

  test("what is contested comes at once, and not again in the digest", async () => {
    const { seller, member } = await staffed();
    const { claimId, customer } = await claimOf(seller);
    const words = { body: "Ce n'est pas moi.", locale: "fr" };
    expect(await contestDelivery(customer, { claimId, words }, OPENED)).toMatchObject({ ok: true });
    await runDueJobs();
    expect(await mailsTo(member.email)).toMatchObject([{ template: "delivery_contested" }]);
    await digest(seller, member.id, AFTERNOON);
    const digests = (await mailsTo(member.email)).filter(({ template }) => template === "digest");
    expect(JSON.stringify(digests)).not.toContain("delivery_contested");
  });

  test("a member chooses, a viewer is told nothing unless they ask", async () => {
    const { seller, member } = await staffed();
    const { member: viewer } = await hire(seller, "viewer");
    const scopeOf = (userId: string) =>
      sellerScope({ sellerId: seller.id, role: "viewer", actor: { kind: "member", userId } });
    await changeNoticeChoices(scopeOf(member.id), { new_claim: "none", customer_answer: "now" }, JOINED);
    const { claimId, customer } = await claimOf(seller);
    await sendCustomerMessage(customer, { claimId, body: "Alors ?", locale: "fr" }, OPENED);
    await runDueJobs();
    expect(await mailsTo(member.email)).toMatchObject([{ template: "message_to_seller" }]);
    expect(await digest(seller, member.id, AFTERNOON)).toBe("nothing");
    expect(await digest(seller, viewer.id, AFTERNOON)).toBe("nothing");
    expect(await mailsTo(viewer.email)).toEqual([]);
    await changeNoticeChoices(scopeOf(viewer.id), { new_claim: "digest" }, AFTERNOON);
    await claimOf(seller, AFTERNOON);
    expect(await digest(seller, viewer.id, MORNING)).toBe("sent");
  });

  test("while nobody answers claims for a seller, its after-sales address is told at once", async () => {
    const seller = await makeSeller();
    await claimOf(seller);
    await runDueJobs();
    expect(await mailsTo(`sav@${seller.slug}.example`)).toMatchObject([{ template: "claim_opened_for_seller" }]);
  });

  test("only members with news since their last digest are looked at", async () => {
    const { seller, member } = await staffed();
    const mine = async (now: Instant) =>
      (await listDigestReaders(SWEEP, now)).filter(({ sellerId }) => sellerId === seller.id);
    expect(await mine(AFTERNOON)).toEqual([]);
    await claimOf(seller);
    expect(await mine(AFTERNOON)).toEqual([{ sellerId: seller.id, userId: member.id }]);
    await digest(seller, member.id, AFTERNOON);
    expect(await mine(MORNING)).toEqual([]);
  });
});
