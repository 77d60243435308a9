import type { InvoiceKind } from "@/lib/invoices/draft";
import { formatInvoiceNumber } from "@/lib/invoices/invoice-number";

/** What a series holds in a period; sequences start at 1. */
export type SeriesSpan = {
  readonly kind: InvoiceKind;
  readonly prefix: string;
  readonly first: number;
  readonly last: number;
  readonly count: number;
  /** The highest sequence issued on an earlier day than the period, 0 when there is none. */
  readonly lastBefore: number;
  /** Documents dated before one of a lower number. */
  readonly outOfOrder: number;
};

export type Continuity = {
  readonly kind: InvoiceKind;
  readonly firstNumber: string;
  readonly lastNumber: string;
  readonly count: number;
  /** Numbers that nobody holds, within the period or between it and the one before. */
  readonly missing: number;
  readonly outOfOrder: number;
  readonly isContinuous: boolean;
};

/**
 * Whether the numbers of a period follow each other, from the last one of the period before.
 *
 * @see CGI, ann. II, art. 242 nonies A (unique number in a chronological, continuous sequence)
 */
export function continuityOf({ kind, prefix, first, last, count, lastBefore, outOfOrder }: SeriesSpan): Continuity {
  const missing = last - lastBefore - count;
  return {
    kind,
    firstNumber: formatInvoiceNumber({ prefix }, first),
    lastNumber: formatInvoiceNumber({ prefix }, last),
    count,
    missing,
    outOfOrder,
    isContinuous: missing === 0 && outOfOrder === 0,
  };
}
