import { afterAll, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { openClaim } from "@/db/commands/open-claim";
import { recordRefund } from "@/db/commands/record-refund";
import { sendReply } from "@/db/commands/send-reply";
import { undoReply } from "@/db/commands/undo-reply";
import { instant } from "@/lib/calendar/instant";
import { refundSchema } from "@/lib/orders/schema";
import type { ReplyInput } from "@/lib/replies/schema";
import { type MadeSeller, makeOrder, makeSeller } from "../support/factory";
import { promiseFacts } from "./support/open-promise";

afterAll(closeDatabase);

const OPENED = instant("2026-11-20T09:00:00Z");
const ANSWERED = instant("2026-11-20T10:00:00Z");
const PAID = instant("2026-11-24T10:00:00Z");

const RETURN: ReplyInput = {
  solution: "return_procedure",
  returnAddress: { name: "Atelier Vauban", line1: "1 rue de la Paix", postcode: "69001", city: "Lyon", country: "FR" },
  returnReference: "R-1001",
  sendBeforeOn: "2026-12-07",
  packing: "Dans un carton solide.",
  nextStep: "Nous vérifions le colis.",
  nextStepOn: "2026-12-14",
  contact: "04 72 00 00 00",
  costBearer: "seller",
  returnMeans: "customer_advances",
  advanceRefundOn: "2026-12-01",
  outcome: "replacement",
  alsoOffered: ["repair"],
};

async function returned(seller: MadeSeller) {
  const order = await makeOrder(seller);
  const input = { orderNumber: order.number, situation: "damaged" as const, message: "La lampe est fendue." };
  const claim = await openClaim(seller.scope, { input, recordedBy: "seller", locale: "fr" }, OPENED);
  if (!claim.ok) throw new Error(claim.reason);
  const { claimId } = claim.value;
  const sent = await sendReply(seller.scope, { claimId, reply: RETURN }, ANSWERED);
  if (!sent.ok) throw new Error(JSON.stringify(sent));
  return { claimId, number: order.number, replyId: sent.value.replyId };
}

test("the cost the customer advances has its fourteen days from the answer, and is met by its refund", async () => {
  const seller = await makeSeller();
  const { claimId, number } = await returned(seller);
  const { promises, clocks } = await promiseFacts(seller, claimId, PAID);
  expect(clocks).toMatchObject({ return_cost_refund: "running" });
  expect(promises.find(({ kind }) => kind === "return_cost")?.clockId).not.toBeNull();
  const refund = refundSchema.parse({ amountCents: 790, method: "card", reference: "VIR-1", paidAt: PAID });
  expect(await recordRefund(seller.scope, { number, refund }, PAID)).toMatchObject({
    value: { fulfilled: [{ kind: "return_cost" }] },
  });
  expect(await promiseFacts(seller, claimId, PAID)).toMatchObject({ clocks: { return_cost_refund: "met" } });
});

test("an answer taken back starts nothing", async () => {
  const seller = await makeSeller();
  const { claimId, replyId } = await returned(seller);
  expect(await undoReply(seller.scope, { claimId, replyId }, ANSWERED)).toMatchObject({ ok: true });
  expect(await promiseFacts(seller, claimId, PAID)).toMatchObject({
    clocks: { reply: "running", return_cost_refund: "cancelled" },
  });
});
