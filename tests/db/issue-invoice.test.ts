import { eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { afterAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { issueInvoice } from "@/db/commands/issue-invoice";
import { findInvoicePdf } from "@/db/queries/invoices";
import { invoices } from "@/db/schema/invoices";
import { orders } from "@/db/schema/orders";
import { invoiceSeries } from "@/db/schema/sellers";
import { withScope } from "@/db/scope";
import { instant } from "@/lib/calendar/instant";
import { makeOrder, makeSeller } from "../support/factory";
import { makeInvoicingSeller, stubRender } from "../support/invoicing-seller";

afterAll(closeDatabase);

const address = { name: "Jeanne Moreau", line1: "3 rue des Lilas", postcode: "69003", city: "Lyon", country: "FR" };
const now = instant("2026-11-20T09:00:00Z");
describe("issueInvoice", () => {
  test("fifty at once draw consecutive numbers, none twice", async () => {
    const seller = await makeInvoicingSeller();
    const orders = await Promise.all(Array.from({ length: 50 }, () => makeOrder(seller)));
    const issued = await Promise.all(
      orders.map((order) => issueInvoice(seller.scope, { orderNumber: order.number }, { render: stubRender, now })),
    );
    const numbers = issued.map((outcome) => (outcome.ok ? outcome.value.number : outcome.reason)).sort();
    expect(numbers).toEqual(Array.from({ length: 50 }, (_, index) => `F-${String(index + 1).padStart(6, "0")}`));
  });

  test("a failed rendering gives the number back", async () => {
    const seller = await makeInvoicingSeller();
    const order = await makeOrder(seller);
    const failing = async () => {
      throw new Error("no font");
    };
    await expect(issueInvoice(seller.scope, { orderNumber: order.number }, { render: failing, now })).rejects.toThrow(
      "no font",
    );
    expect(await issueInvoice(seller.scope, { orderNumber: order.number }, { render: stubRender, now })).toMatchObject({
      value: { number: "F-000001", result: "issued" },
    });
  });

  test("a second call finds the first invoice, byte for byte", async () => {
    const seller = await makeInvoicingSeller();
    const order = await makeOrder(seller);
    const first = await issueInvoice(seller.scope, { orderNumber: order.number }, { render: stubRender, now });
    const second = await issueInvoice(seller.scope, { orderNumber: order.number }, { render: stubRender, now });
    expect(second).toMatchObject({ value: { number: "F-000001", result: "already_issued" } });
    const pdf = first.ok && (await findInvoicePdf(seller.scope, first.value.invoiceId));
    expect(pdf && new TextDecoder().decode(pdf.pdf)).toBe("PDF of F-000001");
  });

  test("a seller without a legal identity is told, and no number is drawn", async () => {
    const seller = await makeSeller();
    await withScope(seller.job, (tx) =>
      tx.insert(invoiceSeries).values({ sellerId: seller.id, id: uuidv7(), kind: "invoice", prefix: "F" }),
    );
    const order = await makeOrder(seller);
    expect(await issueInvoice(seller.scope, { orderNumber: order.number }, { render: stubRender, now })).toMatchObject({
      ok: false,
      reason: "seller_identity_incomplete",
    });
  });

  test.each([
    ["euro_rate_missing", { currency: "GBP" }],
    ["export_not_invoiced_here", { shippingAddress: { ...address, postcode: "1201", city: "Genève", country: "CH" } }],
  ] as const)("%s: refused before a number is drawn", async (reason, changes) => {
    const seller = await makeInvoicingSeller();
    const [abroad, next] = [await makeOrder(seller), await makeOrder(seller)];
    await withScope(seller.job, (tx) => tx.update(orders).set(changes).where(eq(orders.id, abroad.id)));
    const issuing = { render: stubRender, now };
    expect(await issueInvoice(seller.scope, { orderNumber: abroad.number }, issuing)).toMatchObject({ reason });
    expect(await issueInvoice(seller.scope, { orderNumber: next.number }, issuing)).toMatchObject({
      value: { number: "F-000001" },
    });
  });

  test("an issued invoice can be neither edited nor deleted", async () => {
    const seller = await makeInvoicingSeller();
    const edit = withScope(seller.job, (tx) => tx.update(invoices).set({ number: "F-999999" }));
    await expect(edit).rejects.toMatchObject({ cause: { message: expect.stringContaining("permission denied") } });
    const erase = withScope(seller.job, (tx) => tx.delete(invoices));
    await expect(erase).rejects.toMatchObject({ cause: { message: expect.stringContaining("permission denied") } });
  });

  test("another seller sees nothing", async () => {
    const [seller, other] = [await makeInvoicingSeller(), await makeInvoicingSeller()];
    const order = await makeOrder(seller);
    const issued = await issueInvoice(seller.scope, { orderNumber: order.number }, { render: stubRender, now });
    expect(await issueInvoice(other.scope, { orderNumber: order.number }, { render: stubRender, now })).toMatchObject({
      reason: "not_found",
    });
    expect(issued.ok && (await findInvoicePdf(other.scope, issued.value.invoiceId))).toBeUndefined();
  });
});
