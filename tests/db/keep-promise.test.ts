import { afterAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { readCommitments } from "@/db/commands/commitments";
import { keepPromise } from "@/db/commands/keep-promise";
import { openClaim } from "@/db/commands/open-claim";
import { sendReply } from "@/db/commands/send-reply";
import { undoReply } from "@/db/commands/undo-reply";
import { withScope } from "@/db/scope";
import { instant } from "@/lib/calendar/instant";
import type { ReplyInput } from "@/lib/replies/schema";
import { type MadeSeller, makeOrder, makeSeller, memberOf } from "../support/factory";

afterAll(closeDatabase);

const OPENED = instant("2026-11-20T09:00:00Z");
const ANSWERED = instant("2026-11-20T10:00:00Z");
const LATER = instant("2026-11-24T10:00:00Z");
const INQUIRY: ReplyInput = {
  solution: "carrier_inquiry",
  openedOn: "2026-11-20",
  answerOn: "2026-11-25",
  carrier: "Colissimo",
  trackingNumber: "6A15602676300",
};
const REFUND: ReplyInput = { solution: "refund", amountCents: 10470, refundOn: "2026-11-30" };

async function inquired(seller: MadeSeller) {
  const order = await makeOrder(seller, { deliveredAt: null });
  const input = { orderNumber: order.number, situation: "parcel_not_received" as const, message: "Rien reçu." };
  const claim = await openClaim(seller.scope, { input, recordedBy: "seller", locale: "fr" }, OPENED);
  if (!claim.ok) throw new Error(claim.reason);
  const { claimId } = claim.value;
  const sent = await sendReply(seller.scope, { claimId, reply: INQUIRY }, ANSWERED);
  if (!sent.ok) throw new Error(sent.reason);
  const [promise] = await promisesOf(seller, claimId);
  return { claimId, commitmentId: promise?.id ?? "" };
}

function promisesOf(seller: MadeSeller, claimId: string) {
  return withScope(seller.scope, (tx) => readCommitments(tx, seller.id, claimId));
}

describe("keepPromise", () => {
  test("is kept once, at its instant, with what shows it", async () => {
    const seller = await makeSeller();
    const promise = await inquired(seller);
    const done = { ...promise, reference: "Réponse du transporteur n° 12", doneAt: LATER };
    expect(await keepPromise(seller.scope, done, LATER)).toMatchObject({ ok: true });
    expect(await promisesOf(seller, promise.claimId)).toMatchObject([
      { status: "done", doneAt: LATER, doneEvidence: "Réponse du transporteur n° 12" },
    ]);
    expect(await keepPromise(seller.scope, done, LATER)).toEqual({ ok: false, reason: "not_open" });
  });

  test("nothing is kept tomorrow, by a viewer, or by another seller", async () => {
    const [seller, other] = [await makeSeller(), await makeSeller()];
    const promise = await inquired(seller);
    const done = { ...promise, reference: "x", doneAt: LATER };
    expect(await keepPromise(seller.scope, done, ANSWERED)).toMatchObject({ reason: "done_in_future" });
    expect(await keepPromise(memberOf(seller.id, "viewer"), done, LATER)).toMatchObject({ reason: "not_allowed" });
    expect(await keepPromise(other.scope, done, LATER)).toMatchObject({ reason: "not_found" });
  });
});

describe("an answer keeps what the last one promised", () => {
  test("the carrier's news are told by the refund, and are awaited again when it is taken back", async () => {
    const seller = await makeSeller();
    const { claimId } = await inquired(seller);
    const sent = await sendReply(seller.scope, { claimId, reply: REFUND }, LATER);
    if (!sent.ok) throw new Error(sent.reason);
    expect(await promisesOf(seller, claimId)).toMatchObject([
      { kind: "carrier_inquiry", status: "done" },
      { kind: "refund", status: "open" },
    ]);
    await undoReply(seller.scope, { claimId, replyId: sent.value.replyId }, LATER);
    expect(await promisesOf(seller, claimId)).toMatchObject([
      { kind: "carrier_inquiry", status: "open", doneAt: null },
      { kind: "refund", status: "withdrawn" },
    ]);
  });
});
