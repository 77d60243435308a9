import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { escalateClaim } from "@/db/commands/claim-life";
import { contestDelivery } from "@/db/commands/customer-acts";
import { ensureLink } from "@/db/commands/links";
import { openClaim } from "@/db/commands/open-claim";
import { decideClaim } from "@/db/commands/operator-claim";
import { attestNonReceipt, recordInquiry, recordInquiryAnswer } from "@/db/commands/proof-contests";
import { ruleContest } from "@/db/commands/rule-contest";
import { sendReply } from "@/db/commands/send-reply";
import { findClaimPage } from "@/db/queries/claim-page";
import { readCustomerSpace } from "@/db/queries/customer-space";
import { compareFigures } from "@/db/queries/figure-check";
import { listContestFigures, listOpenContests } from "@/db/queries/proof-contests";
import { withScope } from "@/db/scope";
import { isoDate } from "@/lib/calendar/civil-day";
import { instant } from "@/lib/calendar/instant";
import { clockState } from "@/lib/deadlines/clock";
import { adminScope, customerScope, sweepScope } from "@/lib/server/scope";
import { type MadeSeller, makeOrder, makeSeller } from "../../support/factory";
import { type TestDatabase, testDatabase } from "../../support/test-database";

let db: TestDatabase;
beforeAll(() => {
  db = testDatabase();
});
afterAll(async () => {
  await closeDatabase();
  await db.close();
});

const OPENED = instant("2026-11-20T09:00:00Z");
const ANSWERED = instant("2026-11-20T10:00:00Z");
const CONTESTED = instant("2026-11-21T11:00:00Z");
const RULED = instant("2026-11-26T09:00:00Z");
const WORDS = { body: "Ce n’est pas ma signature.", locale: "fr" };
const WINDOW = { from: instant("2026-11-01T00:00:00Z"), to: instant("2026-12-01T00:00:00Z") };
const admin = adminScope({ role: "admin", actor: { kind: "operator", userId: uuidv7() } });
const auditor = adminScope({ role: "auditor", actor: { kind: "operator", userId: uuidv7() } });

/** A delivery confirmed by the seller, and denied by its customer. */
async function contested(seller: MadeSeller) {
  const order = await makeOrder(seller);
  const input = { orderNumber: order.number, situation: "parcel_not_received", message: "Rien reçu." } as const;
  const claim = await openClaim(seller.scope, { input, recordedBy: "customer", locale: "fr" }, OPENED);
  if (!claim.ok) throw new Error(claim.reason);
  const { claimId } = claim.value;
  const of = { sellerId: seller.id, orderId: order.id, audience: "mailed" } as const;
  const made = { actor: seller.job.actor, now: OPENED, claimId };
  const link = await withScope(seller.job, (tx) => ensureLink(tx, of, made));
  const customer = customerScope({ ...of, linkId: link.id });
  const reply = {
    solution: "confirm_delivery",
    message: "Le transporteur nous a répondu.",
    carrier: "Colissimo",
    trackingNumber: "6A15602676300",
    deliveredAt: "2026-11-02T13:00:00Z",
    proofFollowsOn: "2026-11-24",
  } as const;
  const answered = await sendReply(seller.scope, { claimId, reply }, ANSWERED);
  if (!answered.ok) throw new Error(answered.reason);
  const denied = await contestDelivery(customer, { claimId, words: WORDS }, CONTESTED);
  if (!denied.ok) throw new Error(denied.reason);
  return { claimId, customer };
}

const rule = (claimId: string, ruling: "upheld" | "overturned", scope = admin) => {
  const words = { body: "Décision.\n\nLa signature est celle du voisin.", locale: "fr" };
  return ruleContest(scope, { claimId, ruling, reason: "La signature est celle du voisin.", words }, RULED);
};
const contestOf = async (seller: MadeSeller, claimId: string) =>
  (await findClaimPage(seller.scope, claimId, RULED))?.contests[0];
const eventsOf = async (claimId: string) =>
  (await db.superuser`select type from events where stream_id = ${claimId} order by seq`).map((row) => row.type);

describe("a contested delivery", () => {
  test("asks the customer for a statement, once, and tells the seller", async () => {
    const seller = await makeSeller();
    const { claimId } = await contested(seller);
    const mails = await db.superuser`select template from mails where claim_id = ${claimId} and recipient <> ''`;
    expect(mails.filter(({ template }) => template === "attestation_asked")).toHaveLength(1);
    expect(await contestOf(seller, claimId)).toMatchObject({ contestedAt: CONTESTED, ruling: null, documentIds: [] });
  });

  test("is attested by the customer in the words both sides read", async () => {
    const seller = await makeSeller();
    const { claimId, customer } = await contested(seller);
    const input = { claimId, signatory: "Jeanne Martin", words: { body: "J’atteste sur l’honneur…", locale: "fr" } };
    expect(await attestNonReceipt(customer, input, RULED)).toMatchObject({ ok: true });
    expect(await attestNonReceipt(customer, input, RULED)).toEqual({ ok: false, reason: "already_done" });
    expect(await contestOf(seller, claimId)).toMatchObject({ attestedBy: "Jeanne Martin", attestedAt: RULED });
    const [shown] = (await readCustomerSpace(customer, RULED)).claims;
    expect(shown?.messages.at(-1)?.body).toBe("J’atteste sur l’honneur…");
    expect(await eventsOf(claimId)).toContain("non_receipt_attested");
  });

  test("is put to the carrier, whose answer comes after the inquiry", async () => {
    const seller = await makeSeller();
    const { claimId } = await contested(seller);
    const answer = () => recordInquiryAnswer(seller.scope, { claimId, outcome: "not_delivered" }, RULED);
    expect(await answer()).toEqual({ ok: false, reason: "no_inquiry" });
    const inquiry = { claimId, openedOn: isoDate("2026-11-21"), answerOn: isoDate("2026-11-28"), reference: "E-12" };
    expect(await recordInquiry(seller.scope, inquiry, RULED)).toMatchObject({ ok: true });
    expect(await recordInquiry(seller.scope, inquiry, RULED)).toEqual({ ok: false, reason: "already_done" });
    expect(await answer()).toMatchObject({ ok: true });
    expect(await contestOf(seller, claimId)).toMatchObject({
      inquiryReference: "E-12",
      inquiryOutcome: "not_delivered",
    });
    expect((await eventsOf(claimId)).slice(-2)).toEqual(["carrier_inquiry_opened", "carrier_inquiry_answered"]);
  });
});

describe("ruleContest", () => {
  test("upheld: both sides read why, the met clock stays met, and it is ruled once", async () => {
    const seller = await makeSeller();
    const { claimId } = await contested(seller);
    expect(await rule(claimId, "upheld")).toMatchObject({ ok: true });
    expect(await rule(claimId, "upheld")).toEqual({ ok: false, reason: "not_contested" });
    const page = await findClaimPage(seller.scope, claimId, RULED);
    expect(page?.messages.at(-1)).toMatchObject({ author: "operator", visibility: "conversation" });
    expect(page?.contests[0]).toMatchObject({ ruling: "upheld", rulingReason: "La signature est celle du voisin." });
    const told = await db.superuser`select template from mails where claim_id = ${claimId}`;
    expect(told.map(({ template }) => template)).toContain("operator_wrote_to_customer");
    expect(await eventsOf(claimId)).toContain("proof_contest_ruled");
    const reply = page?.clocks.find(({ kind }) => kind === "reply");
    expect(reply && clockState(reply, RULED)).toBe("met");
  });

  test("overturned once the seller had answered again: it is the seller's turn, under a new clock", async () => {
    const seller = await makeSeller();
    const { claimId } = await contested(seller);
    await db.superuser`update clocks set stopped_at = ${new Date("2026-11-22T09:00:00Z")} where claim_id = ${claimId} and kind = 'next_reply'`;
    await db.superuser`update claims set state = 'awaiting_customer' where id = ${claimId}`;
    await rule(claimId, "overturned");
    const page = await findClaimPage(seller.scope, claimId, RULED);
    expect(page?.claim.state).toBe("awaiting_seller");
    const started = page?.clocks.filter(({ kind, startsAt }) => kind === "next_reply" && startsAt === RULED);
    expect(started).toHaveLength(1);
  });

  test("overturned while an answer is owed: no second clock", async () => {
    const seller = await makeSeller();
    const { claimId } = await contested(seller);
    await rule(claimId, "overturned");
    const page = await findClaimPage(seller.scope, claimId, RULED);
    expect(page?.clocks.filter(({ kind }) => kind === "next_reply")).toHaveLength(1);
  });

  test("a decision on the whole claim rules on its contested delivery too", async () => {
    const seller = await makeSeller();
    const { claimId, customer } = await contested(seller);
    await escalateClaim(customer, { claimId, message: "Aidez-moi.", locale: "fr" }, RULED);
    await decideClaim(
      admin,
      { claimId, decision: "for_customer", words: { body: "Remboursez.", locale: "fr" } },
      RULED,
    );
    expect(await contestOf(seller, claimId)).toMatchObject({ ruling: "overturned", rulingReason: "Remboursez." });
    expect((await compareFigures(sweepScope("figures"), seller.id)).differences).toEqual([]);
  });

  test("an auditor rules on nothing", async () => {
    const { claimId } = await contested(await makeSeller());
    expect(await rule(claimId, "upheld", auditor)).toEqual({ ok: false, reason: "not_allowed" });
  });
});

describe("the figures", () => {
  test("count what was contested and what was ruled, and the queue holds what was not", async () => {
    const seller = await makeSeller();
    const [one, two, three] = [await contested(seller), await contested(seller), await contested(seller)];
    await rule(one.claimId, "upheld");
    await rule(two.claimId, "overturned");
    const figures = await listContestFigures(admin, { ...WINDOW, sellerId: seller.id });
    expect(figures).toMatchObject([{ sent: 0, contested: 3, upheld: 1, overturned: 1 }]);
    const queue = (await listOpenContests(admin)).map(({ claimId }) => claimId);
    expect(queue).toContain(three.claimId);
    expect(queue).not.toContain(one.claimId);
    expect((await compareFigures(sweepScope("figures"), seller.id)).differences).toEqual([]);
    await db.superuser`update claims set state = 'closed', closed_at = now() where id = ${three.claimId}`;
    expect((await listOpenContests(admin)).map(({ claimId }) => claimId)).not.toContain(three.claimId);
  });
});

test("another seller, and another order's customer, see nothing", async () => {
  const { claimId } = await contested(await makeSeller());
  const other = await makeSeller();
  const { customer: stranger } = await contested(other);
  const inquiry = { claimId, openedOn: isoDate("2026-11-21"), answerOn: isoDate("2026-11-28") };
  expect(await recordInquiry(other.scope, inquiry, RULED)).toMatchObject({ reason: "not_found" });
  const input = { claimId, signatory: "X", words: WORDS };
  expect(await attestNonReceipt(stranger, input, RULED)).toMatchObject({ reason: "not_found" });
});
