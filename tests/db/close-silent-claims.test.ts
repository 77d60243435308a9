import { eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { assignClaim, reopenClaim } from "@/db/commands/claim-life";
import { lockClaim } from "@/db/commands/claim-state";
import { sendCustomerMessage, sendMessage } from "@/db/commands/messages";
import { openClaim } from "@/db/commands/open-claim";
import { sendReply } from "@/db/commands/send-reply";
import { events } from "@/db/schema/journal";
import { mails } from "@/db/schema/mails";
import { withScope } from "@/db/scope";
import { instant } from "@/lib/calendar/instant";
import type { Situation } from "@/lib/claims/claim";
import type { ReplyInput } from "@/lib/replies/schema";
import { closeSilentClaims } from "@/lib/server/close-silent-claims";
import { customerScope } from "@/lib/server/scope";
import { type MadeSeller, makeOrder, makeSeller } from "../support/factory";

afterAll(closeDatabase);

const OPENED = instant("2026-11-02T09:00:00Z");
const ANSWERED = instant("2026-11-02T10:00:00Z");
/** The thirtieth day after 2 November ends in Paris. */
const BOUND = instant("2026-12-02T23:00:00Z");
const LATER = instant("2026-11-05T10:00:00Z");
const JUST_BEFORE = instant("2026-12-02T22:59:59Z");
const ANSWER: ReplyInput = { solution: "answer_other", message: "Voici." };

async function claimOf(seller: MadeSeller, situation: Situation = "other", reply: ReplyInput | null = ANSWER) {
  const order = await makeOrder(seller);
  const input = { orderNumber: order.number, situation, message: "Une question." };
  const opened = await openClaim(seller.scope, { input, recordedBy: "seller", locale: "fr" }, OPENED);
  if (!opened.ok) throw new Error(opened.reason);
  const { claimId } = opened.value;
  if (reply) {
    const sent = await sendReply(seller.scope, { claimId, reply }, ANSWERED);
    if (!sent.ok) throw new Error(JSON.stringify(sent));
  }
  const customer = customerScope({ sellerId: seller.id, orderId: order.id, linkId: claimId, audience: "mailed" });
  return { claimId, customer };
}

const stateOf = async (seller: MadeSeller, claimId: string) =>
  (await withScope(seller.scope, (tx) => lockClaim(tx, seller.id, claimId)))?.state;

test("an answered claim closes after the policy's days, once, and its customer is told", async () => {
  const seller = await makeSeller();
  const { claimId, customer } = await claimOf(seller);
  await closeSilentClaims(JUST_BEFORE);
  expect(await stateOf(seller, claimId)).toBe("awaiting_customer");
  expect(await closeSilentClaims(BOUND)).toBe(1);
  expect(await closeSilentClaims(BOUND)).toBe(0);
  expect(await stateOf(seller, claimId)).toBe("closed");
  const { told, journaled } = await withScope(seller.scope, async (tx) => ({
    told: await tx.select({ recipient: mails.recipient }).from(mails).where(eq(mails.template, "claim_closed")),
    journaled: await tx.select({ actor: events.actor }).from(events).where(eq(events.type, "claim_closed")),
  }));
  expect(told).toEqual([{ recipient: "jeanne@example.org" }]);
  expect(journaled).toEqual([{ actor: "system:close_silent_claims" }]);
  expect((await reopenClaim(customer, { claimId, message: "Encore une question." }, BOUND)).ok).toBe(true);
});

test("what is unanswered, promised, owed or spoken of since stays open", async () => {
  const seller = await makeSeller();
  const unanswered = await claimOf(seller, "other", null);
  const promised = await claimOf(seller, "damaged", {
    solution: "replacement",
    goods: "kept",
    expectedOn: "2026-11-20",
    alsoOffered: ["repair"],
  });
  const owed = await claimOf(seller, "parcel_not_received", {
    solution: "parcel_in_transit",
    expectedOn: "2026-11-06",
    lastEvent: "En cours d’acheminement",
    carrier: "Colissimo",
    trackingNumber: "6A15602676300",
    trackingUrl: "https://www.laposte.fr/outils/suivre-vos-envois?code=6A15602676300",
  });
  const written = await claimOf(seller);
  await sendCustomerMessage(written.customer, { claimId: written.claimId, body: "Et ?", locale: "fr" }, LATER);
  const spoken = await claimOf(seller);
  const word = { claimId: spoken.claimId, body: "Tout va bien ?", locale: "fr", visibility: "conversation" } as const;
  await sendMessage(seller.scope, word, LATER);
  expect(await closeSilentClaims(BOUND)).toBe(0);
  for (const { claimId } of [unanswered, promised, owed, written, spoken]) {
    expect(await stateOf(seller, claimId)).not.toBe("closed");
  }
  expect(await closeSilentClaims(instant("2026-12-05T23:00:00Z"))).toBe(1);
  expect(await stateOf(seller, spoken.claimId)).toBe("closed");
});

test("a note or a change of who follows it is no news", async () => {
  const seller = await makeSeller();
  const { claimId } = await claimOf(seller);
  const note = { claimId, body: "À suivre.", locale: "fr", visibility: "internal" } as const;
  await sendMessage(seller.scope, note, LATER);
  await assignClaim(seller.scope, { claimId, userId: null }, LATER);
  expect(await closeSilentClaims(BOUND)).toBe(1);
});
