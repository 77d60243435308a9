import { eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { afterAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { answerReply } from "@/db/commands/answer-reply";
import { answerRequalification } from "@/db/commands/answer-requalification";
import { escalateClaim, reopenClaim } from "@/db/commands/claim-life";
import { confirmParcel, contestDelivery, recordAnswerOpened } from "@/db/commands/customer-acts";
import { recordIntake } from "@/db/commands/intake";
import { sendCustomerMessage } from "@/db/commands/messages";
import { openClaim } from "@/db/commands/open-claim";
import { attestNonReceipt } from "@/db/commands/proof-contests";
import { sendReply } from "@/db/commands/send-reply";
import { events } from "@/db/schema/journal";
import { withScope } from "@/db/scope";
import type { CustomerScope } from "@/lib/auth/scope";
import { isoDate } from "@/lib/calendar/civil-day";
import { instant } from "@/lib/calendar/instant";
import { customerScope } from "@/lib/server/scope";
import { type MadeSeller, makeOrder, makeSeller } from "../../support/factory";

afterAll(closeDatabase);

const OPENED = instant("2026-11-20T09:00:00Z");
const ANSWERED = instant("2026-11-20T10:00:00Z");
const LATER = instant("2026-11-21T11:00:00Z");
const WORDS = { body: "C’est moi qui l’écris.", locale: "fr" };

type Ids = { readonly claimId: string; readonly replyId: string };
type Answer = Promise<{ readonly ok: boolean; readonly reason?: string }>;

/** Every command behind a form of the customer's pages that names a claim. */
const ACTS: Readonly<Record<string, (scope: CustomerScope, ids: Ids) => Answer>> = {
  accept: (scope, ids) => answerReply(scope, { ...ids, answer: { kind: "accepted" } }, LATER),
  refuse: (scope, ids) => answerReply(scope, { ...ids, answer: { kind: "refused" } }, LATER),
  choose: (scope, ids) => answerReply(scope, { ...ids, answer: { kind: "chosen", remedy: "refund" } }, LATER),
  read: (scope, ids) => recordAnswerOpened(scope, ids, LATER),
  write: (scope, { claimId }) => sendCustomerMessage(scope, { claimId, ...WORDS }, LATER),
  receive: (scope, { claimId }) =>
    confirmParcel(scope, { claimId, receivedOn: isoDate("2026-11-20"), words: WORDS }, LATER),
  contest: (scope, { claimId }) => contestDelivery(scope, { claimId, words: WORDS }, LATER),
  attest: (scope, { claimId }) => attestNonReceipt(scope, { claimId, signatory: "Jeanne Moreau", words: WORDS }, LATER),
  help: (scope, { claimId }) => escalateClaim(scope, { claimId, message: WORDS.body, locale: "fr" }, LATER),
  reopen: (scope, { claimId }) => reopenClaim(scope, { claimId, message: WORDS.body, locale: "fr" }, LATER),
  consent: (scope, { claimId, replyId }) =>
    answerRequalification(scope, { claimId, requalificationId: replyId, answer: "given" }, LATER),
  precise: (scope, { claimId }) =>
    recordIntake(
      scope,
      { claimId, answers: [{ id: uuidv7(), question: "wish", answer: "refund", answeredAt: LATER }] },
      LATER,
    ),
};

/** A parcel not received, answered by a refund that waits for a yes. */
async function answered(seller: MadeSeller) {
  const order = await makeOrder(seller, { deliveredAt: null });
  const input = { orderNumber: order.number, situation: "parcel_not_received", message: "Rien reçu." } as const;
  const claim = await openClaim(seller.scope, { input, recordedBy: "customer", locale: "fr" }, OPENED);
  if (!claim.ok) throw new Error(claim.reason);
  const { claimId } = claim.value;
  const reply = {
    solution: "refund",
    message: "Nous vous remboursons.",
    amountCents: 10470,
    refundOn: "2026-11-25",
    refundMethod: "original_payment",
  } as const;
  const sent = await sendReply(seller.scope, { claimId, reply }, ANSWERED);
  if (!sent.ok) throw new Error(sent.reason);
  const link = { sellerId: seller.id, orderId: order.id, linkId: uuidv7(), audience: "mailed" } as const;
  return { claimId, replyId: sent.value.replyId, customer: customerScope(link) };
}

function journalOf(seller: MadeSeller, claimId: string) {
  return withScope(seller.scope, (tx) =>
    tx.select({ type: events.type }).from(events).where(eq(events.streamId, claimId)),
  );
}

describe.each(Object.entries(ACTS))("%s", (_name, act) => {
  test("with another order's claim, another seller's, or one that is none, is not found and changes nothing", async () => {
    const seller = await makeSeller();
    const theirs = await answered(seller);
    const neighbour = await answered(seller);
    const stranger = await answered(await makeSeller());
    const before = await journalOf(seller, theirs.claimId);
    for (const { customer, ...own } of [neighbour, stranger]) {
      const forged = [theirs, { ...own, claimId: theirs.claimId }, { claimId: uuidv7(), replyId: uuidv7() }];
      for (const ids of forged) expect(await act(customer, ids)).toMatchObject({ ok: false, reason: "not_found" });
    }
    expect(await journalOf(seller, theirs.claimId)).toEqual(before);
  });
});

test.each([["accept"], ["refuse"], ["choose"], ["read"], ["consent"]])(
  "%s with the holder's own claim and an answer of another one is not found",
  async (name) => {
    const seller = await makeSeller();
    const [theirs, own] = [await answered(seller), await answered(seller)];
    const outcome = await ACTS[name]?.(own.customer, { claimId: own.claimId, replyId: theirs.replyId });
    expect(outcome).toMatchObject({ ok: false, reason: "not_found" });
  },
);
