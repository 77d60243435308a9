import { and, eq } from "drizzle-orm";
import fc from "fast-check";
import { answerReply } from "@/db/commands/answer-reply";
import { closeClaim, escalateClaim, reopenClaim } from "@/db/commands/claim-life";
import { readCommitments } from "@/db/commands/commitments";
import { contestDelivery } from "@/db/commands/customer-acts";
import { keepPromise } from "@/db/commands/keep-promise";
import { sendCustomerMessage, sendMessage } from "@/db/commands/messages";
import { openClaim } from "@/db/commands/open-claim";
import { decideClaim } from "@/db/commands/operator-claim";
import { requalifyClaim } from "@/db/commands/requalify-claim";
import { sendReply } from "@/db/commands/send-reply";
import { undoReply } from "@/db/commands/undo-reply";
import { orders } from "@/db/schema/orders";
import { withScope } from "@/db/scope";
import { fromEpochMs, type Instant, instant, toEpochMs } from "@/lib/calendar/instant";
import { OPERATOR_DECISIONS } from "@/lib/claims/decision";
import type { ReplyInput } from "@/lib/replies/schema";
import { adminScope, customerScope } from "@/lib/server/scope";
import { type MadeSeller, makeOrder } from "../../support/factory";

const SITUATIONS = ["other", "damaged", "parcel_not_received", "no_longer_wanted"] as const;
type Told = (typeof SITUATIONS)[number];

const ACTS = [
  "reply",
  "reply_undone",
  "message",
  "follow_up",
  "contest",
  "answer",
  "escalate",
  "decide",
  "requalify",
  "close",
  "reopen",
  "keep",
] as const;

/** What may happen next on a claim, after so many hours. What the law or the claim's state refuses is skipped. */
export const anyHistory = fc.record({
  situation: fc.constantFrom(...SITUATIONS),
  /** Around the clock change of 25 October 2026 and the month ends beside it. */
  opensAt: fc.integer({ min: Date.UTC(2026, 9, 23), max: Date.UTC(2026, 10, 1, 23) }),
  acts: fc.array(
    fc.record({
      act: fc.constantFrom(...ACTS),
      hours: fc.integer({ min: 0, max: 90 }),
      pick: fc.nat({ max: 8 }),
    }),
    { maxLength: 9 },
  ),
});
export type History = typeof anyHistory extends fc.Arbitrary<infer Value> ? Value : never;

const REPLIES: Readonly<Record<string, ReplyInput>> = {
  other: { solution: "answer_other", message: "Voici notre réponse." },
  damaged: { solution: "replacement", goods: "kept", expectedOn: "2026-12-20", alsoOffered: ["repair"] },
  parcel_not_received: {
    solution: "refund",
    message: "Nous vous remboursons.",
    amountCents: 10470,
    refundOn: "2026-12-18",
    refundMethod: "original_payment",
  },
};

const admin = adminScope({
  role: "admin",
  actor: { kind: "operator", userId: "0198a0c0-0000-7000-8000-000000000001" },
});

/** Live through a history with the commands the product has. @returns when it was over */
export async function live(seller: MadeSeller, history: History): Promise<Instant> {
  const order = await makeEarlierOrder(seller);
  let at = history.opensAt;
  const input = { orderNumber: order.number, situation: history.situation, message: "Bonjour." };
  const opened = await openClaim(seller.scope, { input, recordedBy: "seller", locale: "fr" }, fromEpochMs(at));
  if (!opened.ok) throw new Error(opened.reason);
  const { claimId } = opened.value;
  const customer = customerScope({ sellerId: seller.id, orderId: order.id, linkId: claimId, audience: "mailed" });
  let situation: Told = history.situation;
  let replyId: string | undefined;
  for (const { act, hours, pick } of history.acts) {
    at += hours * 3_600_000 + 11_000;
    const now = fromEpochMs(at);
    const words = { body: "Un mot.", locale: "fr" };
    switch (act) {
      case "reply":
      case "reply_undone": {
        const reply = REPLIES[situation];
        const sent = reply && (await sendReply(seller.scope, { claimId, reply }, now));
        if (!sent?.ok) break;
        replyId = sent.value.replyId;
        if (act === "reply_undone") await undoReply(seller.scope, { claimId, replyId }, after(now, 5_000));
        break;
      }
      case "message":
        await sendMessage(seller.scope, { claimId, ...words, visibility: "conversation" }, now);
        break;
      case "follow_up":
        await sendCustomerMessage(customer, { claimId, ...words }, now);
        break;
      case "contest":
        await contestDelivery(customer, { claimId, words }, now);
        break;
      case "answer":
        if (replyId) {
          const answer = { kind: pick % 2 === 0 ? ("accepted" as const) : ("refused" as const) };
          await answerReply(customer, { claimId, replyId, answer }, now);
        }
        break;
      case "escalate":
        await escalateClaim(customer, { claimId, message: words.body }, now);
        break;
      case "decide": {
        const decision = OPERATOR_DECISIONS[pick % OPERATOR_DECISIONS.length] ?? "for_seller";
        await decideClaim(admin, { claimId, decision, words }, now);
        break;
      }
      case "requalify": {
        const to = SITUATIONS[pick % 3] ?? "other";
        const done = await requalifyClaim(seller.scope, { claimId, to, reason: "Erreur." }, now);
        if (done.ok && done.value.result === "applied") situation = to;
        break;
      }
      case "close":
        await closeClaim(seller.scope, { claimId, reason: "settled" }, now);
        break;
      case "reopen":
        await reopenClaim(customer, { claimId, ...words }, now);
        break;
      case "keep": {
        const promises = await withScope(seller.job, (tx) => readCommitments(tx, seller.id, claimId));
        const promise = promises.find(({ status }) => status === "open");
        if (!promise) break;
        const kept = { claimId, commitmentId: promise.id, reference: "REF-1", doneAt: now, amountCents: 10470 };
        await keepPromise(seller.scope, kept, now);
        break;
      }
    }
  }
  return fromEpochMs(at);
}

/** Delivered before the clock changes. */
async function makeEarlierOrder(seller: MadeSeller) {
  const [shippedAt, deliveredAt] = [instant("2026-10-20T08:00:00Z"), instant("2026-10-22T12:00:00Z")];
  const order = await makeOrder(seller, { shippedAt, deliveredAt });
  await withScope(seller.job, (tx) =>
    tx
      .update(orders)
      .set({ placedAt: instant("2026-10-19T08:00:00Z") })
      .where(and(eq(orders.sellerId, seller.id), eq(orders.id, order.id))),
  );
  return order;
}

function after(at: Instant, ms: number): Instant {
  return fromEpochMs(toEpochMs(at) + ms);
}
