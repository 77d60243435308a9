import { describe, expect, test } from "vitest";
import { isoDate } from "@/lib/calendar/civil-day";
import { continuityOf } from "@/lib/invoices/continuity";
import { lastMonths, monthPeriod } from "@/lib/invoices/period";
import { registerEntry } from "@/lib/invoices/register";
import { csvOf } from "@/lib/server/register/register-csv";
import { dailyTable, registerTable } from "@/lib/server/register/register-table";
import { xlsxOf } from "@/lib/server/register/register-xlsx";
import { SAMPLES } from "@/tests/unit/invoices/samples";

const entries = Object.values(SAMPLES).map((document, index) =>
  registerEntry({
    id: String(index),
    kind: document.kind,
    number: document.number,
    issuedOn: document.issuedOn,
    orderNumber: document.order.number,
    sha256: "ab".repeat(32),
    document,
  }),
);

describe("the register as files", () => {
  test("each line's rates add up to its totals, credit notes below zero", () => {
    const { head, rows } = registerTable(entries, "fr");
    const cents = (row: (typeof rows)[number], column: string) => {
      const cell = row[head.indexOf(column)];
      return cell?.kind === "amount" ? cell.cents : Number.NaN;
    };
    for (const row of rows) {
      const sum = head.flatMap((title, place) => {
        const cell = row[place];
        return /^(HT|TVA) /.test(title) && cell?.kind === "amount" ? [cell.cents] : [];
      });
      expect(sum.reduce((total, one) => total + one, 0)).toBe(cents(row, "Total TTC"));
      expect(cents(row, "Total HT") + cents(row, "Total TVA")).toBe(cents(row, "Total TTC"));
    }
    const notes = entries.flatMap(({ kind }, index) => (kind === "credit_note" ? [rows[index]] : []));
    expect(notes.every((row) => row && cents(row, "Total TTC") < 0)).toBe(true);
  });

  test("CSV in French: a mark, semicolons, decimal commas", () => {
    const csv = csvOf(registerTable(entries, "fr"), "fr");
    expect(csv.startsWith("\uFEFFNuméro;Nature;Date;Client;Commande;")).toBe(true);
    expect(csv.split("\r\n")).toHaveLength(entries.length + 2);
    expect(csv).toMatch(/;-\d+,\d\d;/);
  });

  test.each(["=1+1", "+33 1", "-2", "@SUM(A1)", "\t=1", '  =HYPERLINK("x")', "|calc", "%0A"])(
    "%s is no formula",
    (text) => {
      const csv = csvOf({ head: ["x"], rows: [[{ kind: "text", text }]] }, "fr");
      expect(csv.split("\r\n")[1]).toMatch(/^"?'/);
    },
  );

  test("a separator, a quote or a line break in a name stays in its cell", () => {
    const csv = csvOf(
      {
        head: ["a", "b"],
        rows: [
          [
            { kind: "text", text: 'Dupont; "fils"\nSARL' },
            { kind: "count", value: 1 },
          ],
        ],
      },
      "fr",
    );
    expect(csv).toContain('"Dupont; ""fils""\nSARL";1');
  });

  test("an Excel file of two sheets", async () => {
    const file = await xlsxOf([registerTable(entries, "en"), dailyTable(entries, "en")]);
    expect(file.subarray(0, 2).toString("latin1")).toBe("PK");
    expect(file.length).toBeGreaterThan(4000);
  });
});

describe("continuity", () => {
  const span = { kind: "invoice", prefix: "F", first: 5, last: 9, count: 5, lastBefore: 4, outOfOrder: 0 } as const;
  test.each([
    { because: "nothing lacks", of: span, isContinuous: true, missing: 0 },
    { because: "one lacks inside", of: { ...span, count: 4 }, isContinuous: false, missing: 1 },
    { because: "one lacks between two months", of: { ...span, lastBefore: 3 }, isContinuous: false, missing: 1 },
    { because: "a day goes back", of: { ...span, outOfOrder: 1 }, isContinuous: false, missing: 0 },
  ])("$because", ({ of, isContinuous, missing }) => {
    expect(continuityOf(of)).toMatchObject({ isContinuous, missing, firstNumber: "F-000005", lastNumber: "F-000009" });
  });
});

test.each([
  { month: "2026-11", period: { from: "2026-11-01", before: "2026-12-01" } },
  { month: "2026-12", period: { from: "2026-12-01", before: "2027-01-01" } },
  { month: "2026-13", period: undefined },
  { month: "2026-1", period: undefined },
  { month: ["2026-11"], period: undefined },
])("the month $month", ({ month, period }) => {
  expect(monthPeriod(month)).toEqual(period);
});

test("the last months cross a year", () => {
  expect(lastMonths(isoDate("2026-02-03"), 4)).toEqual(["2026-02", "2026-01", "2025-12", "2025-11"]);
});
