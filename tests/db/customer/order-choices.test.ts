import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listAskedAddresses } from "@/db/queries/submissions";
import type { SubmissionInput } from "@/lib/claims/schema";
import { withMaskedLinks } from "@/lib/notifications/placeholder";
import { runDueJobs } from "@/lib/server/jobs/runner";
import { bodyToSend } from "@/lib/server/mail/body";
import { attachSubmission, matchSubmission } from "@/lib/server/match-submission";
import { chooseOrder } from "@/lib/server/order-choice";
import { findOrderChoice, orderChoiceUrl } from "@/lib/server/order-choice-link";
import { submitPublicClaim } from "@/lib/server/public-claim";
import { adminScope } from "@/lib/server/scope";
import { makeOrder, makeSeller } from "../../support/factory";
import { type TestDatabase, testDatabase } from "../../support/test-database";
import { FIRST, NOW, readSubmissions, typed } from "./sent";

const admin = adminScope({ role: "admin", actor: { kind: "operator", userId: uuidv7() } });

let db: TestDatabase;
let submissionOf: ReturnType<typeof readSubmissions>["submissionOf"];
let claimsOf: ReturnType<typeof readSubmissions>["claimsOf"];
beforeAll(() => {
  db = testDatabase();
  ({ submissionOf, claimsOf } = readSubmissions(db));
});
afterAll(() => db.close());

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
  const tokenOf = (submissionId: string, orderId: string) =>
    orderChoiceUrl({ submissionId, orderId }).split("/").at(-1) ?? "";

  test("gets one mail with a link for each, and waits", async () => {
    const { orders, submission, mails } = await ambiguous(["jeanne@example.org", "Jeanne@example.org"]);
    expect(mails).toHaveLength(1);
    const [mail] = mails;
    expect(mail).toMatchObject({ recipient: "jeanne@example.org", template: "claim_links" });
    for (const { seller, id } of orders) {
      expect(mail?.body_text).toContain(`{{order_choice:${submission?.id}.${id}}}`);
      const sent = await bodyToSend(mail?.body_text, { linkId: null, template: mail?.template, dedupeKey: "x" });
      expect(sent).toContain(`/reclamation/commande/${id}/${tokenOf(submission?.id, id)}`);
      expect(await claimsOf(seller.id)).toEqual([]);
    }
    expect(mail?.body_text).toContain("Atelier 1, commande du mercredi 28 octobre 2026");
    expect(withMaskedLinks(mail?.body_text, "[lien]")).not.toContain("order_choice");
    expect(submission).toMatchObject({ status: "waiting" });
    await matchSubmission(submission?.id, NOW);
    const again = await db.superuser`select 1 from mails where dedupe_key like ${`submission:${submission?.id}:%`}`;
    expect(again).toHaveLength(1);
    const ids = orders.map(({ id }) => id);
    expect(await listAskedAddresses(admin, submission?.id, ids)).toMatchObject([{ recipient: "jeanne@example.org" }]);
    expect(await listAskedAddresses(admin, uuidv7(), ids)).toEqual([]);
  });

  test("the link that is confirmed opens the claim at its first instant; the other then opens nothing", async () => {
    const { orders, submission } = await ambiguous(["jeanne@example.org", "jeanne@example.org"]);
    const [right, wrong] = orders;
    if (!right || !wrong) throw new Error("two orders were made");
    const token = tokenOf(submission?.id, right.id);
    expect(await findOrderChoice(right.id, token)).toMatchObject({ order: { sellerName: "Atelier 1" } });
    expect(await findOrderChoice(wrong.id, token)).toBeUndefined();
    const chosen = await chooseOrder({ orderId: right.id, token }, NOW);
    expect(chosen).toMatchObject({ ok: true, value: { followUrl: expect.stringMatching(/\/suivi\/[\w-]{46}$/) } });
    expect(await claimsOf(right.id)).toMatchObject([{ received_at: new Date(FIRST), recorded_by: "customer" }]);
    expect(await submissionOf(right.number)).toMatchObject({ status: "matched" });
    const other = { orderId: wrong.id, token: tokenOf(submission?.id, wrong.id) };
    expect(await chooseOrder(other, NOW)).toEqual({ ok: false, reason: "link_dead" });
    expect(await claimsOf(wrong.id)).toEqual([]);
  });

  test("two links confirmed at one moment open one claim", async () => {
    const { orders, submission } = await ambiguous(["jeanne@example.org", "jeanne@example.org", "jeanne@example.org"]);
    const chosen = await Promise.all(
      orders.map(({ id }) => chooseOrder({ orderId: id, token: tokenOf(submission?.id, id) }, NOW)),
    );
    expect(chosen.filter(({ ok }) => ok)).toHaveLength(1);
    expect(chosen.filter((outcome) => !outcome.ok && outcome.reason === "link_dead")).toHaveLength(2);
    const claims = await Promise.all(orders.map(({ id }) => claimsOf(id)));
    expect(claims.flat()).toHaveLength(1);
  });

  test("each address of record learns of its own orders only, and an order without one of none", async () => {
    const identity = { by: "address", postcode: "69003", name: "Moreau" } as const;
    const { orders, submission, mails } = await ambiguous(["a@example.org", "b@example.org", null], { identity });
    expect(mails.map(({ recipient }) => recipient)).toEqual(["a@example.org", "b@example.org"]);
    expect(mails[0]?.body_text).toContain(orders[0]?.id);
    expect(mails[0]?.body_text).not.toContain(orders[1]?.id);
    expect(submission).toMatchObject({ status: "waiting" });
  });

  test("the operator may name the order too", async () => {
    const { orders, submission, number } = await ambiguous(["jeanne@example.org", "jeanne@example.org"]);
    const input = { submissionId: submission?.id, sellerId: orders[1]?.seller.id ?? "", orderNumber: number };
    expect(await attachSubmission(admin, input, NOW)).toMatchObject({ ok: true });
    expect(await claimsOf(orders[1]?.id ?? "")).toMatchObject([{ received_at: new Date(FIRST) }]);
  });
});

describe("a number typed another way", () => {
  const tail = () => uuidv7().slice(-6).toUpperCase();

  test.each([
    { because: "small letters and a space", typedAs: (end: string) => `ml ${end.toLowerCase()}` },
    { because: "no sign at all", typedAs: (end: string) => `ML${end}` },
    { because: "another sign", typedAs: (end: string) => `ml_${end}.` },
  ])("with $because finds its order", async ({ typedAs }) => {
    const end = tail();
    const order = await makeOrder(await makeSeller(), { number: `ML-${end}` });
    await submitPublicClaim(typed(typedAs(end)), FIRST, NOW);
    await runDueJobs();
    expect(await claimsOf(order.id)).toMatchObject([{ received_at: new Date(FIRST) }]);
  });

  test("is not found without the identity, nor a longer number by its beginning", async () => {
    const end = tail();
    const order = await makeOrder(await makeSeller(), { number: `ML-${end}` });
    await submitPublicClaim(typed(`ml ${end}`, { identity: { by: "email", email: "autre@example.org" } }), FIRST, NOW);
    await submitPublicClaim(typed(`ml ${end}0`), FIRST, NOW);
    await runDueJobs();
    expect(await claimsOf(order.id)).toEqual([]);
  });

  test("that two orders of one seller share asks which one, unless one is written exactly so", async () => {
    const [seller, end] = [await makeSeller(), tail()];
    const one = await makeOrder(seller, { number: `ML-${end}` });
    const other = await makeOrder(seller, { number: `ML${end}` });
    await submitPublicClaim(typed(`ml ${end}`), FIRST, NOW);
    await runDueJobs();
    const submission = await submissionOf(`ml ${end}`);
    const [mail] = await db.superuser`
      select body_text from mails where dedupe_key like ${`submission:${submission?.id}:%`}`;
    for (const { id } of [one, other]) expect(mail?.body_text).toContain(`{{order_choice:${submission?.id}.${id}}}`);
    const token = orderChoiceUrl({ submissionId: submission?.id, orderId: other.id }).split("/").at(-1) ?? "";
    expect(await chooseOrder({ orderId: other.id, token }, NOW)).toMatchObject({ ok: true });
    expect([await claimsOf(one.id), await claimsOf(other.id)]).toMatchObject([[], [{ situation: "damaged" }]]);
    await submitPublicClaim(typed(`ML-${end}`), FIRST, NOW);
    await runDueJobs();
    expect(await claimsOf(one.id)).toHaveLength(1);
  });
});
