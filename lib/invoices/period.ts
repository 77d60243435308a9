import { addDays, type IsoDate, parseIsoDate } from "@/lib/calendar/civil-day";

/** Days from `from`, included, to `before`, excluded. */
export type InvoicePeriod = { readonly from: IsoDate; readonly before: IsoDate };

/** A month as an address names it, `2026-11`; undefined when it is none. */
export function monthPeriod(month: unknown): InvoicePeriod | undefined {
  if (typeof month !== "string" || !/^\d{4}-\d{2}$/.test(month)) return undefined;
  const from = parseIsoDate(`${month}-01`);
  const [year = 0, number = 0] = month.split("-").map(Number);
  const next = number === 12 ? `${year + 1}-01-01` : `${year}-${String(number + 1).padStart(2, "0")}-01`;
  const before = parseIsoDate(next.padStart(10, "0"));
  return from && before ? { from, before } : undefined;
}

/** Days from the first to the last, both included; undefined when a day is none, or they stand the wrong way round. */
export function daysPeriod(first: unknown, last: unknown): InvoicePeriod | undefined {
  if (typeof first !== "string" || typeof last !== "string") return undefined;
  const [from, until] = [parseIsoDate(first), parseIsoDate(last)];
  return from && until && from <= until ? { from, before: addDays(until, 1) } : undefined;
}

/** The month of a day and those before it, latest first: `2026-11`, `2026-10`. */
export function lastMonths(today: IsoDate, count: number): readonly string[] {
  const [year = 0, month = 1] = today.split("-").map(Number);
  return Array.from({ length: count }, (_, back) => {
    const index = year * 12 + (month - 1) - back;
    return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`;
  });
}
