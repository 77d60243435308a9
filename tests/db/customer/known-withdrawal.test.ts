import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { openClaim } from "@/db/commands/open-claim";
import { readCustomerSpace } from "@/db/queries/customer-space";
import { type Instant, instant } from "@/lib/calendar/instant";
import { matchSubmission } from "@/lib/server/match-submission";
import { submitKnownWithdrawal } from "@/lib/server/public-claim";
import { customerScope } from "@/lib/server/scope";
import { makeOrder, makeSeller } from "../../support/factory";
import { type TestDatabase, testDatabase } from "../../support/test-database";

/** Delivered on 2 November: the period ends on Monday 16. */
const IN_TIME = instant("2026-11-10T09:00:00Z");
const TOO_LATE = instant("2026-11-23T09:00:00Z");

let db: TestDatabase;
beforeAll(() => {
  db = testDatabase();
});
afterAll(async () => {
  await db.close();
  await closeDatabase();
});

async function linked() {
  const seller = await makeSeller();
  const order = await makeOrder(seller);
  const input = { orderNumber: order.number, situation: "other", message: "Une question." } as const;
  const opened = await openClaim(seller.scope, { input, recordedBy: "customer", locale: "fr" }, IN_TIME);
  if (!opened.ok) throw new Error(opened.reason);
  const [link] = await db.superuser`select id from customer_links where order_id = ${order.id}`;
  const facts = { sellerId: seller.id, orderId: order.id, linkId: String(link?.id), audience: "mailed" } as const;
  return { seller, order, customer: customerScope(facts) };
}

type Linked = Awaited<ReturnType<typeof linked>>;

async function withdraw({ seller, order, customer }: Linked, quantity: number | undefined, now: Instant) {
  const lines = quantity === undefined ? [] : [{ lineId: "LAMPE-01", quantity }];
  const text = quantity === undefined ? "" : `${quantity} × Lampe de bureau`;
  // The address of the acknowledgement is another one: whose order it is, the link has said.
  const statement = { name: "Jeanne Moreau", email: "ailleurs@example.org", orderNumber: order.number, text };
  const known = { sellerId: seller.id, actor: customer.actor, lines };
  const id = await submitKnownWithdrawal(statement, known, { locale: "fr", now });
  await matchSubmission(id, now);
  const [claim] = await db.superuser`select c.phase, c.statement_sent_at, l.quantity from claims c
    left join claim_lines l on l.seller_id = c.seller_id and l.claim_id = c.id
    where c.order_id = ${order.id} and c.situation = 'no_longer_wanted' order by c.opened_at desc, c.id desc limit 1`;
  return { id, claim };
}

const left = async ({ customer }: Linked, now: Instant) => (await readCustomerSpace(customer, now)).withdrawable;

describe("a withdrawal on the customer's link", () => {
  test("of a part is acknowledged at once and becomes a claim on that part; the rest stays open", async () => {
    const made = await linked();
    expect(await left(made, IN_TIME)).toMatchObject([{ lineId: "LAMPE-01", quantity: 2 }]);
    const { id, claim } = await withdraw(made, 1, IN_TIME);
    expect(claim).toMatchObject({ phase: "withdrawal_period", quantity: 1 });
    expect(new Date(claim?.statement_sent_at).toISOString()).toBe(new Date(IN_TIME).toISOString());
    const mails = await db.superuser`select recipient, content from mails where dedupe_key = ${`withdrawal:${id}`}`;
    expect(mails).toMatchObject([
      { recipient: "ailleurs@example.org", content: { text: "1 × Lampe de bureau", orderNumber: made.order.number } },
    ]);
    expect(await left(made, IN_TIME)).toMatchObject([{ quantity: 1 }]);
  });

  test("of everything leaves nothing to withdraw from", async () => {
    const made = await linked();
    const { claim } = await withdraw(made, undefined, IN_TIME);
    expect(claim).toMatchObject({ phase: "withdrawal_period", quantity: null });
    expect(await left(made, IN_TIME)).toEqual([]);
  });

  test("after the period is not offered; sent all the same it is recorded with its instant, and said to be late", async () => {
    const made = await linked();
    expect(await left(made, TOO_LATE)).toEqual([]);
    const { claim } = await withdraw(made, 1, TOO_LATE);
    expect(claim).toMatchObject({ phase: "after_withdrawal_period" });
  });

  test("of more than was bought is kept for the operator, never lost", async () => {
    const made = await linked();
    const { id, claim } = await withdraw(made, 3, IN_TIME);
    expect(claim).toBeUndefined();
    expect(await db.superuser`select status from submissions where id = ${id}`).toMatchObject([{ status: "waiting" }]);
  });
});
