import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { startImport } from "@/db/commands/imports";
import { importOrder } from "@/db/commands/orders";
import { findImport, listImports } from "@/db/queries/imports";
import { findOrder, listOrders } from "@/db/queries/orders";
import { instant } from "@/lib/calendar/instant";
import { orderBodySchema } from "@/lib/orders/schema";
import { receiveOrderFile } from "@/lib/server/csv/receive-order-file";
import { runDueJobs } from "@/lib/server/jobs/runner";
import { type MadeSeller, makeSeller, memberOf } from "../../support/factory";
import { orderBody } from "../../support/order-body";
import { orderFile } from "../../support/order-file";
import { testDatabase } from "../../support/test-database";

const db = testDatabase();
afterAll(async () => {
  await db.close();
  await closeDatabase();
});

const NOW = instant("2026-11-23T09:00:00Z");
let seller: MadeSeller;
beforeEach(async () => {
  seller = await makeSeller();
});

function formWith(content: BlobPart | undefined, name = "commandes novembre.csv"): Request {
  const form = new FormData();
  form.set("fichier", content === undefined ? new Blob([]) : new Blob([content]), content === undefined ? "" : name);
  return new Request("http://localhost:3000/api/imports", { method: "POST", body: form });
}

async function preview(content: BlobPart) {
  const received = await receiveOrderFile(formWith(content), seller.scope, NOW);
  if (!received.ok) throw new Error(received.reason);
  return received.value.importId;
}

async function imported(content: BlobPart) {
  const importId = await preview(content);
  const started = await startImport(seller.scope, importId);
  if (!started.ok) throw new Error(started.reason);
  await runDueJobs();
  return findImport(seller.scope, importId);
}

const journal = () => db.superuser`
  select e.type, e.actor, p.payload::jsonb as payload from events e join event_payloads p using (stream_kind, stream_id, seq)
  where stream_kind = 'seller' and stream_id = ${seller.id} order by seq`;

describe("an order file", () => {
  test("is previewed before anything is written", async () => {
    const importId = await preview(orderFile(3));
    expect(await findImport(seller.scope, importId)).toMatchObject({
      fileName: "commandes novembre.csv",
      status: "previewed",
      orderCount: 3,
      findings: { rowCount: 6, fileOrderCount: 3, errorCount: 0, problems: [] },
    });
    expect(await listOrders(seller.scope, { limit: 10 })).toEqual([]);
  });

  test("is imported in batches with its progress, and journaled once", async () => {
    expect(await imported(orderFile(600))).toMatchObject({
      status: "done",
      doneCount: 600,
      createdCount: 600,
      updatedCount: 0,
      unchangedCount: 0,
    });
    expect(await findOrder(seller.scope, "CMD-000600")).toMatchObject({
      order: { channelId: "csv", customerName: "Cliente n° 599" },
      totalCents: 10_820,
    });
    const events = await journal();
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({
      type: "order_imported",
      actor: expect.stringMatching(/^member:/),
      payload: { orders: 600, created: 600, fileSha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
  });

  test("imported again changes nothing", async () => {
    await imported(orderFile(5));
    expect(await imported(orderFile(5))).toMatchObject({ createdCount: 0, updatedCount: 0, unchangedCount: 5 });
  });

  test("with other facts updates the orders, each change journaled", async () => {
    await imported(orderFile(2, ""));
    expect(await imported(orderFile(2))).toMatchObject({ createdCount: 0, updatedCount: 2 });
    const types = (await journal()).map((event) => event.type);
    expect(types).toEqual([
      "order_imported",
      "order_changed",
      "parcel_delivered",
      "order_changed",
      "parcel_delivered",
      "order_imported",
    ]);
  });

  test("imports the faultless orders, and names the rest", async () => {
    const found = await imported(orderFile(3).replaceAll("CMD-000002;28/10/2026", "CMD-000002;31/02/2026"));
    expect(found).toMatchObject({
      status: "done",
      createdCount: 2,
      findings: {
        errorCount: 1,
        problems: [{ row: 4, column: "date_commande", value: "31/02/2026 11:30", code: "not_a_moment" }],
      },
    });
    expect(await findOrder(seller.scope, "CMD-000002")).toBeUndefined();
  });

  test("an order it may not change is named with its row", async () => {
    const body = orderBodySchema.parse(orderBody({ externalInvoice: { number: "F-1", issuedOn: "2026-10-29" } }));
    await importOrder(seller.scope, { number: "CMD-000002", body }, NOW);
    expect(await imported(orderFile(2))).toMatchObject({
      createdCount: 1,
      updatedCount: 0,
      findings: { errorCount: 1, problems: [{ row: 4, code: "order_invoiced", values: { invoice: "F-1" } }] },
    });
  });

  test("starts once", async () => {
    const importId = await preview(orderFile(1));
    await startImport(seller.scope, importId);
    expect(await startImport(seller.scope, importId)).toMatchObject({ reason: "already_started" });
  });

  test("without a faultless order does not start", async () => {
    const importId = await preview("numero;colonne\n1;2");
    expect(await startImport(seller.scope, importId)).toMatchObject({ reason: "nothing_to_import" });
  });
});

describe("a form without an order file", () => {
  test.each([
    { because: "nothing chosen", request: () => formWith(undefined), reason: "nothing_chosen" },
    { because: "more than 20 MB", request: () => formWith(new Uint8Array(20_000_001)), reason: "file_too_large" },
    {
      because: "no form",
      request: () => new Request("http://localhost:3000/", { method: "POST", body: "x" }),
      reason: "broken_form",
    },
  ])("$because", async ({ request, reason }) => {
    expect(await receiveOrderFile(request(), seller.scope, NOW)).toEqual({ ok: false, reason });
  });

  test("an empty file is previewed as such", async () => {
    const importId = await preview("");
    expect(await findImport(seller.scope, importId)).toMatchObject({
      orderCount: 0,
      findings: { problems: [{ code: "empty_file" }] },
    });
  });
});

describe("whose file", () => {
  test("another seller sees nothing", async () => {
    const importId = await preview(orderFile(1));
    const other = await makeSeller();
    expect(await findImport(other.scope, importId)).toBeUndefined();
    expect(await listImports(other.scope)).toEqual([]);
    expect(await startImport(other.scope, importId)).toMatchObject({ reason: "not_found" });
  });

  test("a viewer imports nothing", async () => {
    const viewer = memberOf(seller.id, "viewer");
    expect(await receiveOrderFile(formWith(orderFile(1)), viewer, NOW)).toMatchObject({ reason: "not_allowed" });
    const importId = await preview(orderFile(1));
    expect(await startImport(viewer, importId)).toMatchObject({ reason: "not_allowed" });
  });
});
