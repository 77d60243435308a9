import { afterAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { closeClaim } from "@/db/commands/claim-life";
import { readCommitments } from "@/db/commands/commitments";
import { confirmParcel, contestDelivery, recordAnswerOpened } from "@/db/commands/customer-acts";
import { ensureLink } from "@/db/commands/links";
import { sendCustomerMessage } from "@/db/commands/messages";
import { openClaim } from "@/db/commands/open-claim";
import { sendReply } from "@/db/commands/send-reply";
import { readClocks } from "@/db/queries/clock-facts";
import { readCustomerSpace } from "@/db/queries/customer-space";
import { withScope } from "@/db/scope";
import { isoDate } from "@/lib/calendar/civil-day";
import { type Instant, instant } from "@/lib/calendar/instant";
import { clockState } from "@/lib/deadlines/clock";
import { customerScope } from "@/lib/server/scope";
import { type MadeSeller, makeOrder, makeSeller } from "../../support/factory";

afterAll(closeDatabase);

const OPENED = instant("2026-11-20T09:00:00Z");
const ANSWERED = instant("2026-11-20T10:00:00Z");
const LATER = instant("2026-11-21T11:00:00Z");
const WORDS = { body: "C’est moi qui l’écris.", locale: "fr" };

async function opened(seller: MadeSeller) {
  const order = await makeOrder(seller);
  const input = { orderNumber: order.number, situation: "parcel_not_received", message: "Rien reçu." } as const;
  const claim = await openClaim(seller.scope, { input, recordedBy: "customer", locale: "fr" }, OPENED);
  if (!claim.ok) throw new Error(claim.reason);
  const { claimId } = claim.value;
  const link = await withScope(seller.job, (tx) =>
    ensureLink(
      tx,
      { sellerId: seller.id, orderId: order.id, audience: "mailed" },
      { actor: seller.job.actor, now: OPENED, claimId },
    ),
  );
  const facts = { sellerId: seller.id, orderId: order.id, linkId: link.id, audience: "mailed" } as const;
  return { claimId, orderId: order.id, customer: customerScope(facts) };
}

async function answered(seller: MadeSeller, claimId: string) {
  const sent = await sendReply(
    seller.scope,
    {
      claimId,
      reply: {
        solution: "confirm_delivery",
        message: "Le transporteur nous a répondu.",
        carrier: "Colissimo",
        trackingNumber: "6A15602676300",
        deliveredAt: "2026-11-02T13:00:00Z",
        proofFollowsOn: "2026-11-24",
      },
    },
    ANSWERED,
  );
  if (!sent.ok) throw new Error(sent.reason);
  return sent.value.replyId;
}

async function stateOf(seller: MadeSeller, claimId: string, kind: string, now: Instant) {
  const clocks = await withScope(seller.scope, (tx) => readClocks(tx, seller.id, claimId));
  const clock = clocks.find((known) => known.kind === kind);
  return clock && { state: clockState(clock, now), reason: clock.cancellationReason };
}

describe("confirmParcel", () => {
  test("the customer's own receipt ends the search for a proof, and the seller reads it", async () => {
    const seller = await makeSeller();
    const { claimId, customer } = await opened(seller);
    const input = { claimId, receivedOn: isoDate("2026-11-20"), words: WORDS };
    expect(await confirmParcel(customer, input, LATER)).toMatchObject({ ok: true });
    expect(await stateOf(seller, claimId, "proof_of_delivery", LATER)).toEqual({
      state: "cancelled",
      reason: "received_by_customer",
    });
    expect(await stateOf(seller, claimId, "reply", LATER)).toMatchObject({ state: "running" });
    const [shown] = (await readCustomerSpace(customer, LATER)).claims;
    expect(shown?.acts).toMatchObject([{ type: "parcel_confirmed", receivedOn: "2026-11-20" }]);
    expect(shown?.messages.at(-1)).toMatchObject({ author: "customer", body: WORDS.body });
  });

  test.each([
    { because: "tomorrow", receivedOn: "2026-11-22", reason: "day_in_future" },
    { because: "the day before the order", receivedOn: "2026-10-27", reason: "day_before_order" },
  ])("$because is refused", async ({ receivedOn, reason }) => {
    const seller = await makeSeller();
    const { claimId, customer } = await opened(seller);
    const input = { claimId, receivedOn: isoDate(receivedOn), words: WORDS };
    expect(await confirmParcel(customer, input, LATER)).toMatchObject({ ok: false, reason });
  });

  test("frees the seller of the proof it had promised, so that the claim can close", async () => {
    const seller = await makeSeller();
    const { claimId, customer } = await opened(seller);
    await answered(seller, claimId);
    const promised = () => withScope(seller.scope, (tx) => readCommitments(tx, seller.id, claimId));
    expect(await promised()).toMatchObject([{ kind: "proof_of_delivery", status: "open" }]);
    await confirmParcel(customer, { claimId, receivedOn: isoDate("2026-11-20"), words: WORDS }, LATER);
    expect(await promised()).toMatchObject([{ kind: "proof_of_delivery", status: "withdrawn" }]);
    const closed = await closeClaim(seller.scope, { claimId, reason: "customer_satisfied" }, LATER);
    expect(closed).toMatchObject({ ok: true });
  });

  test("said twice, it is noted once", async () => {
    const seller = await makeSeller();
    const { claimId, customer } = await opened(seller);
    const input = { claimId, receivedOn: isoDate("2026-11-20"), words: WORDS };
    await confirmParcel(customer, input, LATER);
    expect(await confirmParcel(customer, input, LATER)).toEqual({ ok: false, reason: "already_done" });
  });
});

describe("contestDelivery", () => {
  test("after the answer it is the seller's turn, under a clock of two working days", async () => {
    const seller = await makeSeller();
    const { claimId, customer } = await opened(seller);
    await answered(seller, claimId);
    expect(await contestDelivery(customer, { claimId, words: WORDS }, LATER)).toMatchObject({ ok: true });
    expect(await stateOf(seller, claimId, "next_reply", LATER)).toMatchObject({ state: "running" });
    expect(await contestDelivery(customer, { claimId, words: WORDS }, LATER)).toEqual({
      ok: false,
      reason: "already_done",
    });
  });

  test("before the answer its own clock runs already, and no second one starts", async () => {
    const seller = await makeSeller();
    const { claimId, customer } = await opened(seller);
    await contestDelivery(customer, { claimId, words: WORDS }, ANSWERED);
    expect(await stateOf(seller, claimId, "next_reply", LATER)).toBeUndefined();
  });
});

describe("sendCustomerMessage", () => {
  test("posted twice it is kept once; the same words an hour later are said again", async () => {
    const seller = await makeSeller();
    const { claimId, customer } = await opened(seller);
    const send = (now: Instant) =>
      sendCustomerMessage(customer, { claimId, body: "Des nouvelles ?", locale: "fr" }, now);
    await Promise.all([send(LATER), send(LATER)]);
    expect(await send(instant("2026-11-21T11:01:59Z"))).toMatchObject({ ok: true });
    await send(instant("2026-11-21T12:00:00Z"));
    const [shown] = (await readCustomerSpace(customer, instant("2026-11-21T13:00:00Z"))).claims;
    expect(shown?.messages.filter(({ body }) => body === "Des nouvelles ?")).toHaveLength(2);
  });
});

describe("recordAnswerOpened", () => {
  test("is noted once, and not before the answer is shown", async () => {
    const seller = await makeSeller();
    const { claimId, customer } = await opened(seller);
    const replyId = await answered(seller, claimId);
    expect(await recordAnswerOpened(customer, { claimId, replyId }, ANSWERED)).toMatchObject({ reason: "not_found" });
    await recordAnswerOpened(customer, { claimId, replyId }, LATER);
    await recordAnswerOpened(customer, { claimId, replyId }, instant("2026-11-22T11:00:00Z"));
    const [shown] = (await readCustomerSpace(customer, LATER)).claims;
    expect(shown?.acts).toMatchObject([{ type: "answer_opened", replyId, at: LATER }]);
  });
});

test("another order's link sees and does nothing, another seller sees nothing", async () => {
  const seller = await makeSeller();
  const { claimId } = await opened(seller);
  const { customer: other } = await opened(seller);
  const { customer: stranger } = await opened(await makeSeller());
  for (const scope of [other, stranger]) {
    const input = { claimId, receivedOn: isoDate("2026-11-20"), words: WORDS };
    expect(await confirmParcel(scope, input, LATER)).toMatchObject({ reason: "not_found" });
    expect(await contestDelivery(scope, { claimId, words: WORDS }, LATER)).toMatchObject({ reason: "not_found" });
    const shown = (await readCustomerSpace(scope, LATER)).claims.map(({ claim }) => claim.id);
    expect(shown).not.toContain(claimId);
  }
});
