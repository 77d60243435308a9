import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as claim from "@/app/api/v1/claims/[claimId]/route";
import * as claims from "@/app/api/v1/claims/route";
import * as contests from "@/app/api/v1/contested-deliveries/route";
import { closeDatabase } from "@/db/client";
import { callApi, makeApiKey } from "../../support/api";
import { type MadeSeller, makeOrder, makeSeller } from "../../support/factory";
import { testDatabase } from "../../support/test-database";

const db = testDatabase();
let seller: MadeSeller;
let key: string;
let otherKey: string;

beforeAll(async () => {
  seller = await makeSeller();
  key = await makeApiKey(db.superuser, { sellerId: seller.id });
  otherKey = await makeApiKey(db.superuser, { sellerId: (await makeSeller()).id });
});
afterAll(async () => {
  await db.close();
  await closeDatabase();
});

/** A claim whose customer denies the delivery; returns both identifiers. */
async function contested(ruling?: { readonly decision: string; readonly reason: string }) {
  const order = await makeOrder(seller);
  const input = { orderNumber: order.number, situation: "parcel_not_received", message: "Rien reçu." };
  const { body } = await callApi(claims.POST, { method: "POST", key, body: input });
  const id = uuidv7();
  await db.superuser`insert into proof_contests (seller_id, id, claim_id, document_ids, contested_at, attested_at, attested_by,
      inquiry_opened_on, inquiry_answer_on, inquiry_reference, ruling, ruling_reason, ruled_at, ruled_by)
    values (${seller.id}, ${id}, ${body.id}, '{}', '2026-11-10T10:00:00Z', '2026-11-11T10:00:00Z', 'customer:x',
      '2026-11-12', '2026-11-20', 'ENQ-7', ${ruling?.decision ?? null}, ${ruling?.reason ?? null},
      ${ruling ? "2026-11-21T10:00:00Z" : null}, ${ruling ? "operator:x" : null})`;
  return { id, claimId: String(body.id), reference: String(body.reference), orderNumber: order.number };
}

const list = (query = "", by = key) => callApi(contests.GET, { key: by, path: `/?${query}` });

describe("GET /contested-deliveries", () => {
  test("tells what was asked of the customer and the carrier, and what was ruled", async () => {
    const open = await contested();
    const ruled = await contested({ decision: "overturned", reason: "La signature n’est pas la sienne." });
    const { status, body } = await list();
    expect(status).toBe(200);
    expect(body.nextCursor).toBeNull();
    expect(body.items).toMatchObject([
      {
        id: open.id,
        claimId: open.claimId,
        claimReference: open.reference,
        orderNumber: open.orderNumber,
        stage: "carrier_late",
        inquiry: { openedOn: "2026-11-12", answerOn: "2026-11-20", reference: "ENQ-7", outcome: null },
        ruling: null,
      },
      {
        id: ruled.id,
        stage: "ruled",
        ruling: { decision: "overturned", reason: "La signature n’est pas la sienne.", at: "2026-11-21T10:00:00.000Z" },
      },
    ]);
    expect(JSON.stringify(body)).not.toContain("operator:x");
  });

  test("those still open, those ruled on, and page by page", async () => {
    const all = (await list()).body.items.map(({ id }: { id: string }) => id);
    const [open, ruled] = [await list("state=open"), await list("state=ruled")];
    expect([...open.body.items, ...ruled.body.items].map(({ id }) => id).sort()).toEqual([...all].sort());
    const first = await list("limit=1");
    expect(first.body.items).toHaveLength(1);
    const second = await list(`limit=1&cursor=${first.body.nextCursor}`);
    expect([first.body.items[0].id, second.body.items[0].id]).toEqual(all.slice(0, 2));
    expect((await list("cursor=nope")).status).toBe(422);
    expect((await list("state=lost")).status).toBe(422);
  });

  test("another seller sees nothing, nor does nobody", async () => {
    await contested();
    expect((await list("", otherKey)).body.items).toEqual([]);
    expect((await callApi(contests.GET, {})).status).toBe(401);
  });
});

test("a claim tells of its contested deliveries", async () => {
  const { id, claimId } = await contested();
  const { body } = await callApi(claim.GET, { key, params: { claimId } });
  expect(body.contests).toMatchObject([{ id, stage: "carrier_late", documentIds: [] }]);
});
