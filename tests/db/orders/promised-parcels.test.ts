import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { PUT } from "@/app/api/v1/orders/[number]/route";
import { POST as postShipment } from "@/app/api/v1/orders/[number]/shipments/route";
import { closeDatabase } from "@/db/client";
import { openClaim } from "@/db/commands/open-claim";
import { sendReply } from "@/db/commands/send-reply";
import { instant } from "@/lib/calendar/instant";
import type { OrderInput } from "@/lib/orders/schema";
import type { ReplyInput } from "@/lib/replies/schema";
import { callApi, makeApiKey } from "../../support/api";
import { type MadeSeller, makeSeller } from "../../support/factory";
import { orderBody } from "../../support/order-body";
import { testDatabase } from "../../support/test-database";
import { promiseFacts } from "../support/open-promise";

const db = testDatabase();
afterAll(async () => {
  await db.close();
  await closeDatabase();
});

const OPENED = instant("2026-11-12T09:00:00Z");
/** 15:00 at Paris: a parcel dated that day, noon by convention, left that day all the same. */
const ANSWERED = instant("2026-11-12T14:00:00Z");
const NUMBER = "CMD-1";
const RESHIP: ReplyInput = { solution: "reship", message: "Nous renvoyons votre colis.", expectedOn: "2026-11-25" };
const FIRST = { carrier: "Colissimo", trackingNumber: "6A15602676300", shippedAt: "2026-10-30T08:00:00Z" };
const SECOND = { carrier: "Chronopost", trackingNumber: "XY123" };

let seller: MadeSeller;
let key: string;
beforeEach(async () => {
  seller = await makeSeller();
  key = await makeApiKey(db.superuser, { sellerId: seller.id });
});

const put = (parcels: NonNullable<OrderInput["parcels"]>) =>
  callApi(PUT, {
    key,
    method: "PUT",
    path: `/orders/${NUMBER}`,
    params: { number: NUMBER },
    body: orderBody({ parcels }),
  });

async function promised() {
  const input = { orderNumber: NUMBER, situation: "parcel_not_received" as const, message: "Bonjour." };
  const opened = await openClaim(seller.scope, { input, recordedBy: "seller", locale: "fr" }, OPENED);
  if (!opened.ok) throw new Error(opened.reason);
  const { claimId } = opened.value;
  const sent = await sendReply(seller.scope, { claimId, reply: RESHIP }, ANSWERED);
  if (!sent.ok) throw new Error(JSON.stringify(sent));
  return claimId;
}

describe("an order imported again", () => {
  test.each([
    { because: "the day it was promised", shippedAt: "2026-11-12T11:00:00Z", status: "done", proof: "cancelled" },
    { because: "before it was promised", shippedAt: "2026-11-11T11:00:00Z", status: "open", proof: "missed" },
  ])("with a parcel that left $because: the promise is $status", async ({ shippedAt, status, proof }) => {
    await put([FIRST]);
    const claimId = await promised();
    expect((await put([FIRST, { ...SECOND, shippedAt }])).status).toBe(200);
    expect(await promiseFacts(seller, claimId)).toMatchObject({
      promises: [{ kind: "reshipment", status }],
      clocks: { proof_of_delivery: proof },
    });
  });

  test("a parcel that was announced keeps the promise once it has left", async () => {
    await put([FIRST]);
    const claimId = await promised();
    await put([FIRST, SECOND]);
    expect(await promiseFacts(seller, claimId)).toMatchObject({ promises: [{ status: "open" }] });
    await put([FIRST, { ...SECOND, shippedAt: "2026-11-13T11:00:00Z" }]);
    expect(await promiseFacts(seller, claimId)).toMatchObject({
      promises: [{ status: "done", doneEvidence: "Chronopost XY123" }],
    });
  });
});

test("POST …/shipments: an announced parcel keeps the promise once it has left", async () => {
  await put([FIRST]);
  const claimId = await promised();
  const ship = (body: object) =>
    callApi(postShipment, {
      key,
      method: "POST",
      path: `/orders/${NUMBER}/shipments`,
      params: { number: NUMBER },
      body,
    });
  await ship(SECOND);
  expect(await promiseFacts(seller, claimId)).toMatchObject({ promises: [{ status: "open" }] });
  const left = await ship({ ...SECOND, shippedAt: "2026-11-13T11:00:00Z" });
  expect(left.body.fulfilled).toMatchObject([{ claimId, kind: "reshipment" }]);
});
