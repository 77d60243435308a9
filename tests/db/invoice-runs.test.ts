import { eq } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { cancelInvoiceRun, issueNextOfRun, startInvoiceRun } from "@/db/commands/invoice-runs";
import { countUninvoiced, findLastRun } from "@/db/queries/invoice-runs";
import { invoices } from "@/db/schema/invoices";
import { orderLines } from "@/db/schema/orders";
import { withScope } from "@/db/scope";
import { isoDate } from "@/lib/calendar/civil-day";
import { instant } from "@/lib/calendar/instant";
import { type MadeSeller, makeOrder, memberOf } from "../support/factory";
import { makeInvoicingSeller, stubRender } from "../support/invoicing-seller";

afterAll(closeDatabase);

const now = instant("2026-11-20T09:00:00Z");
const issuing = { render: stubRender, now };
const period = { from: isoDate("2026-10-01"), before: isoDate("2026-11-01") };

/** Four orders that left, one that did not. */
async function sellerWithOrders() {
  const seller = await makeInvoicingSeller();
  for (const number of ["C-1", "C-2", "C-3", "C-4"]) await makeOrder(seller, { number });
  await makeOrder(seller, { number: "C-5", shippedAt: null, deliveredAt: null });
  return seller;
}

async function start(seller: MadeSeller): Promise<string> {
  const outcome = await startInvoiceRun(seller.scope, period, now);
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
    expect(await countUninvoiced(seller.scope, period)).toBe(4);
    const runId = await start(seller);
    while (await issueNextOfRun(seller.job, runId, issuing));
    expect(await findLastRun(seller.scope)).toMatchObject({
      status: "done",
      totalCount: 4,
      issuedCount: 4,
      refused: [],
    });
    expect(await numbersOf(seller)).toEqual(["F-000001", "F-000002", "F-000003", "F-000004"]);
    expect(await startInvoiceRun(seller.scope, period, now)).toMatchObject({ reason: "nothing_to_issue" });
  });

  test("goes on past an order it cannot invoice, and says why", async () => {
    const seller = await sellerWithOrders();
    await withScope(seller.job, (tx) =>
      tx.update(orderLines).set({ vatScheme: "franchise" }).where(eq(orderLines.lineId, "LAMPE-01")),
    );
    const runId = await start(seller);
    while (await issueNextOfRun(seller.job, runId, issuing));
    const run = await findLastRun(seller.scope);
    expect(run).toMatchObject({ status: "done", issuedCount: 0, refusedCount: 4 });
    expect(run?.refused[0]).toEqual({ orderNumber: "C-1", reason: "vat_rate_and_scheme_disagree" });
    expect(await numbersOf(seller)).toEqual([]);
  });

  test("stops when told, and another goes on with the rest", async () => {
    const seller = await sellerWithOrders();
    const runId = await start(seller);
    expect(await startInvoiceRun(seller.scope, period, now)).toMatchObject({ reason: "already_running" });
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
    expect(await findLastRun(seller.scope)).toMatchObject({ status: "done", issuedCount: 4 });
  });

  test("a reader starts none, another seller stops none", async () => {
    const [seller, other] = [await sellerWithOrders(), await makeInvoicingSeller()];
    expect(await startInvoiceRun(memberOf(seller.id, "viewer"), period, now)).toMatchObject({ reason: "not_allowed" });
    const runId = await start(seller);
    expect(await cancelInvoiceRun(other.scope, runId, now)).toMatchObject({ reason: "not_running" });
    expect(await findLastRun(other.scope)).toBeUndefined();
  });
});
