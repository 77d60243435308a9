import { eq } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import {
  cancelInvoiceRun,
  failInvoiceRun,
  issueNextOfRun,
  resumeInvoiceRun,
  startInvoiceRun,
} from "@/db/commands/invoice-runs";
import { listArchived } from "@/db/queries/invoice-archive";
import { countUninvoiced, findRun, listRuns } from "@/db/queries/invoice-runs";
import { listOrders } from "@/db/queries/orders";
import { invoices } from "@/db/schema/invoices";
import { orderLines, orders } from "@/db/schema/orders";
import { withScope } from "@/db/scope";
import { isoDate } from "@/lib/calendar/civil-day";
import { instant } from "@/lib/calendar/instant";
import type { RunTarget } from "@/lib/invoices/bulk-run";
import { type MadeSeller, makeOrder, memberOf } from "../support/factory";
import { makeInvoicingSeller, stubRender } from "../support/invoicing-seller";

afterAll(closeDatabase);

const now = instant("2026-11-20T09:00:00Z");
const issuing = { render: stubRender, now };
const october: RunTarget = { period: { from: isoDate("2026-10-01"), before: isoDate("2026-11-01") } };

/** Four orders that left, one that did not. */
async function sellerWithOrders() {
  const seller = await makeInvoicingSeller();
  for (const number of ["C-1", "C-2", "C-3", "C-4"]) await makeOrder(seller, { number });
  await makeOrder(seller, { number: "C-5", shippedAt: null, deliveredAt: null });
  return seller;
}

async function start(seller: MadeSeller, target = october): Promise<string> {
  const outcome = await startInvoiceRun(seller.scope, target, now);
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value.runId;
}

function numbersOf(seller: MadeSeller) {
  return withScope(seller.job, (tx) =>
    tx.select({ number: invoices.number }).from(invoices).where(eq(invoices.sellerId, seller.id)),
  ).then((rows) => rows.map(({ number }) => number).sort());
}

describe("a run of invoices", () => {
  test("issues what left and has no invoice, and says how far it is", async () => {
    const seller = await sellerWithOrders();
    expect(await countUninvoiced(seller.scope, october)).toBe(4);
    const runId = await start(seller);
    while (await issueNextOfRun(seller.job, runId, issuing));
    expect(await findRun(seller.scope, runId)).toMatchObject({
      status: "done",
      totalCount: 4,
      issuedCount: 4,
      refused: [],
    });
    expect(await numbersOf(seller)).toEqual(["F-000001", "F-000002", "F-000003", "F-000004"]);
    expect(await startInvoiceRun(seller.scope, october, now)).toMatchObject({ reason: "nothing_to_issue" });
  });

  test("goes on past an order it cannot invoice, and says why", async () => {
    const seller = await sellerWithOrders();
    await withScope(seller.job, (tx) =>
      tx.update(orderLines).set({ vatScheme: "franchise" }).where(eq(orderLines.lineId, "LAMPE-01")),
    );
    const runId = await start(seller);
    while (await issueNextOfRun(seller.job, runId, issuing));
    const run = await findRun(seller.scope, runId);
    expect(run).toMatchObject({ status: "done", issuedCount: 0, refusedCount: 4 });
    expect(run?.refused[0]).toEqual({
      orderNumber: "C-1",
      reason: "vat_rate_and_scheme_disagree",
      fields: { lines: ["LAMPE-01", "shipping"] },
    });
    expect(await numbersOf(seller)).toEqual([]);
  });

  test("stops when told, and another goes on with the rest", async () => {
    const seller = await sellerWithOrders();
    const runId = await start(seller);
    expect(await startInvoiceRun(seller.scope, october, now)).toMatchObject({ reason: "already_running" });
    await issueNextOfRun(seller.job, runId, issuing);
    expect(await cancelInvoiceRun(seller.scope, runId, now)).toMatchObject({ ok: true });
    expect(await issueNextOfRun(seller.job, runId, issuing)).toBe(false);
    expect(await cancelInvoiceRun(seller.scope, runId, now)).toMatchObject({ reason: "not_running" });
    const rest = await start(seller);
    while (await issueNextOfRun(seller.job, rest, issuing));
    expect(await numbersOf(seller)).toEqual(["F-000001", "F-000002", "F-000003", "F-000004"]);
  });

  test("killed in the middle of an invoice, it draws no number for it and goes on", async () => {
    const seller = await sellerWithOrders();
    const runId = await start(seller);
    await issueNextOfRun(seller.job, runId, issuing);
    const dying = async () => {
      throw new Error("killed");
    };
    await expect(issueNextOfRun(seller.job, runId, { render: dying, now })).rejects.toThrow("killed");
    while (await issueNextOfRun(seller.job, runId, issuing));
    expect(await numbersOf(seller)).toEqual(["F-000001", "F-000002", "F-000003", "F-000004"]);
    expect(await findRun(seller.scope, runId)).toMatchObject({ status: "done", issuedCount: 4 });
  });

  test("one that was stopped or that failed is taken up again where it was", async () => {
    const seller = await sellerWithOrders();
    const runId = await start(seller);
    await issueNextOfRun(seller.job, runId, issuing);
    expect(await resumeInvoiceRun(seller.scope, runId)).toMatchObject({ reason: "not_resumable" });
    await cancelInvoiceRun(seller.scope, runId, now);
    expect(await resumeInvoiceRun(seller.scope, runId)).toMatchObject({ ok: true });
    await issueNextOfRun(seller.job, runId, issuing);
    await failInvoiceRun(seller.job, runId, now);
    expect(await resumeInvoiceRun(seller.scope, runId)).toMatchObject({ ok: true });
    while (await issueNextOfRun(seller.job, runId, issuing));
    expect(await findRun(seller.scope, runId)).toMatchObject({ status: "done", totalCount: 4, issuedCount: 4 });
    expect(await numbersOf(seller)).toEqual(["F-000001", "F-000002", "F-000003", "F-000004"]);
    expect(await resumeInvoiceRun(seller.scope, runId)).toMatchObject({ reason: "not_resumable" });
  });

  test("taken up again and started at one instant, one of the two is told of the other", async () => {
    const seller = await sellerWithOrders();
    const runId = await start(seller);
    await cancelInvoiceRun(seller.scope, runId, now);
    const both = await Promise.all([
      resumeInvoiceRun(seller.scope, runId),
      startInvoiceRun(seller.scope, october, now),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ reason: "already_running" });
  });

  test("what was refused is tried again once it is mended", async () => {
    const seller = await sellerWithOrders();
    const setScheme = (vatScheme: "franchise" | "standard") =>
      withScope(seller.job, (tx) => tx.update(orderLines).set({ vatScheme }).where(eq(orderLines.sellerId, seller.id)));
    await setScheme("franchise");
    const runId = await start(seller);
    while (await issueNextOfRun(seller.job, runId, issuing));
    await setScheme("standard");
    expect(await resumeInvoiceRun(seller.scope, runId)).toMatchObject({ ok: true });
    while (await issueNextOfRun(seller.job, runId, issuing));
    expect(await findRun(seller.scope, runId)).toMatchObject({ status: "done", issuedCount: 4, refused: [] });
  });

  test("two workers on one run never take the same order", async () => {
    const seller = await sellerWithOrders();
    const runId = await start(seller);
    const work = async () => {
      while (await issueNextOfRun(seller.job, runId, issuing));
    };
    await Promise.all([work(), work()]);
    expect(await findRun(seller.scope, runId)).toMatchObject({ status: "done", issuedCount: 4, refusedCount: 0 });
    expect(await numbersOf(seller)).toEqual(["F-000001", "F-000002", "F-000003", "F-000004"]);
  });

  test("a reader starts none, another seller stops none", async () => {
    const [seller, other] = [await sellerWithOrders(), await makeInvoicingSeller()];
    expect(await startInvoiceRun(memberOf(seller.id, "viewer"), october, now)).toMatchObject({ reason: "not_allowed" });
    const runId = await start(seller);
    expect(await cancelInvoiceRun(other.scope, runId, now)).toMatchObject({ reason: "not_running" });
    expect(await findRun(other.scope, runId)).toBeUndefined();
  });
});

describe("a run of chosen orders", () => {
  test("issues those and no other, sent or not, and takes them away as one archive", async () => {
    const seller = await sellerWithOrders();
    const chosen: RunTarget = { orderNumbers: ["C-2", "C-5", "unknown"] };
    expect(await countUninvoiced(seller.scope, chosen)).toBe(2);
    const runId = await start(seller, chosen);
    while (await issueNextOfRun(seller.job, runId, issuing));
    expect(await findRun(seller.scope, runId)).toMatchObject({ status: "done", issuedCount: 2, refused: [] });
    const archived = await listArchived(seller.scope, { target: chosen });
    expect(archived.map(({ number }) => number)).toEqual(["F-000001", "F-000002"]);
    expect(await startInvoiceRun(seller.scope, chosen, now)).toMatchObject({ reason: "nothing_to_issue" });
    const left = await listOrders(seller.scope, { uninvoiced: true, limit: 10 });
    expect(left.map(({ number }) => number).sort()).toEqual(["C-1", "C-3", "C-4"]);
  });

  test("says of an order invoiced elsewhere that it is", async () => {
    const seller = await sellerWithOrders();
    await withScope(seller.job, (tx) =>
      tx.update(orders).set({ externalInvoiceNumber: "EXT-1" }).where(eq(orders.number, "C-1")),
    );
    const runId = await start(seller, { orderNumbers: ["C-1", "C-2"] });
    while (await issueNextOfRun(seller.job, runId, issuing));
    expect((await findRun(seller.scope, runId))?.refused).toEqual([
      { orderNumber: "C-1", reason: "external_invoice_exists" },
    ]);
  });

  test("another seller's orders are not there, nor its archive", async () => {
    const [seller, other] = [await sellerWithOrders(), await makeInvoicingSeller()];
    const chosen: RunTarget = { orderNumbers: ["C-1"] };
    expect(await startInvoiceRun(other.scope, chosen, now)).toMatchObject({ reason: "nothing_to_issue" });
    const runId = await start(seller, chosen);
    while (await issueNextOfRun(seller.job, runId, issuing));
    expect(await listArchived(other.scope, { target: chosen })).toEqual([]);
    expect(await listRuns(other.scope, 5)).toEqual([]);
    expect(await resumeInvoiceRun(other.scope, runId)).toMatchObject({ reason: "not_resumable" });
  });
});
