import { eq } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { answerRequalification } from "@/db/commands/answer-requalification";
import { closeClaim } from "@/db/commands/claim-life";
import { lockClaim } from "@/db/commands/claim-state";
import { readWithdrawal } from "@/db/commands/message-withdrawal";
import { sendCustomerMessage } from "@/db/commands/messages";
import { openClaim } from "@/db/commands/open-claim";
import { requalifyClaim } from "@/db/commands/requalify-claim";
import { sendReply } from "@/db/commands/send-reply";
import { withdrawQuestion } from "@/db/commands/withdraw-question";
import { readClocks } from "@/db/queries/clock-facts";
import { listOnTimeFigures } from "@/db/queries/compliance";
import { readFigures } from "@/db/queries/figures";
import { listClockEvents } from "@/db/queries/journal";
import { mails } from "@/db/schema/mails";
import { messages } from "@/db/schema/messages";
import { requalifications } from "@/db/schema/requalifications";
import { withScope } from "@/db/scope";
import { isoDate } from "@/lib/calendar/civil-day";
import { instant } from "@/lib/calendar/instant";
import type { Situation } from "@/lib/claims/claim";
import { sharesOf } from "@/lib/compliance/counted";
import { onTimeFigures } from "@/lib/compliance/figures";
import { clocksFromJournal } from "@/lib/compliance/from-journal";
import { clockState } from "@/lib/deadlines/clock";
import { adminScope, customerScope } from "@/lib/server/scope";
import { type MadeSeller, makeOrder, makeSeller, memberOf } from "../support/factory";

afterAll(closeDatabase);

const OPENED = instant("2026-11-16T09:00:00Z");
/** The last day of the withdrawal period. */
const SAID = instant("2026-11-16T15:00:00Z");
const NOW = instant("2026-11-17T10:00:00Z");
const auditor = adminScope({ role: "auditor", actor: { kind: "operator", userId: "0" } });
const LATER = instant("2026-11-18T10:00:00Z");

async function open(seller: MadeSeller, situation: Situation, orderNumber?: string) {
  const order = orderNumber ? { id: "", number: orderNumber } : await makeOrder(seller);
  const input = { orderNumber: order.number, situation, message: "Bonjour, je voudrais le rendre." };
  const opened = await openClaim(seller.scope, { input, recordedBy: "customer", locale: "fr" }, OPENED);
  if (!opened.ok) throw new Error(opened.reason);
  const { claimId, orderId } = opened.value;
  const link = customerScope({ sellerId: seller.id, orderId, linkId: claimId, audience: "mailed" });
  return { claimId, number: order.number, customer: link };
}

async function factsOf(seller: MadeSeller, claimId: string, at = NOW) {
  return withScope(seller.scope, async (tx) => {
    const claim = await lockClaim(tx, seller.id, claimId);
    const clocks = await readClocks(tx, seller.id, claimId);
    return {
      claim,
      clocks: clocks.map((clock) => [clock.kind, clockState(clock, at), clock.startsAt]),
      asked: await tx.select().from(requalifications),
    };
  });
}

const REASON = "Le colis est arrivé, mais la lampe est fendue.";
const to = (claimId: string, situation: Situation) => ({ claimId, to: situation, reason: REASON });

describe("a claim of the wrong situation", () => {
  test("gets the clocks of the right one from its first instants", async () => {
    const seller = await makeSeller();
    const { claimId } = await open(seller, "parcel_not_received");
    expect(await requalifyClaim(seller.scope, to(claimId, "damaged"), NOW)).toMatchObject({
      ok: true,
      value: { result: "applied" },
    });
    const { claim, clocks, asked } = await factsOf(seller, claimId);
    expect(claim).toMatchObject({ situation: "damaged", phase: null, state: "awaiting_seller", receivedAt: OPENED });
    expect(new Set(clocks.map(String))).toEqual(
      new Set([
        `reply,cancelled,${OPENED}`,
        `proof_of_delivery,cancelled,${OPENED}`,
        `reply,running,${OPENED}`,
        `conformity_remedy,running,${OPENED}`,
        "legal_guarantee,running,2026-11-02T13:00:00.000Z",
      ]),
    );
    expect(asked).toMatchObject([{ consent: "not_needed", reason: REASON, appliedAt: NOW }]);
    const period = { fromOn: isoDate(OPENED.slice(0, 10)), toOn: isoDate(LATER.slice(0, 10)), sellerId: seller.id };
    expect(sharesOf(await readFigures(auditor, period, LATER)).requalified).toEqual({ part: 1, whole: 1 });
  });

  test("is asked for a new answer when the wrong one was answered, and its met clock stays met", async () => {
    const seller = await makeSeller();
    const { claimId } = await open(seller, "other");
    const reply = { solution: "answer_other", message: "Voici." } as const;
    await sendReply(seller.scope, { claimId, reply }, instant("2026-11-16T10:00:00Z"));
    await requalifyClaim(seller.scope, to(claimId, "broken_down"), NOW);
    const { claim, clocks } = await factsOf(seller, claimId);
    expect(claim).toMatchObject({ situation: "broken_down", state: "awaiting_seller" });
    expect(clocks.filter(([kind]) => kind === "reply")).toMatchObject([["reply", "met", OPENED]]);
    expect(clocks.filter(([kind]) => kind === "next_reply")).toMatchObject([["next_reply", "running", NOW]]);
  });

  test("leaves an overdue reply late, once, and figures equal to the journal's", async () => {
    const seller = await makeSeller();
    const { claimId } = await open(seller, "parcel_not_received");
    const late = instant("2026-11-24T10:00:00Z");
    await requalifyClaim(seller.scope, to(claimId, "damaged"), late);
    await requalifyClaim(seller.scope, to(claimId, "parcel_not_received"), instant("2026-11-24T11:00:00Z"));
    await requalifyClaim(seller.scope, to(claimId, "wrong_product"), instant("2026-11-24T12:00:00Z"));
    const { clocks } = await factsOf(seller, claimId, late);
    expect(clocks.filter(([kind]) => kind === "reply")).toMatchObject([["reply", "missed", OPENED]]);
    const window = { from: instant("2026-11-01T00:00:00Z"), to: instant("2026-12-31T00:00:00Z") };
    const end = instant("2026-12-20T12:00:00Z");
    const rows = await listOnTimeFigures(seller.scope, window, end);
    expect(rows.map(({ situation }) => situation)).toEqual(["wrong_product"]);
    const recomputed = onTimeFigures(clocksFromJournal(await listClockEvents(seller.scope)), window, end);
    expect(rows[0]).toMatchObject({ due: recomputed.due, met: recomputed.met, overdue: recomputed.overdue });
  });
});

describe("a change the customer would lose by", () => {
  test("waits for their yes, then counts from the first instants", async () => {
    const seller = await makeSeller();
    const { claimId, customer } = await open(seller, "damaged");
    const question = await requalifyClaim(seller.scope, to(claimId, "no_longer_wanted"), NOW);
    expect(question).toMatchObject({ ok: true, value: { result: "asked" } });
    if (!question.ok) return;
    expect((await factsOf(seller, claimId)).claim?.situation).toBe("damaged");
    expect(await requalifyClaim(seller.scope, to(claimId, "other"), NOW)).toMatchObject({ reason: "already_asked" });
    const { requalificationId } = question.value;
    expect(await answerRequalification(customer, { claimId, requalificationId, answer: "given" }, LATER)).toMatchObject(
      {
        ok: true,
      },
    );
    const { claim, clocks, asked } = await factsOf(seller, claimId, LATER);
    expect(claim).toMatchObject({ situation: "no_longer_wanted", phase: "withdrawal_period", statementSentAt: OPENED });
    expect(clocks.map(String)).toContain(`withdrawal_refund,running,${OPENED}`);
    expect(clocks.map(String)).toContain(`goods_return,running,${OPENED}`);
    expect(asked).toMatchObject([{ consent: "given", decidedAt: LATER, appliedAt: LATER }]);
    expect(
      await answerRequalification(customer, { claimId, requalificationId, answer: "refused" }, LATER),
    ).toMatchObject({ reason: "already_answered" });
  });

  test("changes nothing when they say no", async () => {
    const seller = await makeSeller();
    const { claimId, customer } = await open(seller, "parcel_not_received");
    const question = await requalifyClaim(seller.scope, to(claimId, "other"), NOW);
    if (!question.ok) throw new Error(question.reason);
    const answer = { claimId, requalificationId: question.value.requalificationId, answer: "refused" } as const;
    const stranger = await open(await makeSeller(), "damaged");
    expect(await answerRequalification(stranger.customer, answer, LATER)).toMatchObject({ reason: "not_found" });
    await answerRequalification(customer, answer, LATER);
    const { claim, clocks, asked } = await factsOf(seller, claimId, LATER);
    expect(claim?.situation).toBe("parcel_not_received");
    expect(clocks.map(([, state]) => state)).toEqual(["running", "running"]);
    expect(asked).toMatchObject([{ consent: "refused", appliedAt: null }]);
  });

  test("is taken back by the seller before the answer, its waiting mail with it, and may be put again", async () => {
    const seller = await makeSeller();
    const { claimId, customer } = await open(seller, "damaged");
    const question = await requalifyClaim(seller.scope, to(claimId, "no_longer_wanted"), NOW);
    if (!question.ok) throw new Error(question.reason);
    const { requalificationId } = question.value;
    const takeBack = (scope = seller.scope) => withdrawQuestion(scope, { claimId, requalificationId }, LATER);
    expect(await takeBack((await makeSeller()).scope)).toMatchObject({ reason: "not_found" });
    expect(await takeBack()).toMatchObject({ ok: true });
    expect(await takeBack()).toMatchObject({ reason: "already_answered" });
    const answer = { claimId, requalificationId, answer: "given" } as const;
    expect(await answerRequalification(customer, answer, LATER)).toMatchObject({ reason: "not_found" });
    const { claim, asked } = await factsOf(seller, claimId, LATER);
    expect([claim?.situation, asked[0]?.consent]).toEqual(["damaged", "withdrawn"]);
    const [mail] = await withScope(seller.scope, (tx) =>
      tx.select({ status: mails.status }).from(mails).where(eq(mails.template, "requalification_asked")),
    );
    expect(mail?.status).toBe("cancelled");
    expect(await requalifyClaim(seller.scope, to(claimId, "no_longer_wanted"), LATER)).toMatchObject({ ok: true });
  });
});

describe("refusals", () => {
  test("each says why, and nothing changes", async () => {
    const seller = await makeSeller();
    const { claimId, number } = await open(seller, "damaged");
    await open(seller, "broken_down", number);
    const viewer = memberOf(seller.id, "viewer");
    const refusal = async (input: object, scope: typeof viewer = seller.scope) => {
      const outcome = await requalifyClaim(scope, { ...to(claimId, "wrong_product"), ...input }, NOW);
      return outcome.ok ? "none" : outcome.reason;
    };
    expect(await refusal({}, viewer)).toBe("not_allowed");
    expect(await refusal({ reason: " " })).toBe("reason_missing");
    expect(await refusal({ to: "damaged" })).toBe("same_situation");
    expect(await refusal({ to: "broken_down" })).toBe("situation_open");
    expect(await refusal({ revision: 0 })).toBe("changed_meanwhile");
    expect((await factsOf(seller, claimId)).asked).toEqual([]);
    const other = await open(seller, "other");
    const reply = { solution: "answer_other", message: "Voici." } as const;
    await sendReply(seller.scope, { claimId: other.claimId, reply }, NOW);
    expect(await refusal({ claimId: other.claimId })).toBe("answer_leaving");
    const closed = await closeClaim(seller.scope, { claimId: other.claimId, reason: "settled" }, LATER);
    expect(closed.ok).toBe(true);
    expect(await refusal({ claimId: other.claimId })).toBe("claim_closed");
  });
});

describe("a message that states a withdrawal", () => {
  const first = async (seller: MadeSeller, claimId: string) => {
    const rows = await withScope(seller.scope, (tx) => tx.select().from(messages).orderBy(messages.sentAt));
    const ids = rows.filter((row) => row.claimId === claimId).map((row) => row.id);
    return { messageId: ids.at(-1) ?? "", claimId, reason: "C’est une rétractation." };
  };

  test("makes a withdrawal of the unnamed claim it opened", async () => {
    const seller = await makeSeller();
    const { claimId } = await open(seller, "other");
    const outcome = await readWithdrawal(seller.scope, await first(seller, claimId), NOW);
    expect(outcome).toEqual({ ok: true, value: { claimId } });
    expect((await factsOf(seller, claimId)).claim).toMatchObject({
      situation: "no_longer_wanted",
      phase: "withdrawal_period",
      statementSentAt: OPENED,
    });
  });

  test("opens a withdrawal of its own beside another claim, from the message's instant, once", async () => {
    const seller = await makeSeller();
    const { claimId, customer } = await open(seller, "damaged");
    await sendCustomerMessage(customer, { claimId, body: "Je me rétracte.", locale: "fr" }, SAID);
    const message = await first(seller, claimId);
    const outcome = await readWithdrawal(seller.scope, message, LATER);
    expect(await readWithdrawal(seller.scope, message, LATER)).toEqual(outcome);
    if (!outcome.ok) throw new Error(outcome.reason);
    expect(outcome.value.claimId).not.toBe(claimId);
    const { claim, clocks } = await factsOf(seller, outcome.value.claimId);
    expect(claim).toMatchObject({ situation: "no_longer_wanted", statementSentAt: SAID, receivedAt: SAID });
    expect(clocks.map(String)).toContain(`withdrawal_refund,running,${SAID}`);
  });
});
