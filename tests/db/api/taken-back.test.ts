import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as awaitAgain from "@/app/api/v1/claims/[claimId]/commitments/[commitmentId]/await/route";
import * as lapse from "@/app/api/v1/claims/[claimId]/commitments/[commitmentId]/lapse/route";
import * as undo from "@/app/api/v1/claims/[claimId]/replies/[replyId]/undo/route";
import * as withdraw from "@/app/api/v1/claims/[claimId]/replies/[replyId]/withdraw/route";
import * as replies from "@/app/api/v1/claims/[claimId]/replies/route";
import * as withdrawQuestion from "@/app/api/v1/claims/[claimId]/requalify/[requalificationId]/withdraw/route";
import * as requalify from "@/app/api/v1/claims/[claimId]/requalify/route";
import * as claim from "@/app/api/v1/claims/[claimId]/route";
import * as claims from "@/app/api/v1/claims/route";
import { closeDatabase } from "@/db/client";
import type { RouteHandler } from "@/lib/server/api/route";
import { callApi, makeApiKey } from "../../support/api";
import { type MadeSeller, makeOrder, makeSeller } from "../../support/factory";
import { testDatabase } from "../../support/test-database";

const db = testDatabase();
let seller: MadeSeller;
let key: string;
let strange: string;

beforeAll(async () => {
  seller = await makeSeller();
  key = await makeApiKey(db.superuser, { sellerId: seller.id });
  strange = await makeApiKey(db.superuser, { sellerId: (await makeSeller()).id });
});
afterAll(async () => {
  await db.close();
  await closeDatabase();
});

type Params = Readonly<Record<string, string>>;
const post = (handler: RouteHandler, params: Params, body?: object) =>
  callApi(handler, { method: "POST", key, params, body });
const readClaim = ({ claimId }: { readonly claimId: string }) => callApi(claim.GET, { key, params: { claimId } });
const told = { message: "Nous revenons vers vous avec une autre solution." };

async function open(situation: string, order: Parameters<typeof makeOrder>[1] = {}) {
  const { number } = await makeOrder(seller, order);
  const body = { orderNumber: number, situation, message: "Bonjour." };
  const opened = await callApi(claims.POST, { method: "POST", key, body });
  return { claimId: String(opened.body.id) };
}

async function answered(situation: string, reply: object, order = {}) {
  const params = await open(situation, order);
  const sent = await post(replies.POST, params, reply);
  if (sent.status !== 201) throw new Error(JSON.stringify(sent.body));
  return { ...params, replyId: String(sent.body.replyId) };
}

/** An answer is read ten seconds after it was sent. */
const letRead = (replyId: string) =>
  db.superuser`update replies set visible_at = now() - interval '1 minute' where id = ${replyId}`;

const kindsOf = ({ body }: Awaited<ReturnType<typeof callApi>>) =>
  Object.fromEntries(body.clocks.map(({ kind, state }: Params) => [kind, state]));

describe("POST /claims/{claimId}/replies/{replyId}/undo", () => {
  const answer = { solution: "answer_other", message: "Voici notre réponse." };

  test("takes the answer back, and its clock runs as if it had never stopped", async () => {
    const params = await answered("other", answer);
    const done = await post(undo.POST, params);
    expect(done).toMatchObject({ status: 200, body: { state: "awaiting_seller", revision: expect.any(Number) } });
    expect(kindsOf(done)).toEqual({ reply: "running" });
    const read = await readClaim(params);
    expect(read.body).toMatchObject({ replies: [{ status: "undone" }] });
    expect((await post(undo.POST, params)).status).toBe(404);
  });

  test("is told that the customer can read it already, and hides it from another seller", async () => {
    const params = await answered("other", answer);
    expect((await callApi(undo.POST, { method: "POST", key: strange, params })).status).toBe(404);
    await letRead(params.replyId);
    expect(await post(undo.POST, params)).toMatchObject({ status: 409, body: { code: "undo_too_late" } });
  });
});

describe("POST /claims/{claimId}/replies/{replyId}/withdraw", () => {
  const gesture = {
    solution: "goodwill_gesture",
    message: "Nous vous proposons un geste.",
    gestureNature: "price_reduction",
    gestureDescription: "une réduction",
    amountCents: 800,
    doneOn: "2027-11-27",
    alsoOffered: ["completion", "refund"],
  };

  test("withdraws an offer, once however often it is called, and another answer is due", async () => {
    const params = await answered("missing_item", gesture);
    await letRead(params.replyId);
    const send = () =>
      callApi(withdraw.POST, { method: "POST", key, params, body: told, headers: { "idempotency-key": "offer-1" } });
    const done = await send();
    expect(done).toMatchObject({
      status: 200,
      body: { state: "awaiting_seller", commitments: [{ kind: "goodwill", status: "withdrawn" }] },
    });
    expect(kindsOf(done)).toMatchObject({ reply: "met", next_reply: "running" });
    expect((await send()).headers.get("idempotent-replayed")).toBe("true");
    const read = await readClaim(params);
    expect(read.body.replies).toMatchObject([{ withdrawnAt: expect.any(String) }]);
    expect(read.body.messages.at(-1)).toMatchObject({ author: "seller", body: told.message });
    expect(await post(withdraw.POST, params, told)).toMatchObject({ status: 409, body: { code: "not_an_offer" } });
  });

  test("is refused for what nobody has read, what was answered, no words, and another seller", async () => {
    const params = await answered("missing_item", gesture);
    expect(await post(withdraw.POST, params, told)).toMatchObject({ status: 409, body: { code: "answer_leaving" } });
    expect(await post(withdraw.POST, params, { message: "" })).toMatchObject({
      status: 422,
      body: { errors: [{ path: "message" }] },
    });
    await letRead(params.replyId);
    await db.superuser`update replies set customer_answer = 'accepted', customer_answered_at = now()
      where id = ${params.replyId}`;
    expect(await post(withdraw.POST, params, told)).toMatchObject({ status: 409, body: { code: "customer_answered" } });
    const call = { method: "POST", key: strange, params, body: told };
    expect((await callApi(withdraw.POST, call)).status).toBe(404);
  });
});

test("POST …/requalify/{requalificationId}/withdraw takes a question back before it is answered", async () => {
  const { claimId } = await open("damaged");
  const body = { situation: "no_longer_wanted", reason: "Vous parlez de renoncer." };
  const asked = await post(requalify.POST, { claimId }, body);
  const params = { claimId, requalificationId: String(asked.body.requalificationId) };
  expect((await callApi(withdrawQuestion.POST, { method: "POST", key: strange, params })).status).toBe(404);
  expect(await post(withdrawQuestion.POST, params)).toMatchObject({ status: 200, body: { state: "awaiting_seller" } });
  expect(await post(withdrawQuestion.POST, params)).toMatchObject({ status: 409, body: { code: "customer_answered" } });
  // Another may be asked now.
  expect((await post(requalify.POST, { claimId }, body)).body).toMatchObject({ result: "asked" });
});

describe("goods that were to come back", () => {
  const returning = {
    solution: "return_procedure",
    returnAddress: { name: "SAV", line1: "1 rue du Port", postcode: "44000", city: "Nantes", country: "France" },
    returnReference: "R-1",
    sendBeforeOn: "2027-11-24",
    costBearer: "seller",
    returnMeans: "deposit_code",
    depositCode: "8R-42",
    alsoOffered: ["replacement", "refund"],
    packing: "Dans un carton.",
    nextStep: "Nous vous remboursons.",
    nextStepOn: "2027-12-08",
    outcome: "refund",
    refundMethod: "original_payment",
    contact: "01 23 45 67 89",
  };

  async function awaited(order: Parameters<typeof makeOrder>[1] = { email: null }) {
    const { claimId } = await answered("wrong_product", returning, order);
    const read = await readClaim({ claimId });
    const promise = read.body.commitments.find(({ kind }: Params) => kind === "return");
    return { claimId, commitmentId: String(promise?.id) };
  }

  /** The day it was promised for passed long ago. */
  const letPass = (id: string) => db.superuser`update commitments set due_on = '2026-01-01' where id = ${id}`;
  const returnOf = ({ body }: Awaited<ReturnType<typeof callApi>>) =>
    body.commitments.find(({ kind }: Params) => kind === "return")?.status;

  test("are given up, then awaited again", async () => {
    const params = await awaited();
    await letPass(params.commitmentId);
    expect(await post(awaitAgain.POST, params)).toMatchObject({ status: 409, body: { code: "return_not_lapsed" } });
    const given = await post(lapse.POST, params, told);
    expect([given.status, returnOf(given)]).toEqual([200, "lapsed"]);
    expect(await post(lapse.POST, params, told)).toMatchObject({ status: 409, body: { code: "return_not_open" } });
    const again = await post(awaitAgain.POST, params);
    expect([again.status, returnOf(again)]).toEqual([200, "open"]);
  });

  test("are awaited for a week, until the customer was reminded, and by their own seller", async () => {
    const params = await awaited({});
    expect(await post(lapse.POST, params, told)).toMatchObject({ status: 409, body: { code: "return_too_early" } });
    await letPass(params.commitmentId);
    expect(await post(lapse.POST, params, told)).toMatchObject({ status: 409, body: { code: "return_not_reminded" } });
    for (const handler of [lapse.POST, awaitAgain.POST]) {
      expect((await callApi(handler, { method: "POST", key: strange, params, body: told })).status).toBe(404);
    }
    const other = { ...params, commitmentId: "0199c3a1-0000-7000-8000-000000000001" };
    expect((await post(lapse.POST, other, told)).status).toBe(404);
  });
});
