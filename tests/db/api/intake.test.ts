import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as intake from "@/app/api/v1/claims/[claimId]/intake/route";
import * as claim from "@/app/api/v1/claims/[claimId]/route";
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

const newOrder = async () => (await makeOrder(seller)).number;
const open = (orderNumber: string, body: object) =>
  callApi(claims.POST, { method: "POST", key, body: { orderNumber, message: "Bonjour.", ...body } });
const read = async (claimId: string) => (await callApi(claim.GET, { key, params: { claimId } })).body;
const answer = (claimId: string, body: object, of = key) =>
  callApi(intake.POST, { method: "POST", key: of, params: { claimId }, body });

describe("what the customer answers, by the API", () => {
  test("comes with the claim, and more of it with the claim that joins it", async () => {
    const number = await newOrder();
    const { body: made } = await open(number, {
      situation: "damaged",
      intake: { fault: "Pied fendu.", wish: "repair" },
    });
    expect((await read(made.id)).intake).toMatchObject([
      { question: "fault", version: 1, answer: "Pied fendu." },
      { question: "wish", version: 1, answer: "repair" },
    ]);
    const joined = await open(number, { situation: "damaged", intake: { wish: "refund" } });
    expect(joined).toMatchObject({ status: 200, body: { id: made.id, result: "joined" } });
    expect((await read(made.id)).intake).toMatchObject([
      { question: "fault", version: 1 },
      { question: "wish", version: 1, answer: "repair" },
      { question: "wish", version: 2, answer: "refund" },
    ]);
  });

  test("is added to an open claim, the same once, and touches no clock", async () => {
    const { body: made } = await open(await newOrder(), { situation: "broken_down" });
    const before = await read(made.id);
    const said = { fault: "Ne s’allume plus.", serial: "SN-1" };
    expect(await answer(made.id, said)).toMatchObject({
      status: 200,
      body: {
        intake: [
          { question: "fault", version: 1 },
          { question: "serial", answer: "SN-1" },
        ],
      },
    });
    expect((await answer(made.id, said)).body.intake).toHaveLength(2);
    const after = await read(made.id);
    expect([after.state, after.clocks]).toEqual([before.state, before.clocks]);
    const told = await db.superuser`select 1 from seller_notices
      where claim_id = ${made.id} and template = 'intake_answered'`;
    expect(told).toHaveLength(0);
  });

  test.each([
    {
      because: "of a withdrawal",
      situation: "no_longer_wanted",
      said: { wish: "refund" },
      field: "wish",
      code: "not_asked",
    },
    {
      because: "no situation asks",
      situation: "wrong_product",
      said: { serial: "A" },
      field: "serial",
      code: "not_asked",
    },
    {
      because: "on a day to come",
      situation: "damaged",
      said: { since: "2099-01-01" },
      field: "since",
      code: "day_in_future",
    },
    {
      because: "before the order",
      situation: "damaged",
      said: { since: "2020-01-01" },
      field: "since",
      code: "day_before_order",
    },
  ])("is refused, in words, when it is $because", async ({ situation, said, field, code }) => {
    const opened = await open(await newOrder(), { situation, intake: said });
    expect(opened).toMatchObject({ status: 422, body: { errors: [{ path: `intake.${field}`, code }] } });
    expect(opened.body.errors[0].message).not.toBe("Valeur incorrecte.");
    const { body: made } = await open(await newOrder(), { situation });
    expect(await answer(made.id, said)).toMatchObject({ status: 422, body: { errors: [{ path: field, code }] } });
    expect((await read(made.id)).intake).toEqual([]);
  });

  test("another seller's claim is not found", async () => {
    const { body: made } = await open(await newOrder(), { situation: "damaged" });
    const strange = await makeApiKey(db.superuser, { sellerId: (await makeSeller()).id });
    expect((await answer(made.id, { part: "Pied" }, strange)).status).toBe(404);
    expect((await read(made.id)).intake).toEqual([]);
  });
});
