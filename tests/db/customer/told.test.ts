import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { answerReply } from "@/db/commands/answer-reply";
import { remindCustomers } from "@/db/commands/customer-reminders";
import { keepPromise } from "@/db/commands/keep-promise";
import { openClaim } from "@/db/commands/open-claim";
import { sendReply } from "@/db/commands/send-reply";
import { instant } from "@/lib/calendar/instant";
import type { ReplyInput } from "@/lib/replies/schema";
import { customerScope, sweepScope } from "@/lib/server/scope";
import { makeOrder, makeSeller } from "../../support/factory";
import { type TestDatabase, testDatabase } from "../../support/test-database";

const OPENED = instant("2026-11-09T09:00:00Z");
const ANSWERED = instant("2026-11-10T09:00:00Z");
const SWEEP = sweepScope("remind_customers");

let db: TestDatabase;
beforeAll(() => {
  db = testDatabase();
});
afterAll(async () => {
  await db.close();
  await closeDatabase();
});

async function answered(reply: ReplyInput) {
  const seller = await makeSeller();
  const order = await makeOrder(seller, { deliveredAt: null });
  const input = { orderNumber: order.number, situation: "parcel_not_received", message: "Bonjour." } as const;
  const opened = await openClaim(seller.scope, { input, recordedBy: "customer", locale: "fr" }, OPENED);
  if (!opened.ok) throw new Error(opened.reason);
  const { claimId } = opened.value;
  const sent = await sendReply(seller.scope, { claimId, reply }, ANSWERED);
  if (!sent.ok) throw new Error(JSON.stringify(sent));
  const [link] = await db.superuser`select id from customer_links where order_id = ${order.id}`;
  const facts = { sellerId: seller.id, orderId: order.id, linkId: String(link?.id), audience: "mailed" } as const;
  return { seller, claimId, replyId: sent.value.replyId, customer: customerScope(facts) };
}

const told = (claimId: string, template: string) =>
  db.superuser`select content, dedupe_key from mails where claim_id = ${claimId} and template = ${template}`;

const REFUND: ReplyInput = {
  solution: "refund",
  message: "Nous vous remboursons.",
  amountCents: 10_470,
  refundOn: "2026-11-20",
  refundMethod: "original_payment",
};

describe("what the customer is told later", () => {
  test("that a promise was kept, once", async () => {
    const reply: ReplyInput = {
      solution: "carrier_inquiry",
      message: "Enquête.",
      openedOn: "2026-11-10",
      answerOn: "2026-11-20",
      inquiryReference: "E-1",
    };
    const { seller, claimId } = await answered(reply);
    const [promise] = await db.superuser`select id from commitments where claim_id = ${claimId}`;
    const input = {
      claimId,
      commitmentId: String(promise?.id),
      doneAt: ANSWERED,
      reference: "Le transporteur a répondu.",
    };
    expect(await keepPromise(seller.scope, input, ANSWERED)).toMatchObject({
      ok: true,
    });
    expect(await told(claimId, "promise_kept")).toMatchObject([
      { content: { promise: { promise: "carrier_inquiry" } } },
    ]);
  });

  test("that their yes or no is awaited, once, on the third day after it was asked and not once it was given", async () => {
    const { claimId } = await answered(REFUND);
    await remindCustomers(SWEEP, instant("2026-11-12T22:59:00Z"));
    expect(await told(claimId, "customer_reminder")).toEqual([]);
    await remindCustomers(SWEEP, instant("2026-11-12T23:01:00Z"));
    await remindCustomers(SWEEP, instant("2026-11-14T09:01:00Z"));
    expect(await told(claimId, "customer_reminder")).toMatchObject([{ content: { asked: "decision" } }]);
    const other = await answered(REFUND);
    const answer = { claimId: other.claimId, replyId: other.replyId, answer: { kind: "accepted" } } as const;
    expect(await answerReply(other.customer, answer, instant("2026-11-11T09:00:00Z"))).toMatchObject({ ok: true });
    await remindCustomers(SWEEP, instant("2026-11-14T09:01:00Z"));
    expect(await told(other.claimId, "customer_reminder")).toEqual([]);
  });

  test("that a parcel is to be sent back, on the second day before the last", async () => {
    const { claimId } = await answered(REFUND);
    await db.superuser`insert into commitments (seller_id, id, claim_id, reply_id, kind, due_on, status, created_at)
      select seller_id, gen_random_uuid(), claim_id, id, 'return', '2026-11-25', 'open', ${ANSWERED} from replies
      where claim_id = ${claimId}`;
    await remindCustomers(SWEEP, instant("2026-11-12T07:00:00Z"));
    expect(await told(claimId, "customer_reminder")).toEqual([]);
    await remindCustomers(SWEEP, instant("2026-11-23T07:00:00Z"));
    await remindCustomers(SWEEP, instant("2026-11-24T07:00:00Z"));
    const returns = (await told(claimId, "customer_reminder")).filter(({ content }) => content.asked === "return");
    expect(returns).toMatchObject([{ content: { dueOn: { day: "2026-11-25" } } }]);
  });
});
