import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as documents from "@/app/api/v1/claims/[claimId]/documents/route";
import * as messages from "@/app/api/v1/claims/[claimId]/messages/route";
import * as replies from "@/app/api/v1/claims/[claimId]/replies/route";
import * as claim from "@/app/api/v1/claims/[claimId]/route";
import * as claims from "@/app/api/v1/claims/route";
import * as compliance from "@/app/api/v1/compliance/route";
import { closeDatabase } from "@/db/client";
import { callApi, makeApiKey } from "../../support/api";
import { type MadeSeller, makeOrder, makeSeller } from "../../support/factory";
import { testDatabase } from "../../support/test-database";

const db = testDatabase();
let seller: MadeSeller;
let key: string;
let otherKey: string;
let adminKey: string;

beforeAll(async () => {
  seller = await makeSeller();
  key = await makeApiKey(db.superuser, { sellerId: seller.id });
  otherKey = await makeApiKey(db.superuser, { sellerId: (await makeSeller()).id });
  adminKey = await makeApiKey(db.superuser, { role: "admin" });
});
afterAll(async () => {
  await db.close();
  await closeDatabase();
});

async function open(body: object = {}) {
  const order = await makeOrder(seller);
  const input = { orderNumber: order.number, situation: "other", message: "Une question.", ...body };
  return callApi(claims.POST, { method: "POST", key, body: input });
}

describe("POST /claims", () => {
  test("opens a claim and answers its clocks and the customer's link", async () => {
    const { status, body } = await open({ situation: "parcel_not_received" });
    expect(status).toBe(201);
    expect(body).toMatchObject({ result: "opened", state: "awaiting_seller", phase: null });
    expect(body.clocks.map((clock: { kind: string }) => clock.kind)).toEqual(["reply", "proof_of_delivery"]);
    expect(body.customerUrl).toMatch(/\/suivi\/[\w-]{46}$/);
  });

  test.each([
    { because: "an unknown situation", body: { situation: "boredom" }, status: 422 },
    { because: "an instant in the future", body: { receivedAt: "2099-01-01T00:00:00Z" }, status: 422 },
    { because: "an instant without offset", body: { receivedAt: "2026-11-01T00:00:00" }, status: 422 },
    { because: "an unknown member", body: { color: "blue" }, status: 422 },
    { because: "an unknown order", body: { orderNumber: "NOPE" }, status: 404 },
  ])("refuses $because", async ({ body, status }) => {
    expect((await open(body)).status).toBe(status);
  });
});

describe("GET /claims", () => {
  test("pages through the inbox, showing each claim once", async () => {
    const alone = await makeSeller();
    const ownKey = await makeApiKey(db.superuser, { sellerId: alone.id });
    for (let index = 0; index < 5; index += 1) {
      const order = await makeOrder(alone);
      const body = { orderNumber: order.number, situation: "other", message: "Une question." };
      await callApi(claims.POST, { method: "POST", key: ownKey, body });
    }
    const seen: string[] = [];
    let cursor: string | null = "";
    while (cursor !== null) {
      const query: string = cursor === "" ? "?limit=2" : `?limit=2&cursor=${encodeURIComponent(cursor)}`;
      const page = await callApi(claims.GET, { key: ownKey, path: query });
      seen.push(...page.body.items.map((item: { id: string }) => item.id));
      cursor = page.body.nextCursor;
    }
    expect(new Set(seen).size).toBe(5);
    expect(seen).toHaveLength(5);
    expect((await callApi(claims.GET, { key: ownKey, path: "?cursor=broken" })).status).toBe(400);
  });
});

describe("one claim", () => {
  test("is answered, with its day-by-day trace, and an incomplete answer is told what it lacks", async () => {
    const { body: made } = await open();
    const params = { claimId: made.id };
    const lacking = await callApi(replies.POST, { method: "POST", key, params, body: { solution: "answer_other" } });
    expect(lacking).toMatchObject({ status: 422, body: { complete: false } });
    expect(lacking.body.missing).toMatchObject([
      { code: "message_missing", origin: expect.stringMatching(/^contract:/), message: expect.any(String) },
    ]);
    const answer = { solution: "answer_other", message: "Voici notre réponse." };
    const sent = await callApi(replies.POST, { method: "POST", key, params, body: answer });
    expect(sent).toMatchObject({ status: 201, body: { complete: true, clocks: [{ kind: "reply", state: "met" }] } });
    const read = await callApi(claim.GET, { key, params });
    expect(read.body).toMatchObject({ state: "awaiting_customer", replies: [{ status: "sent" }] });
    expect(read.body.clocks[0].trace[0]).toMatchObject({ reason: "day_zero", counted: false });
    expect(read.body.clocks[0].explanation.fr).toContain("jour non compté");
  });

  test("an answer that names an unknown file is told which, and nothing is sent", async () => {
    const { body: made } = await open();
    const params = { claimId: made.id };
    const body = {
      solution: "answer_other",
      message: "Voici notre réponse.",
      documentIds: ["00000000-0000-4000-8000-000000000000"],
    };
    const refusal = await callApi(replies.POST, { method: "POST", key, params, body });
    expect(refusal).toMatchObject({
      status: 422,
      body: { code: "invalid", errors: [{ path: "documentIds[0]", code: "document_unknown" }] },
    });
    expect(refusal.body.errors[0].message).not.toBe("Valeur incorrecte.");
    const read = await callApi(claim.GET, { key, params });
    expect(read.body).toMatchObject({ state: "to_triage", replies: [] });
  });

  test("of two answers to the same revision one wins", async () => {
    const { body: made } = await open();
    const params = { claimId: made.id };
    const { revision } = (await callApi(claim.GET, { key, params })).body;
    const body = { solution: "answer_other", message: "Voici notre réponse.", revision };
    const send = () => callApi(replies.POST, { method: "POST", key, params, body });
    const statuses = (await Promise.all([send(), send()])).map(({ status }) => status);
    expect(statuses.sort()).toEqual([201, 409]);
  });

  test("a draft touches no clock", async () => {
    const { body: made } = await open();
    const params = { claimId: made.id };
    const body = { solution: "answer_other", draft: true };
    const kept = await callApi(replies.POST, { method: "POST", key, params, body });
    expect(kept).toMatchObject({ status: 201, body: { draft: true, clocks: [{ kind: "reply", state: "running" }] } });
  });

  test("takes a message, and a file whose facts are compared with the order", async () => {
    const { body: made } = await open({ situation: "parcel_not_received" });
    const params = { claimId: made.id };
    const message = await callApi(messages.POST, { method: "POST", key, params, body: { body: "Bonjour." } });
    expect(message.status).toBe(201);
    const form = new FormData();
    form.set("kind", "proof_of_delivery");
    form.set(
      "facts",
      JSON.stringify({
        carrier: "Colissimo",
        trackingNumber: "6A15602676300",
        deliveredAt: "2026-11-02T13:00:00Z",
        place: { postcode: "69003", city: "Lyon" },
        recipient: "Jeanne Moreau",
        evidenceKind: "signed_slip",
        status: "delivered",
      }),
    );
    form.set("file", new File([new Uint8Array([37, 80, 68, 70])], "preuve.pdf", { type: "application/pdf" }));
    const request = new Request(`http://localhost/api/v1/claims/${made.id}/documents`, {
      method: "POST",
      body: form,
      headers: { Authorization: `Bearer ${key}` },
    });
    const added = await documents.POST(request, { params: Promise.resolve(params) });
    expect(added.status).toBe(201);
    expect(await added.json()).toMatchObject({ verdict: "strong" });
  });

  test("another seller's key finds nothing", async () => {
    const { body: made } = await open();
    const params = { claimId: made.id };
    expect((await callApi(claim.GET, { key: otherKey, params })).status).toBe(404);
    const body = { solution: "answer_other", message: "Intrus." };
    expect((await callApi(replies.POST, { method: "POST", key: otherKey, params, body })).status).toBe(404);
  });
});

describe("GET /compliance", () => {
  test("is the operator's alone", async () => {
    const query = "?from=2026-01-01T00:00:00Z&to=2027-01-01T00:00:00Z&groupBy=none";
    expect((await callApi(compliance.GET, { key, path: query })).status).toBe(403);
    const read = await callApi(compliance.GET, { key: adminKey, path: query });
    expect(read).toMatchObject({ status: 200, body: { items: [{ seller: null, missed: expect.any(Number) }] } });
  });
});
