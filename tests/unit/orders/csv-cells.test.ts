import { describe, expect, test } from "vitest";
import { parseCell } from "@/lib/orders/csv-cells";

function read(text: string, type: "price" | "rate" | "whole" | "day" | "moment" | "yes_no") {
  const cell = parseCell(text, { type });
  return cell.ok ? cell.value : cell.reason;
}

describe("a price", () => {
  test.each([
    ["49,90", 4990],
    ["49.90", 4990],
    ["49,9", 4990],
    ["49", 4900],
    ["0", 0],
    ["1 234,50 €", 123_450],
    ["1\u202f234,50\u00a0€", 123_450],
    ["1.234,50", 123_450],
    ["1,234.50", 123_450],
    ["12 EUR", 1200],
    ["-5,00", -500],
    ["1,234", "not_a_price"],
    ["1.234.5", "not_a_price"],
    ["1.234.50", "not_a_price"],
    ["12,345", "not_a_price"],
    ["douze", "not_a_price"],
    ["", "not_a_price"],
  ])("%s", (text, cents) => {
    expect(read(text, "price")).toBe(cents);
  });
});

describe("a rate", () => {
  test.each([
    ["20", 2000],
    ["20 %", 2000],
    ["5,5", 550],
    ["5.5%", 550],
    ["2,1", 210],
    ["0", 0],
    ["vingt", "not_a_rate"],
  ])("%s", (text, bps) => {
    expect(read(text, "rate")).toBe(bps);
  });
});

describe("a day", () => {
  test.each([
    ["28/10/2026", "2026-10-28"],
    ["8/1/2026", "2026-01-08"],
    ["28-10-2026", "2026-10-28"],
    ["28.10.2026", "2026-10-28"],
    ["2026-10-28", "2026-10-28"],
    ["28/10/2026 11:30", "2026-10-28"],
    ["29/02/2026", "not_a_day"],
    ["10/28/2026", "not_a_day"],
    ["28/10/26", "not_a_day"],
    ["28/10/1926", "not_a_day"],
    ["45958", "not_a_day"],
  ])("%s", (text, day) => {
    expect(read(text, "day")).toBe(day);
  });
});

describe("a moment, at Paris", () => {
  test.each([
    ["28/10/2026 11:30", "2026-10-28T10:30:00Z"],
    ["28/10/2026 11h30", "2026-10-28T10:30:00Z"],
    ["28/10/2026 à 11h", "2026-10-28T10:00:00Z"],
    ["28/07/2026 11:30:59", "2026-07-28T09:30:00Z"],
    ["2026-10-28 11:30", "2026-10-28T10:30:00Z"],
    ["2026-10-28T11:30:00", "2026-10-28T10:30:00Z"],
    ["2026-10-28T11:30:00+02:00", "2026-10-28T09:30:00.000Z"],
    ["28/10/2026", "2026-10-28T11:00:00Z"],
    ["2026-07-28", "2026-07-28T10:00:00Z"],
    ["28/10/2026 24:30", "not_a_moment"],
    ["hier", "not_a_moment"],
  ])("%s", (text, moment) => {
    expect(read(text, "moment")).toBe(moment);
  });
});

describe("other cells", () => {
  test.each([
    ["whole", "3", 3],
    ["whole", "-3", -3],
    ["whole", "3,0", "not_a_whole_number"],
    ["whole", "9999999999", "not_a_whole_number"],
    ["yes_no", "Oui", true],
    ["yes_no", "FAUX", false],
    ["yes_no", "peut-être", "not_yes_or_no"],
  ] as const)("%s %s", (type, text, value) => {
    expect(read(text, type)).toBe(value);
  });

  test("a choice is read without accents or case", () => {
    const kind = { type: "choice", choices: { neuf: "new", reconditionne: "refurbished" }, shown: [] } as const;
    expect(parseCell("Reconditionné", kind)).toEqual({ ok: true, value: "refurbished" });
    expect(parseCell("cassé", kind)).toEqual({ ok: false, reason: "not_one_of" });
    expect(parseCell("toString", kind)).toEqual({ ok: false, reason: "not_one_of" });
    expect(parseCell("constructor", kind)).toEqual({ ok: false, reason: "not_one_of" });
  });
});
