import { eq } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { answerReply } from "@/db/commands/answer-reply";
import { remindCustomers } from "@/db/commands/customer-reminders";
import { openClaim } from "@/db/commands/open-claim";
import { sendReply } from "@/db/commands/send-reply";
import { withdrawOffer } from "@/db/commands/withdraw-offer";
import { findClaimPage } from "@/db/queries/claim-page";
import { mails } from "@/db/schema/mails";
import { replies } from "@/db/schema/replies";
import { withScope } from "@/db/scope";
import { instant } from "@/lib/calendar/instant";
import type { ReplyInput } from "@/lib/replies/schema";
import { customerScope, sweepScope } from "@/lib/server/scope";
import { makeOrder, makeSeller, memberOf } from "../../support/factory";
import { testDatabase } from "../../support/test-database";
import { atOnce } from "../support/held-claim";
import { promiseFacts } from "../support/open-promise";

const db = testDatabase();
afterAll(async () => {
  await db.close();
  await closeDatabase();
});

const OPENED = instant("2026-11-20T09:00:00Z");
const ANSWERED = instant("2026-11-20T10:00:00Z");
const LATER = instant("2026-11-20T11:00:00Z");
const TOLD = { message: "Nous retirons cette proposition.", locale: "fr" };
const GESTURE: ReplyInput = {
  solution: "goodwill_gesture",
  message: "Nous vous proposons un geste.",
  gestureNature: "price_reduction",
  gestureDescription: "une réduction",
  amountCents: 800,
  doneOn: "2026-11-27",
  alsoOffered: ["completion", "refund"],
};

/** A gesture the customer has read and may accept, by as many acts as a test likes. */
async function offered() {
  const seller = await makeSeller();
  const order = await makeOrder(seller);
  const input = { orderNumber: order.number, situation: "missing_item" as const, message: "Il manque un pied." };
  const claim = await openClaim(seller.scope, { input, recordedBy: "seller", locale: "fr" }, OPENED);
  if (!claim.ok) throw new Error(claim.reason);
  const { claimId } = claim.value;
  const sent = await sendReply(seller.scope, { claimId, reply: GESTURE }, ANSWERED);
  if (!sent.ok) throw new Error(JSON.stringify(sent));
  const of = { claimId, replyId: sent.value.replyId };
  const link = customerScope({ sellerId: seller.id, orderId: order.id, linkId: claimId, audience: "mailed" });
  const say = (kind: "accepted" | "refused") => async () => {
    const said = await answerReply(link, { ...of, answer: { kind } }, LATER);
    return said.ok ? kind : said.reason;
  };
  const withdraw = async () => {
    const done = await withdrawOffer(seller.scope, { ...of, ...TOLD }, LATER);
    return done.ok ? "withdrawn" : done.reason;
  };
  const run = (...acts: readonly (() => Promise<string>)[]) => atOnce(db, { table: "claims", id: claimId }, acts);
  return { seller, ...of, say, withdraw, run };
}

async function factsOf({ seller, claimId, replyId }: Awaited<ReturnType<typeof offered>>) {
  const { promises, clocks, state } = await promiseFacts(seller, claimId, LATER);
  const [reply] = await withScope(seller.scope, (tx) => tx.select().from(replies).where(eq(replies.id, replyId)));
  const written = await db.superuser<{ type: string }[]>`select type from events
    where stream_id = ${claimId} and type in ('reply_answered', 'offer_withdrawn')`;
  return {
    promises: promises.map(({ status }) => status),
    nextReply: clocks.next_reply ?? null,
    state,
    answer: reply?.customerAnswer ?? null,
    withdrawnAt: reply?.withdrawnAt ?? null,
    acts: written.map(({ type }) => type),
  };
}

describe("a gesture accepted while its seller withdraws it", () => {
  test("the yes was first: it binds, and the withdrawal is told so", async () => {
    const offer = await offered();
    expect(await offer.run(offer.say("accepted"), offer.withdraw)).toEqual(["accepted", "already_answered"]);
    expect(await factsOf(offer)).toEqual({
      promises: ["open"],
      nextReply: null,
      state: "awaiting_customer",
      answer: "accepted",
      withdrawnAt: null,
      acts: ["reply_answered"],
    });
  });

  test("the withdrawal was first: there is nothing left to accept, and another answer is due", async () => {
    const offer = await offered();
    expect(await offer.run(offer.withdraw, offer.say("accepted"))).toEqual(["withdrawn", "offer_withdrawn"]);
    expect(await factsOf(offer)).toEqual({
      promises: ["withdrawn"],
      nextReply: "running",
      state: "awaiting_seller",
      answer: null,
      withdrawnAt: LATER,
      acts: ["offer_withdrawn"],
    });
  });
});

describe("two answers of the customer at once", () => {
  test("two acceptances are one", async () => {
    const offer = await offered();
    const both = await offer.run(offer.say("accepted"), offer.say("accepted"));
    expect(both).toEqual(["accepted", "already_answered"]);
    expect(await factsOf(offer)).toMatchObject({ promises: ["open"], acts: ["reply_answered"] });
  });

  test.each([
    { first: "accepted", second: "refused", promises: ["open"], nextReply: null },
    { first: "refused", second: "accepted", promises: ["refused"], nextReply: "running" },
  ] as const)("$first, then $second: the first counts", async ({ first, second, promises, nextReply }) => {
    const offer = await offered();
    expect(await offer.run(offer.say(first), offer.say(second))).toEqual([first, "already_answered"]);
    expect(await factsOf(offer)).toMatchObject({ promises, nextReply, answer: first, acts: ["reply_answered"] });
  });
});

describe("withdrawOffer", () => {
  test("once: two withdrawals at once are one, told to the customer in one message", async () => {
    const offer = await offered();
    expect(await offer.run(offer.withdraw, offer.withdraw)).toEqual(["withdrawn", "not_an_offer"]);
    expect(await factsOf(offer)).toMatchObject({ acts: ["offer_withdrawn"] });
    const page = await findClaimPage(offer.seller.scope, offer.claimId, LATER);
    expect(page?.messages.filter(({ author }) => author === "seller")).toMatchObject([{ body: TOLD.message }]);
    const told = await withScope(offer.seller.job, (tx) =>
      tx.select({ template: mails.template }).from(mails).where(eq(mails.claimId, offer.claimId)),
    );
    expect(told.filter(({ template }) => template === "message_to_customer")).toHaveLength(1);
  });

  test("is refused for an answer nobody has read, a viewer, another seller and what is no offer", async () => {
    const { seller, claimId, replyId } = await offered();
    const of = { claimId, replyId, ...TOLD };
    expect(await withdrawOffer(seller.scope, of, ANSWERED)).toMatchObject({ reason: "answer_leaving" });
    expect(await withdrawOffer(memberOf(seller.id, "viewer"), of, LATER)).toMatchObject({ reason: "not_allowed" });
    const stranger = await makeSeller();
    expect(await withdrawOffer(stranger.scope, of, LATER)).toMatchObject({ reason: "not_found" });
    await db.superuser`update replies set solution = 'ship_missing_item' where id = ${replyId}`;
    expect(await withdrawOffer(seller.scope, of, LATER)).toMatchObject({ reason: "not_an_offer" });
  });

  test("nobody is reminded to say yes to it", async () => {
    const offer = await offered();
    await offer.withdraw();
    await db.superuser`update claims set state = 'awaiting_customer' where id = ${offer.claimId}`;
    await remindCustomers(sweepScope("remind_customers"), instant("2026-11-24T10:00:00Z"));
    const sent = await withScope(offer.seller.job, (tx) =>
      tx.select({ key: mails.dedupeKey }).from(mails).where(eq(mails.claimId, offer.claimId)),
    );
    expect(sent.filter(({ key }) => key.includes(":reminder:reply:"))).toEqual([]);
  });
});
