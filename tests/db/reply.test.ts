import { and, eq } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { answerReply } from "@/db/commands/answer-reply";
import { lockClaim } from "@/db/commands/claim-state";
import { readCommitments } from "@/db/commands/commitments";
import { openClaim } from "@/db/commands/open-claim";
import { sendReply } from "@/db/commands/send-reply";
import { undoReply } from "@/db/commands/undo-reply";
import { findClaimPage } from "@/db/queries/claim-page";
import { readClocks } from "@/db/queries/clock-facts";
import { sellerNotices } from "@/db/schema/notices";
import { withScope } from "@/db/scope";
import { type Instant, instant } from "@/lib/calendar/instant";
import type { Situation } from "@/lib/claims/claim";
import { clockState } from "@/lib/deadlines/clock";
import type { ReplyInput } from "@/lib/replies/schema";
import { customerScope } from "@/lib/server/scope";
import { type MadeSeller, makeOrder, makeSeller } from "../support/factory";

afterAll(closeDatabase);

const OPENED = instant("2026-11-20T09:00:00Z");
const ANSWERED = instant("2026-11-20T10:00:00Z");
const REFUND: ReplyInput = {
  solution: "refund",
  message: "Nous vous remboursons la totalité de votre commande.",
  amountCents: 10470,
  refundOn: "2026-11-25",
  refundMethod: "original_payment",
};

async function opened(seller: MadeSeller, situation: Situation = "parcel_not_received") {
  const order = await makeOrder(seller, { deliveredAt: null });
  const input = { orderNumber: order.number, situation, message: "Je n’ai rien reçu." };
  const claim = await openClaim(seller.scope, { input, recordedBy: "seller", locale: "fr" }, OPENED);
  if (!claim.ok) throw new Error(claim.reason);
  return { ...claim.value, orderId: order.id };
}

async function clockStates(seller: MadeSeller, claimId: string, now: Instant) {
  const clocks = await withScope(seller.scope, (tx) => readClocks(tx, seller.id, claimId));
  return Object.fromEntries(clocks.map((clock) => [clock.kind, clockState(clock, now)]));
}

describe("sendReply", () => {
  test("a complete answer stops the reply clock and opens what it promises", async () => {
    const seller = await makeSeller();
    const claim = await opened(seller);
    const sent = await sendReply(seller.scope, { claimId: claim.claimId, reply: REFUND }, ANSWERED);
    expect(sent).toMatchObject({ ok: true, value: { sentAt: ANSWERED, visibleAt: "2026-11-20T10:00:10.000Z" } });
    expect(await clockStates(seller, claim.claimId, ANSWERED)).toEqual({ reply: "met", proof_of_delivery: "running" });
    const promised = await withScope(seller.scope, (tx) => readCommitments(tx, seller.id, claim.claimId));
    expect(promised).toMatchObject([{ kind: "refund", dueOn: "2026-11-25", amountCents: 10470, status: "open" }]);
  });

  test("an incomplete answer is refused with what is missing, and nothing is stored", async () => {
    const seller = await makeSeller();
    const claim = await opened(seller);
    const reply: ReplyInput = { solution: "refund", message: "Bientôt." };
    const sent = await sendReply(seller.scope, { claimId: claim.claimId, reply }, ANSWERED);
    expect(sent).toMatchObject({ ok: false, reason: "incomplete", verdict: { complete: false } });
    expect(await clockStates(seller, claim.claimId, ANSWERED)).toMatchObject({ reply: "running" });
  });

  test("of two agents at the same instant one wins and the other is told", async () => {
    const seller = await makeSeller();
    const claim = await opened(seller);
    const revision = (await withScope(seller.scope, (tx) => lockClaim(tx, seller.id, claim.claimId)))?.revision;
    const send = () => sendReply(seller.scope, { claimId: claim.claimId, reply: REFUND, revision }, ANSWERED);
    const outcomes = await Promise.all([send(), send()]);
    expect(outcomes.map((outcome) => (outcome.ok ? "sent" : outcome.reason)).sort()).toEqual([
      "answered_meanwhile",
      "sent",
    ]);
  });

  test("another seller sees nothing", async () => {
    const [seller, other] = [await makeSeller(), await makeSeller()];
    const claim = await opened(seller);
    expect(await sendReply(other.scope, { claimId: claim.claimId, reply: REFUND }, ANSWERED)).toEqual({
      ok: false,
      reason: "not_found",
    });
  });
});

describe("undoReply", () => {
  test("within ten seconds the clock is as if it had never stopped", async () => {
    const seller = await makeSeller();
    const claim = await opened(seller);
    const sent = await sendReply(seller.scope, { claimId: claim.claimId, reply: REFUND }, ANSWERED);
    if (!sent.ok) throw new Error(sent.reason);
    const input = { claimId: claim.claimId, replyId: sent.value.replyId };
    expect(await undoReply(seller.scope, input, instant("2026-11-20T10:00:09.999Z"))).toMatchObject({ ok: true });
    expect(await clockStates(seller, claim.claimId, ANSWERED)).toEqual({
      reply: "running",
      proof_of_delivery: "running",
    });
  });

  test("the eleventh second is too late", async () => {
    const seller = await makeSeller();
    const claim = await opened(seller);
    const sent = await sendReply(seller.scope, { claimId: claim.claimId, reply: REFUND }, ANSWERED);
    if (!sent.ok) throw new Error(sent.reason);
    const input = { claimId: claim.claimId, replyId: sent.value.replyId };
    expect(await undoReply(seller.scope, input, sent.value.visibleAt)).toEqual({ ok: false, reason: "too_late" });
  });
});

test("an answer the customer was quick to accept is not taken back by an act that waited for its turn", async () => {
  const seller = await makeSeller();
  const claim = await opened(seller);
  const sent = await sendReply(seller.scope, { claimId: claim.claimId, reply: REFUND }, ANSWERED);
  if (!sent.ok) throw new Error(sent.reason);
  const input = { claimId: claim.claimId, replyId: sent.value.replyId };
  const link = { sellerId: seller.id, orderId: claim.orderId, linkId: claim.orderId, audience: "mailed" } as const;
  const accepting = { ...input, answer: { kind: "accepted" } } as const;
  expect(await answerReply(customerScope(link), accepting, sent.value.visibleAt)).toMatchObject({ ok: true });
  const undone = await undoReply(seller.scope, input, instant("2026-11-20T10:00:09.999Z"));
  expect(undone).toEqual({ ok: false, reason: "too_late" });
});

describe("answerReply", () => {
  test("an accepted refund ends the proof clock and starts the refund's own", async () => {
    const seller = await makeSeller();
    const claim = await opened(seller);
    const sent = await sendReply(seller.scope, { claimId: claim.claimId, reply: REFUND }, ANSWERED);
    if (!sent.ok) throw new Error(sent.reason);
    const customer = customerScope({
      sellerId: seller.id,
      orderId: claim.orderId,
      linkId: claim.claimId,
      audience: "mailed",
    });
    const answer = { claimId: claim.claimId, replyId: sent.value.replyId, answer: { kind: "accepted" } as const };
    const later = instant("2026-11-20T11:00:00Z");
    expect(await answerReply(customer, answer, ANSWERED)).toEqual({ ok: false, reason: "not_found" });
    expect(await answerReply(customer, answer, later)).toMatchObject({ ok: true });
    expect(await answerReply(customer, answer, later)).toEqual({ ok: false, reason: "already_answered" });
    expect(await clockStates(seller, claim.claimId, later)).toEqual({
      reply: "met",
      proof_of_delivery: "cancelled",
      delivery_refund: "running",
    });
    const page = await findClaimPage(seller.scope, claim.claimId, later);
    const clock = page?.clocks.find(({ kind }) => kind === "delivery_refund");
    expect(page?.commitments).toMatchObject([{ kind: "refund", clockId: clock?.id }]);
  });

  test("a remedy chosen instead replaces what was promised, and the seller is told by mail, and by when", async () => {
    const seller = await makeSeller();
    const { claim, customer, replyId, at } = await exchanged(seller);
    const answer = { kind: "chosen", remedy: "refund" } as const;
    expect(await answerReply(customer, { claimId: claim.claimId, replyId, answer }, at)).toMatchObject({ ok: true });
    const page = await findClaimPage(seller.scope, claim.claimId, at);
    expect(page?.claim.state).toBe("awaiting_seller");
    expect(page?.commitments.map(({ kind, status }) => [kind, status])).toEqual([["exchange", "withdrawn"]]);
    expect(page?.context.claim).toMatchObject({ wish: "refund", hasChosen: true });
    expect(await clockStates(seller, claim.claimId, at)).toMatchObject({ next_reply: "running" });
    const [mail] = await decisionNotices(seller, claim.claimId);
    expect(mail?.content).toMatchObject({
      answer: "chosen",
      remedy: { remedy: "refund" },
      dueOn: { day: "2026-11-24" },
    });
  });

  test.each([
    { because: "in time", accepted: "2026-11-20T11:00:00Z", dueOn: "2026-11-27" },
    { because: "after its day", accepted: "2026-12-02T11:00:00Z", dueOn: "2026-12-07" },
  ])("a gesture accepted $because leaves the seller days to do it", async ({ accepted, dueOn }) => {
    const seller = await makeSeller();
    const claim = await opened(seller, "missing_item");
    const reply: ReplyInput = {
      solution: "goodwill_gesture",
      message: "Nous vous proposons un geste.",
      gestureNature: "price_reduction",
      gestureDescription: "une réduction",
      amountCents: 800,
      doneOn: "2026-11-27",
      alsoOffered: ["completion", "refund"],
    };
    const sent = await sendReply(seller.scope, { claimId: claim.claimId, reply }, ANSWERED);
    if (!sent.ok) throw new Error(JSON.stringify(sent));
    const yes = { claimId: claim.claimId, replyId: sent.value.replyId, answer: { kind: "accepted" } as const };
    expect(await answerReply(customerOf(seller, claim), yes, instant(accepted))).toMatchObject({ ok: true });
    const promised = await withScope(seller.scope, (tx) => readCommitments(tx, seller.id, claim.claimId));
    expect(promised).toMatchObject([{ kind: "goodwill", status: "open", dueOn }]);
  });

  test.each([
    { kind: "accepted", status: "open" },
    { kind: "refused", status: "refused" },
  ] as const)("$kind reaches the seller by mail", async ({ kind, status }) => {
    const seller = await makeSeller();
    const claim = await opened(seller);
    const sent = await sendReply(seller.scope, { claimId: claim.claimId, reply: REFUND }, ANSWERED);
    if (!sent.ok) throw new Error(sent.reason);
    const at = instant("2026-11-20T11:00:00Z");
    const answered = { claimId: claim.claimId, replyId: sent.value.replyId, answer: { kind } };
    expect(await answerReply(customerOf(seller, claim), answered, at)).toMatchObject({ ok: true });
    const [mail, ...others] = await decisionNotices(seller, claim.claimId);
    expect(others).toEqual([]);
    expect(mail?.content).toMatchObject({ answer: kind });
    const promised = await withScope(seller.scope, (tx) => readCommitments(tx, seller.id, claim.claimId));
    expect(promised).toMatchObject([{ kind: "refund", status }]);
  });
});

function customerOf(seller: MadeSeller, { orderId, claimId }: { readonly orderId: string; readonly claimId: string }) {
  return customerScope({ sellerId: seller.id, orderId, linkId: claimId, audience: "mailed" });
}

/** A wrong product answered by an exchange, the wrong one kept. */
async function exchanged(seller: MadeSeller) {
  const claim = await opened(seller, "wrong_product");
  const reply: ReplyInput = {
    solution: "exchange",
    message: "Nous vous envoyons le bon produit.",
    goods: "kept",
    expectedOn: "2026-11-27",
    sendBeforeOn: "2026-12-04",
    alsoOffered: ["refund"],
    contact: "sav@example.fr",
  };
  const sent = await sendReply(seller.scope, { claimId: claim.claimId, reply }, ANSWERED);
  if (!sent.ok) throw new Error(JSON.stringify(sent));
  const at = instant("2026-11-20T11:00:00Z");
  return { claim, customer: customerOf(seller, claim), replyId: sent.value.replyId, at };
}

async function decisionNotices(seller: MadeSeller, claimId: string) {
  return withScope(seller.job, (tx) =>
    tx
      .select({ content: sellerNotices.content })
      .from(sellerNotices)
      .where(and(eq(sellerNotices.claimId, claimId), eq(sellerNotices.template, "answer_decided"))),
  );
}
