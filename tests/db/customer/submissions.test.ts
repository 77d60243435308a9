import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { settleSubmission } from "@/db/commands/submissions";
import { listWaitingSubmissions } from "@/db/queries/submissions";
import { instant } from "@/lib/calendar/instant";
import { runDueJobs } from "@/lib/server/jobs/runner";
import { attachSubmission, matchSubmission } from "@/lib/server/match-submission";
import { submitPublicClaim, submitWithdrawal } from "@/lib/server/public-claim";
import { adminScope } from "@/lib/server/scope";
import { ticketedId, withdrawalTicket } from "@/lib/server/withdrawal-ticket";
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

  test("confirmed twice is one statement of the first instant, acknowledged once", async () => {
    const typed = { ...statement, orderNumber: "CMD-DEUX-FOIS" };
    const id = ticketedId(withdrawalTicket(typed), typed);
    const sent = await Promise.all([submitWithdrawal(typed, "fr", NOW, id), submitWithdrawal(typed, "fr", NOW, id)]);
    sent.push(await submitWithdrawal(typed, "fr", instant("2026-11-20T10:00:00Z"), id));
    expect(new Set(sent)).toEqual(new Set([id]));
    const kept = await db.superuser`select submitted_at from submissions where order_number = ${typed.orderNumber}`;
    expect(kept).toMatchObject([{ submitted_at: new Date(NOW) }]);
    expect(await db.superuser`select 1 from mails where dedupe_key = ${`withdrawal:${id}`}`).toHaveLength(1);
  });

  test("is numbered by its ticket for its own words, on its own link, alone", () => {
    const typed = { ...statement, orderNumber: "CMD-BILLET" };
    const ticket = withdrawalTicket(typed, "lien");
    expect(ticketedId(ticket, typed, "lien")).toBe(ticket.split(".")[0]);
    expect(ticketedId(ticket, { ...typed, text: "" }, "lien")).toBeUndefined();
    expect(ticketedId(ticket, typed)).toBeUndefined();
    expect(ticketedId(`${uuidv7()}.${ticket.split(".")[1]}`, typed, "lien")).toBeUndefined();
    for (const forged of [undefined, "", ".", ticket.slice(0, -1)]) {
      expect(ticketedId(forged, typed, "lien")).toBeUndefined();
    }
  });

  test("of an order that does not exist is recorded and acknowledged all the same", async () => {
    const id = await submitWithdrawal({ ...statement, orderNumber: "CMD-INCONNUE" }, "fr", NOW);
    await runDueJobs();
    expect(await submissionOf("CMD-INCONNUE")).toMatchObject({ id, status: "waiting" });
    expect(await db.superuser`select 1 from mails where dedupe_key = ${`withdrawal:${id}`}`).toHaveLength(1);
  });
});
