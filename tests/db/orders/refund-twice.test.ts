import { afterAll, expect, test } from "vitest";
import { POST as postRefund } from "@/app/api/v1/orders/[number]/refunds/route";
import { closeDatabase } from "@/db/client";
import { findOrder } from "@/db/queries/orders";
import { instant } from "@/lib/calendar/instant";
import { recordDeedFile } from "@/lib/server/csv/record-deeds";
import { callApi, makeApiKey } from "../../support/api";
import { makeSeller } from "../../support/factory";
import { testDatabase } from "../../support/test-database";
import { atOnce } from "../support/held-claim";
import { openPromise, promiseFacts } from "../support/open-promise";

const db = testDatabase();
afterAll(async () => {
  await db.close();
  await closeDatabase();
});

const NOW = instant("2026-11-25T10:00:00Z");
const HEADER = "numero_commande;evenement;date;montant_ttc;moyen;reference;transporteur;numero_suivi";
const BODY = { amountCents: 2_000, method: "card", reference: "VIR-1", paidAt: "2026-11-22T10:00:00Z" };

/** One promise of 20 €, and the refund that keeps it, told in both ways. */
async function promised() {
  const seller = await makeSeller();
  const promise = await openPromise(seller, { kind: "refund", amountCents: 2_000 });
  const key = await makeApiKey(db.superuser, { sellerId: seller.id });
  const params = { number: promise.number };
  const byApi = async () => {
    const answer = await callApi(postRefund, { method: "POST", key, params, body: BODY });
    return answer.status === 201 ? "recorded" : String(answer.body.result);
  };
  const byFile = async () => {
    const row = `${promise.number};remboursement;22/11/2026 11:00;20,00;carte;VIR-1;;`;
    const file = new TextEncoder().encode([HEADER, row].join("\n"));
    const outcome = await recordDeedFile(seller.scope, file, NOW);
    if (!outcome.ok) throw new Error(outcome.reason);
    return outcome.value.recorded === 1 ? "recorded" : outcome.value.known === 1 ? "already_recorded" : "refused";
  };
  const order = await findOrder(seller.scope, promise.number);
  return { seller, ...promise, orderId: order?.order.id ?? "", byApi, byFile };
}

test.each([
  { because: "by the API, then by a file", order: ["byApi", "byFile"] },
  { because: "by a file, then by the API", order: ["byFile", "byApi"] },
  { because: "twice by the API", order: ["byApi", "byApi"] },
  { because: "twice by a file", order: ["byFile", "byFile"] },
  { because: "four times, mixed", order: ["byFile", "byApi", "byFile", "byApi"] },
] as const)("a refund told $because, all at once, is one refund and keeps one promise", async ({ order }) => {
  const told = await promised();
  const { seller, claimId, number, orderId } = told;
  const outcomes = await atOnce(
    db,
    { table: "orders", id: orderId },
    order.map((way) => told[way]),
  );
  expect(outcomes).toEqual(["recorded", ...order.slice(1).map(() => "already_recorded")]);
  expect((await findOrder(seller.scope, number))?.refunds).toMatchObject([{ amountCents: 2_000, reference: "VIR-1" }]);
  const { promises } = await promiseFacts(seller, claimId);
  expect(promises).toMatchObject([{ status: "done", doneEvidence: "VIR-1" }]);
  const [written] = await db.superuser<{ done: number; refunds: number }[]>`select
    (select count(*)::int from events where type = 'commitment_done' and stream_id = ${claimId}) as done,
    (select count(*)::int from events where type = 'refund_recorded' and stream_id = ${seller.id}) as refunds`;
  expect(written).toEqual({ done: 1, refunds: 1 });
});

test("told twice it keeps no second promise of the same order", async () => {
  const { seller, claimId, byApi, byFile } = await promised();
  await byApi();
  await db.superuser`update commitments set status = 'open', done_at = null, done_evidence = null
    where claim_id = ${claimId}`;
  expect(await byFile()).toBe("already_recorded");
  expect((await promiseFacts(seller, claimId)).promises).toMatchObject([{ status: "open" }]);
});
