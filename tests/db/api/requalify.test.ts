import { afterAll, beforeAll, expect, test } from "vitest";
import * as claim from "@/app/api/v1/claims/[claimId]/requalify/route";
import * as claims from "@/app/api/v1/claims/route";
import { closeDatabase } from "@/db/client";
import { callApi, makeApiKey } from "../../support/api";
import { type MadeSeller, makeOrder, makeSeller } from "../../support/factory";
import { testDatabase } from "../../support/test-database";

const db = testDatabase();
let seller: MadeSeller;
let key: string;

beforeAll(async () => {
  seller = await makeSeller();
  key = await makeApiKey(db.superuser, { sellerId: seller.id });
});
afterAll(async () => {
  await db.close();
  await closeDatabase();
});

async function open(situation: string): Promise<{ readonly claimId: string }> {
  const order = await makeOrder(seller);
  const body = { orderNumber: order.number, situation, message: "Bonjour." };
  const opened = await callApi(claims.POST, { method: "POST", key, body });
  return { claimId: String(opened.body.id) };
}

test("POST /claims/{claimId}/requalify applies, asks the customer, or says why not", async () => {
  const params = await open("parcel_not_received");
  const requalify = (body: object) => callApi(claim.POST, { method: "POST", key, params, body });
  const reason = "Le colis est arrivé abîmé.";
  expect(await requalify({ situation: "damaged", reason })).toMatchObject({
    status: 201,
    body: { result: "applied", situation: "damaged", phase: null, state: "awaiting_seller" },
  });
  expect(await requalify({ situation: "wrong_product", reason, revision: 1 })).toMatchObject({
    status: 409,
    body: { code: "claim_changed" },
  });
  expect(await requalify({ situation: "damaged", reason })).toMatchObject({
    status: 422,
    body: { errors: [{ path: "situation", code: "same_situation" }] },
  });
  expect((await requalify({ situation: "wrong_product", reason: "" })).status).toBe(422);
  expect(await requalify({ situation: "no_longer_wanted", reason })).toMatchObject({
    status: 201,
    body: { result: "asked", situation: "damaged" },
  });
  expect(await requalify({ situation: "wrong_product", reason })).toMatchObject({
    status: 409,
    body: { code: "consent_pending" },
  });
  const strange = await makeApiKey(db.superuser, { sellerId: (await makeSeller()).id });
  const body = { situation: "wrong_product", reason };
  expect((await callApi(claim.POST, { method: "POST", key: strange, params, body })).status).toBe(404);
});
