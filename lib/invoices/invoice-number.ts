/** A row of numbers that one seller draws from; the year is part of the series, so that a new year starts a new one. */
export type InvoiceSeries = { readonly prefix: string; readonly year?: number | undefined };

const DIGITS = 6;

/**
 * Number printed on the invoice: `F-2026-000042`. Sequences start at 1 and never skip.
 *
 * @see CGI, ann. II, art. 242 nonies A (unique number in a chronological, continuous sequence; series when justified)
 */
export function formatInvoiceNumber(series: InvoiceSeries, sequence: number): string {
  if (!Number.isSafeInteger(sequence) || sequence < 1) {
    throw new RangeError(`A sequence starts at 1: ${sequence}`);
  }
  const parts = [series.prefix, series.year, String(sequence).padStart(DIGITS, "0")];
  return parts.filter((part) => part !== undefined && part !== "").join("-");
}

/** Prefixes stay readable, short and safe in a file name: capitals and digits, 1 to 8. */
export function isSeriesPrefix(value: string): boolean {
  return /^[A-Z0-9]{1,8}$/.test(value);
}
