import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { issueCreditNote } from "@/db/commands/issue-credit-note";
import { issueInvoice } from "@/db/commands/issue-invoice";
import { listArchived } from "@/db/queries/invoice-archive";
import { listInvoiceMonths, listInvoices, readContinuity, readRegister } from "@/db/queries/invoice-register";
import { instant } from "@/lib/calendar/instant";
import { monthPeriod } from "@/lib/invoices/period";
import { dailyConsumerTotals } from "@/lib/invoices/register";
import { serveArchive } from "@/lib/server/invoice-archive";
import { type MadeSeller, makeOrder, memberOf } from "../support/factory";
import { makeInvoicingSeller, stubRender } from "../support/invoicing-seller";

afterAll(closeDatabase);

let seller: MadeSeller;
const november = monthPeriod("2026-11") ?? fail("2026-11 is a month");
const december = monthPeriod("2026-12") ?? fail("2026-12 is a month");

function fail(because: string): never {
  throw new Error(because);
}

/** Two invoices and a partial credit note in November, one invoice in December. */
beforeAll(async () => {
  seller = await makeInvoicingSeller();
  const issueAt = async (at: string) => {
    const order = await makeOrder(seller);
    await issueInvoice(seller.scope, { orderNumber: order.number }, { render: stubRender, now: instant(at) });
    return order.number;
  };
  const orderNumber = await issueAt("2026-11-20T09:00:00Z");
  await issueAt("2026-11-21T09:00:00Z");
  const asked = { kind: "parts", lines: [{ lineId: "LAMPE-01", quantity: 1 }], shippingCents: 0 } as const;
  await issueCreditNote(
    seller.scope,
    { orderNumber, asked },
    { render: stubRender, now: instant("2026-11-21T10:00:00Z") },
  );
  await issueAt("2026-12-01T09:00:00Z");
});

describe("the register of a month", () => {
  test("an accountant reads its documents by day and number, with what they are linked to", async () => {
    const entries = await readRegister(memberOf(seller.id, "viewer"), november);
    expect(
      entries.map(({ number, issuedOn, grossCents, linkedNumber }) => [number, issuedOn, grossCents, linkedNumber]),
    ).toEqual([
      ["F-000001", "2026-11-20", 10470, null],
      ["A-000001", "2026-11-21", 4990, "F-000001"],
      ["F-000002", "2026-11-21", 10470, null],
    ]);
    expect(dailyConsumerTotals(entries).map(({ day, grossCents, documents }) => [day, grossCents, documents])).toEqual([
      ["2026-11-20", 10470, 1],
      ["2026-11-21", 5480, 2],
    ]);
  });

  test("numbers are stated to be continuous, from one month to the next", async () => {
    expect(await readContinuity(seller.scope, november)).toMatchObject([
      { kind: "invoice", firstNumber: "F-000001", lastNumber: "F-000002", count: 2, isContinuous: true },
      { kind: "credit_note", firstNumber: "A-000001", count: 1, isContinuous: true },
    ]);
    expect(await readContinuity(seller.scope, december)).toMatchObject([
      { kind: "invoice", firstNumber: "F-000003", count: 1, isContinuous: true },
    ]);
  });

  test("the list is searched by number, customer and order, and pages", async () => {
    const found = (search: string) => listInvoices(seller.scope, { search, limit: 10 });
    expect((await found("f-000002")).map(({ number }) => number)).toEqual(["F-000002"]);
    expect(await found("jeanne moreau")).toHaveLength(4);
    expect(await found("100%")).toEqual([]);
    const first = await listInvoices(seller.scope, { limit: 2 });
    expect(first).toHaveLength(3);
    const after = first[1] && { issuedOn: first[1].issuedOn, id: first[1].id };
    expect((await listInvoices(seller.scope, { limit: 2, after })).map(({ number }) => number)).toEqual([
      first[2]?.number,
      "F-000001",
    ]);
    expect(await listInvoiceMonths(seller.scope)).toEqual(["2026-12", "2026-11"]);
  });

  test("another seller reads nothing of it", async () => {
    const other = await makeInvoicingSeller();
    expect(await readRegister(other.scope, november)).toEqual([]);
    expect(await listArchived(other.scope, { period: november })).toEqual([]);
    expect(await readContinuity(other.scope, november)).toEqual([]);
  });
});

describe("the archive", () => {
  const ask = async (headers: Readonly<Record<string, string>> = {}) => {
    const invoices = await listArchived(seller.scope, { period: november });
    return serveArchive(seller.scope, { invoices, name: "a.zip" }, new Request("http://x/", { headers }));
  };

  test("says its length, and is the same to the byte each time", async () => {
    const [one, two] = [await ask(), await ask()];
    const bytes = Buffer.from(await one.arrayBuffer());
    expect(bytes.length).toBe(Number(one.headers.get("content-length")));
    expect(bytes.equals(Buffer.from(await two.arrayBuffer()))).toBe(true);
    expect(bytes.toString("latin1")).toContain("facture-F-000001.pdf");
    expect(bytes.toString("latin1")).toContain("avoir-A-000001.pdf");
  });

  test("is taken up where it broke off", async () => {
    const whole = Buffer.from(await (await ask()).arrayBuffer());
    const rest = await ask({ range: "bytes=150-" });
    expect([rest.status, rest.headers.get("content-range")]).toEqual([
      206,
      `bytes 150-${whole.length - 1}/${whole.length}`,
    ]);
    expect(Buffer.from(await rest.arrayBuffer()).equals(whole.subarray(150))).toBe(true);
    const other = await ask({ range: "bytes=150-", "if-range": '"another"' });
    expect(other.status).toBe(200);
    await other.body?.cancel();
  });
});
