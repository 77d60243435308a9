import { uuidv7 } from "uuidv7";
import { afterAll, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { answerReply } from "@/db/commands/answer-reply";
import { openClaim } from "@/db/commands/open-claim";
import { sendReply } from "@/db/commands/send-reply";
import { undoReply } from "@/db/commands/undo-reply";
import { type Instant, instant } from "@/lib/calendar/instant";
import { customerScope } from "@/lib/server/scope";
import { type MadeSeller, makeOrder, makeSeller } from "../../support/factory";

afterAll(closeDatabase);

const OPENED = instant("2026-11-20T09:00:00Z");
const FIRST = instant("2026-11-20T10:00:00Z");
const SECOND = instant("2026-11-20T14:00:00Z");
const LATER = instant("2026-11-20T15:00:00Z");

async function opened(seller: MadeSeller) {
  const order = await makeOrder(seller, { deliveredAt: null });
  const input = { orderNumber: order.number, situation: "parcel_not_received", message: "Rien reçu." } as const;
  const claim = await openClaim(seller.scope, { input, recordedBy: "customer", locale: "fr" }, OPENED);
  if (!claim.ok) throw new Error(claim.reason);
  const link = { sellerId: seller.id, orderId: order.id, linkId: uuidv7(), audience: "mailed" } as const;
  return { claimId: claim.value.claimId, customer: customerScope(link) };
}

async function offer(seller: MadeSeller, claimId: string, { refundOn, at }: { refundOn: string; at: Instant }) {
  const reply = {
    solution: "refund",
    message: "Nous vous remboursons.",
    amountCents: 10470,
    refundOn,
    refundMethod: "original_payment",
  } as const;
  const sent = await sendReply(seller.scope, { claimId, reply }, at);
  if (!sent.ok) throw new Error(sent.reason);
  return sent.value.replyId;
}

test("a yes from a page that shows an earlier answer binds nobody; to the new one it does", async () => {
  const seller = await makeSeller();
  const { claimId, customer } = await opened(seller);
  const earlier = await offer(seller, claimId, { refundOn: "2026-11-25", at: FIRST });
  const newer = await offer(seller, claimId, { refundOn: "2026-11-27", at: SECOND });
  const yes = (replyId: string, now: Instant) =>
    answerReply(customer, { claimId, replyId, answer: { kind: "accepted" } }, now);
  expect(await yes(earlier, LATER)).toEqual({ ok: false, reason: "answered_anew" });
  expect(await yes(newer, LATER)).toMatchObject({ ok: true });
});

test("an answer that is not shown yet, or was taken back, hinders no yes to the one that is", async () => {
  const seller = await makeSeller();
  const { claimId, customer } = await opened(seller);
  const earlier = await offer(seller, claimId, { refundOn: "2026-11-25", at: FIRST });
  const undone = await offer(seller, claimId, { refundOn: "2026-11-26", at: SECOND });
  await undoReply(seller.scope, { claimId, replyId: undone }, SECOND);
  await offer(seller, claimId, { refundOn: "2026-11-27", at: LATER });
  const yes = { claimId, replyId: earlier, answer: { kind: "accepted" } } as const;
  expect(await answerReply(customer, yes, LATER)).toMatchObject({ ok: true });
});

test("of yes and no at one instant one counts, and the other is told so", async () => {
  const seller = await makeSeller();
  const { claimId, customer } = await opened(seller);
  const replyId = await offer(seller, claimId, { refundOn: "2026-11-25", at: FIRST });
  const answers = ["accepted", "refused", "accepted"] as const;
  const outcomes = await Promise.all(
    answers.map((kind) => answerReply(customer, { claimId, replyId, answer: { kind } }, LATER)),
  );
  expect(outcomes.map((outcome) => (outcome.ok ? "done" : outcome.reason)).sort()).toEqual([
    "already_answered",
    "already_answered",
    "done",
  ]);
});
