import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { settleSubmission } from "@/db/commands/submissions";
import { listWaitingSubmissions } from "@/db/queries/submissions";
import { instant } from "@/lib/calendar/instant";
import type { SubmissionInput } from "@/lib/claims/schema";
import { withMaskedLinks } from "@/lib/notifications/placeholder";
import { runDueJobs } from "@/lib/server/jobs/runner";
import { bodyToSend } from "@/lib/server/mail/body";
import { attachSubmission, matchSubmission } from "@/lib/server/match-submission";
import { chooseOrder } from "@/lib/server/order-choice";
import { findOrderChoice, orderChoiceUrl } from "@/lib/server/order-choice-link";
import { submitPublicClaim, submitWithdrawal } from "@/lib/server/public-claim";
import { adminScope } from "@/lib/server/scope";
import { makeOrder, makeSeller } from "../../support/factory";
import { type TestDatabase, testDatabase } from "../../support/test-database";

const FIRST = instant("2026-11-19T22:59:00Z");
const NOW = instant("2026-11-19T23:05:00Z");
const admin = adminScope({ role: "admin", actor: { kind: "operator", userId: uuidv7() } });

let db: TestDatabase;
beforeAll(() => {
  db = testDatabase();
});
afterAll(() => db.close());

function typed(orderNumber: string, changes: Partial<SubmissionInput> = {}): SubmissionInput {
  return {
    orderNumber,
    identity: { by: "email", email: "Jeanne@Example.org" },
    situation: "damaged",
    message: "Le pied est cassé.",
    locale: "fr",
    ...changes,
  };
}

async function submissionOf(orderNumber: string) {
  const [row] = await db.superuser`select * from submissions where order_number = ${orderNumber} order by id desc`;
  return row;
}

async function claimsOf(orderId: string) {
  return db.superuser`select situation, statement_sent_at, received_at, recorded_by from claims where order_id = ${orderId}`;
}

describe("a submission", () => {
  test("becomes a claim that starts at its first instant, not at that of the correction", async () => {
    const order = await makeOrder(await makeSeller());
    await submitPublicClaim(typed(order.number), FIRST, NOW);
    await runDueJobs();
    expect(await claimsOf(order.id)).toMatchObject([
      {
        situation: "damaged",
        statement_sent_at: new Date(FIRST),
        received_at: new Date(FIRST),
        recorded_by: "customer",
      },
    ]);
    expect(await submissionOf(order.number)).toMatchObject({ status: "matched" });
  });

  test("matched twice, after a crash in between, is one claim", async () => {
    const order = await makeOrder(await makeSeller());
    await submitPublicClaim(typed(order.number), NOW, NOW);
    const id = (await submissionOf(order.number))?.id;
    await matchSubmission(id, NOW);
    await db.superuser`update submissions set status = 'waiting' where id = ${id}`;
    await matchSubmission(id, NOW);
    expect(await claimsOf(order.id)).toHaveLength(1);
  });

  test.each([
    { because: "another address", changes: { identity: { by: "email", email: "autre@example.org" } } as const },
    {
      because: "the right postcode, another name",
      changes: { identity: { by: "address", postcode: "69003", name: "Durand" } } as const,
    },
  ])("with $because waits for the operator", async ({ changes }) => {
    const order = await makeOrder(await makeSeller());
    await submitPublicClaim(typed(order.number, changes), NOW, NOW);
    await runDueJobs();
    expect(await claimsOf(order.id)).toEqual([]);
    expect((await listWaitingSubmissions(admin)).map((row) => row.orderNumber)).toContain(order.number);
  });

  test("holds no card number", async () => {
    await submitPublicClaim(typed("CMD-CARTE", { message: "Ma carte 4970 1000 0000 0055 a été débitée." }), NOW, NOW);
    expect((await submissionOf("CMD-CARTE"))?.message).toBe("Ma carte [•••• n° de carte masqué] a été débitée.");
  });

  test("about a claim that is open joins it, and the link is sent again", async () => {
    const seller = await makeSeller();
    const order = await makeOrder(seller);
    await submitPublicClaim(typed(order.number), FIRST, FIRST);
    await runDueJobs();
    await submitPublicClaim(typed(order.number, { message: "Toujours cassé." }), NOW, NOW);
    await runDueJobs();
    expect(await claimsOf(order.id)).toHaveLength(1);
    const mails = await db.superuser`select 1 from mails where template = 'link_resent' and seller_id = ${seller.id}`;
    expect(mails).toHaveLength(1);
  });
});

describe("a number that several sellers use", () => {
  /** Two orders of one number, a submission about it, and the mails that ask which one is meant. */
  async function ambiguous(emails: readonly (string | null)[], changes: Partial<SubmissionInput> = {}) {
    const number = `CMD-COMMUNE-${uuidv7().slice(-6)}`;
    const orders = [];
    for (const [index, email] of emails.entries()) {
      const seller = await makeSeller(`Atelier ${index + 1}`);
      orders.push({ seller, ...(await makeOrder(seller, { number, email })) });
    }
    await submitPublicClaim(typed(number, changes), FIRST, NOW);
    await runDueJobs();
    const submission = await submissionOf(number);
    const mails = await db.superuser`
      select recipient, subject, body_text, template, link_id, dedupe_key from mails
      where dedupe_key like ${`submission:${submission?.id}:%`} order by recipient`;
    return { number, orders, submission, mails };
  }
  const tokenOf = (submissionId: string, sellerId: string) =>
    orderChoiceUrl({ submissionId, sellerId }).split("/").at(-1) ?? "";

  test("gets one mail with a link for each, and waits", async () => {
    const { orders, submission, mails } = await ambiguous(["jeanne@example.org", "Jeanne@example.org"]);
    expect(mails).toHaveLength(1);
    const [mail] = mails;
    expect(mail).toMatchObject({ recipient: "jeanne@example.org", template: "claim_links" });
    for (const { seller } of orders) {
      expect(mail?.body_text).toContain(`{{order_choice:${submission?.id}.${seller.id}}}`);
      const sent = await bodyToSend(mail?.body_text, { linkId: null, template: mail?.template, dedupeKey: "x" });
      expect(sent).toContain(`/reclamation/commande/${seller.id}/${tokenOf(submission?.id, seller.id)}`);
      expect(await claimsOf(seller.id)).toEqual([]);
    }
    expect(mail?.body_text).toContain("Atelier 1, commande du mercredi 28 octobre 2026");
    expect(withMaskedLinks(mail?.body_text, "[lien]")).not.toContain("order_choice");
    expect(submission).toMatchObject({ status: "waiting" });
    await matchSubmission(submission?.id, NOW);
    const again = await db.superuser`select 1 from mails where dedupe_key like ${`submission:${submission?.id}:%`}`;
    expect(again).toHaveLength(1);
  });

  test("the link that is confirmed opens the claim at its first instant; the other then opens nothing", async () => {
    const { orders, submission } = await ambiguous(["jeanne@example.org", "jeanne@example.org"]);
    const [right, wrong] = orders;
    if (!right || !wrong) throw new Error("two orders were made");
    const token = tokenOf(submission?.id, right.seller.id);
    expect(await findOrderChoice(right.seller.id, token)).toMatchObject({ order: { sellerName: "Atelier 1" } });
    expect(await findOrderChoice(wrong.seller.id, token)).toBeUndefined();
    const chosen = await chooseOrder({ sellerId: right.seller.id, token }, NOW);
    expect(chosen).toMatchObject({ ok: true, value: { followUrl: expect.stringMatching(/\/suivi\/[\w-]{46}$/) } });
    expect(await claimsOf(right.id)).toMatchObject([{ received_at: new Date(FIRST), recorded_by: "customer" }]);
    expect(await submissionOf(right.number)).toMatchObject({ status: "matched" });
    const other = { sellerId: wrong.seller.id, token: tokenOf(submission?.id, wrong.seller.id) };
    expect(await chooseOrder(other, NOW)).toEqual({ ok: false, reason: "link_dead" });
    expect(await claimsOf(wrong.id)).toEqual([]);
  });

  test("each address of record learns of its own orders only, and an order without one of none", async () => {
    const identity = { by: "address", postcode: "69003", name: "Moreau" } as const;
    const { orders, submission, mails } = await ambiguous(["a@example.org", "b@example.org", null], { identity });
    expect(mails.map(({ recipient }) => recipient)).toEqual(["a@example.org", "b@example.org"]);
    expect(mails[0]?.body_text).toContain(orders[0]?.seller.id);
    expect(mails[0]?.body_text).not.toContain(orders[1]?.seller.id);
    expect(submission).toMatchObject({ status: "waiting" });
  });

  test("the operator may name the order too", async () => {
    const { orders, submission, number } = await ambiguous(["jeanne@example.org", "jeanne@example.org"]);
    const input = { submissionId: submission?.id, sellerId: orders[1]?.seller.id ?? "", orderNumber: number };
    expect(await attachSubmission(admin, input, NOW)).toMatchObject({ ok: true });
    expect(await claimsOf(orders[1]?.id ?? "")).toMatchObject([{ received_at: new Date(FIRST) }]);
  });
});

describe("attachSubmission", () => {
  test("the operator's match opens the claim with the instant it was sent at, once", async () => {
    const seller = await makeSeller();
    const order = await makeOrder(seller);
    const wrong = `${order.number}X`;
    await submitPublicClaim(typed(wrong), NOW, NOW);
    const submissionId = (await submissionOf(wrong))?.id;
    const input = { submissionId, sellerId: seller.id, orderNumber: order.number };
    const later = instant("2026-11-23T09:00:00Z");
    expect(await attachSubmission(admin, input, later)).toMatchObject({ ok: true });
    expect(await claimsOf(order.id)).toMatchObject([{ received_at: new Date(NOW) }]);
    expect(await attachSubmission(admin, input, later)).toEqual({ ok: false, reason: "not_found" });
  });

  test("an order placed later is not the right one, and the submission goes on waiting", async () => {
    const seller = await makeSeller();
    const order = await makeOrder(seller);
    await submitPublicClaim(typed("CMD-TROP-TOT"), instant("2026-10-01T09:00:00Z"), NOW);
    const submissionId = (await submissionOf("CMD-TROP-TOT"))?.id;
    const input = { submissionId, sellerId: seller.id, orderNumber: order.number };
    expect(await attachSubmission(admin, input, NOW)).toMatchObject({ ok: false, reason: "sent_before_order" });
    expect(await submissionOf("CMD-TROP-TOT")).toMatchObject({ status: "waiting" });
  });

  test("what is dismissed opens nothing and is kept", async () => {
    await submitPublicClaim(typed("CMD-INDESIRABLE"), NOW, NOW);
    const submissionId = (await submissionOf("CMD-INDESIRABLE"))?.id;
    await settleSubmission(admin, { submissionId, match: null }, NOW);
    expect(await submissionOf("CMD-INDESIRABLE")).toMatchObject({ status: "dismissed" });
  });
});

describe("a withdrawal", () => {
  const statement = { name: "Jeanne Moreau", email: "jeanne@example.org", text: "Une lampe sur deux" };

  test("is acknowledged with what was typed, and becomes a claim of its own instant", async () => {
    const order = await makeOrder(await makeSeller(), { deliveredAt: instant("2026-11-10T13:00:00Z") });
    const id = await submitWithdrawal({ ...statement, orderNumber: order.number }, "fr", NOW);
    await runDueJobs();
    expect(await claimsOf(order.id)).toMatchObject([
      { situation: "no_longer_wanted", statement_sent_at: new Date(NOW) },
    ]);
    const [mail] = await db.superuser`select recipient, body_text from mails where dedupe_key = ${`withdrawal:${id}`}`;
    expect(mail?.recipient).toBe("jeanne@example.org");
    expect(mail?.body_text).toContain("vendredi 20 novembre 2026 à 00:05");
    expect(mail?.body_text).toContain("Une lampe sur deux");
    expect(mail?.body_text).not.toContain("Lampe de bureau");
  });

  test("of an order that does not exist is recorded and acknowledged all the same", async () => {
    const id = await submitWithdrawal({ ...statement, orderNumber: "CMD-INCONNUE" }, "fr", NOW);
    await runDueJobs();
    expect(await submissionOf("CMD-INCONNUE")).toMatchObject({ id, status: "waiting" });
    expect(await db.superuser`select 1 from mails where dedupe_key = ${`withdrawal:${id}`}`).toHaveLength(1);
  });
});
