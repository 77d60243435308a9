import { afterAll, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { lockClaim } from "@/db/commands/claim-state";
import { sendCustomerMessage, sendMessage } from "@/db/commands/messages";
import { openClaim } from "@/db/commands/open-claim";
import { sendReply } from "@/db/commands/send-reply";
import { withScope } from "@/db/scope";
import { instant } from "@/lib/calendar/instant";
import { customerScope } from "@/lib/server/scope";
import { makeOrder, makeSeller } from "../support/factory";

afterAll(closeDatabase);

const WRITTEN = { body: "Bonjour.", locale: "fr" } as const;

test("a message leaves the turn to the customer after the answer, and to the seller before it", async () => {
  const seller = await makeSeller();
  const order = await makeOrder(seller);
  const input = { orderNumber: order.number, situation: "other", message: "Une question." } as const;
  const opened = await openClaim(
    seller.scope,
    { input, recordedBy: "seller", locale: "fr" },
    instant("2026-11-20T09:00:00Z"),
  );
  if (!opened.ok) throw new Error(opened.reason);
  const { claimId } = opened.value;
  const stateOf = async () => (await withScope(seller.scope, (tx) => lockClaim(tx, seller.id, claimId)))?.state;
  const say = (at: string) =>
    sendMessage(seller.scope, { claimId, ...WRITTEN, visibility: "conversation" }, instant(at));
  await say("2026-11-20T09:30:00Z");
  expect(await stateOf()).toBe("to_triage");
  const reply = { solution: "answer_other", message: "Voici." } as const;
  await sendReply(seller.scope, { claimId, reply }, instant("2026-11-20T10:00:00Z"));
  const customer = customerScope({ sellerId: seller.id, orderId: order.id, linkId: claimId, audience: "mailed" });
  await sendCustomerMessage(customer, { claimId, ...WRITTEN }, instant("2026-11-20T11:00:00Z"));
  expect(await stateOf()).toBe("awaiting_seller");
  await say("2026-11-20T12:00:00Z");
  expect(await stateOf()).toBe("awaiting_customer");
});
