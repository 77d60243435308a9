import { afterAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { answerRequalification } from "@/db/commands/answer-requalification";
import { lockClaim } from "@/db/commands/claim-state";
import { openClaim } from "@/db/commands/open-claim";
import { requalifyClaim } from "@/db/commands/requalify-claim";
import { sendReply } from "@/db/commands/send-reply";
import { readClocks } from "@/db/queries/clock-facts";
import { withScope } from "@/db/scope";
import { instant } from "@/lib/calendar/instant";
import type { Situation } from "@/lib/claims/claim";
import { clockState, effectiveDue } from "@/lib/deadlines/clock";
import type { ReplyInput } from "@/lib/replies/schema";
import { customerScope } from "@/lib/server/scope";
import { makeOrder, makeSeller } from "../support/factory";

afterAll(closeDatabase);

/** A Monday: the last day of the withdrawal period, the parcel having come on 2 November. */
const OPENED = instant("2026-11-16T09:00:00Z");
const ASKED = instant("2026-11-17T09:00:00Z");
const AGREED = instant("2026-11-17T16:00:00Z");
const BACK = instant("2026-11-18T09:00:00Z");
/** The marketplace's two working days are over. */
const LATE = instant("2026-11-20T09:00:00Z");

const RETURN: ReplyInput = {
  solution: "return_procedure",
  returnAddress: { name: "SAV", line1: "1 rue du Port", postcode: "44000", city: "Nantes", country: "France" },
  returnReference: "R-1",
  sendBeforeOn: "2026-11-30",
  costBearer: "customer",
  packing: "Dans un carton.",
  nextStep: "Nous vous remboursons.",
  nextStepOn: "2026-12-08",
  refundMethod: "original_payment",
  contact: "01 23 45 67 89",
};

async function open(situation: Situation) {
  const seller = await makeSeller();
  const order = await makeOrder(seller);
  const input = { orderNumber: order.number, situation, message: "La lampe est fendue, je la rends." };
  const opened = await openClaim(seller.scope, { input, recordedBy: "customer", locale: "fr" }, OPENED);
  if (!opened.ok) throw new Error(opened.reason);
  const { claimId, orderId } = opened.value;
  const customer = customerScope({ sellerId: seller.id, orderId, linkId: claimId, audience: "mailed" });

  const requalify = (to: Situation, at: typeof ASKED) =>
    requalifyClaim(seller.scope, { claimId, to, reason: "Vous écrivez l’un et l’autre." }, at);

  /** Towards the withdrawal only the customer goes: they are asked, and answer. */
  const withConsent = async (answer: "given" | "refused", asked: typeof ASKED, at: typeof ASKED) => {
    const question = await requalify("no_longer_wanted", asked);
    if (!question.ok || question.value.result !== "asked") throw new Error(JSON.stringify(question));
    const { requalificationId } = question.value;
    const said = await answerRequalification(customer, { claimId, requalificationId, answer }, at);
    if (!said.ok) throw new Error(said.reason);
  };

  const facts = (at: typeof ASKED) =>
    withScope(seller.scope, async (tx) => {
      const claim = await lockClaim(tx, seller.id, claimId);
      const clocks = await readClocks(tx, seller.id, claimId);
      const told = clocks.map((clock) => {
        const due = effectiveDue(clock)?.dueOn ?? "-";
        return [clock.kind, clockState(clock, at), clock.startsAt.slice(0, 10), due].join(" ");
      });
      return { situation: claim?.situation, phase: claim?.phase, state: claim?.state, clocks: told.sort() };
    });
  const answer = async () => {
    const sent = await sendReply(seller.scope, { claimId, reply: RETURN }, ASKED);
    if (!sent.ok) throw new Error(JSON.stringify(sent));
  };
  return { requalify, withConsent, facts, answer };
}

/** Kind, state, first day and last day: what is the same wherever the claim is a withdrawal, or damaged goods. */
const WITHDRAWAL = [
  "goods_return running 2026-11-16 2026-11-30",
  "withdrawal_period met 2026-11-02 2026-11-16",
  "withdrawal_refund running 2026-11-16 -",
];
const CONFORMITY = ["conformity_remedy running 2026-11-16 2026-12-16", "legal_guarantee running 2026-11-02 2028-11-02"];
const REPLY = "reply running 2026-11-16 2026-11-18";
const cancelled = (clocks: readonly string[]) => clocks.map((clock) => clock.replace(" running ", " cancelled "));
const inAnyOrder = (...clocks: readonly string[]) => clocks.toSorted();

describe("a withdrawal that is one of damaged goods", () => {
  test("is so at once, from the first instant; the statement stays made", async () => {
    const claim = await open("no_longer_wanted");
    expect((await claim.facts(ASKED)).clocks).toEqual(inAnyOrder(REPLY, ...WITHDRAWAL));
    expect(await claim.requalify("damaged", ASKED)).toMatchObject({ ok: true, value: { result: "applied" } });
    expect(await claim.facts(ASKED)).toEqual({
      situation: "damaged",
      phase: null,
      state: "awaiting_seller",
      clocks: inAnyOrder(REPLY, ...cancelled([REPLY]), ...CONFORMITY, ...cancelled(WITHDRAWAL)),
    });
  });

  test("becomes a withdrawal again with the customer's yes, in the phase of the day they stated it", async () => {
    const claim = await open("no_longer_wanted");
    await claim.requalify("damaged", ASKED);
    await claim.withConsent("given", AGREED, BACK);
    const [goodsReturn, period, refund] = WITHDRAWAL;
    expect(await claim.facts(BACK)).toEqual({
      situation: "no_longer_wanted",
      phase: "withdrawal_period",
      state: "awaiting_seller",
      clocks: inAnyOrder(
        REPLY,
        ...cancelled([REPLY, REPLY, `${goodsReturn}`, `${refund}`, ...CONFORMITY]),
        `${goodsReturn}`,
        `${period}`,
        `${refund}`,
      ),
    });
  });

  test("keeps what was answered and promised, and asks for an answer to the right situation", async () => {
    const claim = await open("no_longer_wanted");
    await claim.answer();
    await claim.requalify("damaged", BACK);
    const [goodsReturn, period, refund] = WITHDRAWAL;
    // The return keeps the day it was promised for; the window of the law goes with the withdrawal.
    expect((await claim.facts(BACK)).clocks).toEqual(
      inAnyOrder(
        "next_reply running 2026-11-18 2026-11-20",
        "reply met 2026-11-16 2026-11-18",
        ...CONFORMITY,
        ...cancelled([`${goodsReturn}`]),
        `${period}`,
        `${refund}`,
      ),
    );
  });
});

describe("damaged goods that the customer rather gives back", () => {
  test("stay damaged goods after a no: no clock was touched", async () => {
    const claim = await open("damaged");
    await claim.withConsent("refused", ASKED, AGREED);
    const { situation, clocks } = await claim.facts(AGREED);
    expect([situation, clocks]).toEqual(["damaged", inAnyOrder(REPLY, ...CONFORMITY)]);
  });

  test("are a withdrawal after a yes, stated in time however late the yes", async () => {
    const claim = await open("damaged");
    await claim.withConsent("given", ASKED, BACK);
    expect(await claim.facts(BACK)).toEqual({
      situation: "no_longer_wanted",
      phase: "withdrawal_period",
      state: "awaiting_seller",
      clocks: inAnyOrder(REPLY, ...cancelled([REPLY, ...CONFORMITY]), ...WITHDRAWAL),
    });
  });
});

test.each([
  { from: "no_longer_wanted", gone: cancelled(WITHDRAWAL), come: CONFORMITY },
  { from: "damaged", gone: cancelled(CONFORMITY), come: WITHDRAWAL },
] as const)("a reply that $from left overdue stays overdue, once", async ({ from, gone, come }) => {
  const claim = await open(from);
  if (from === "damaged") await claim.withConsent("given", LATE, LATE);
  else await claim.requalify("damaged", LATE);
  const { clocks } = await claim.facts(LATE);
  expect(clocks).toEqual(inAnyOrder("reply missed 2026-11-16 2026-11-18", ...gone, ...come));
});
