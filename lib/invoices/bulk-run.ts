import type { InvoicePeriod } from "@/lib/invoices/period";
import type { Refusal } from "@/lib/outcome";

/** What a run issues: what left in a period, its days being the seller's; or orders chosen by hand, sent or not. */
export type RunTarget = { readonly period: InvoicePeriod } | { readonly orderNumbers: readonly string[] };

/** Orders one choice may hold: several pages of a list. */
export const MOST_CHOSEN = 500;

/** An order that could not be invoiced, why, and which mentions or lines stand against it. */
export type RefusedOrder = { readonly orderNumber: string } & Pick<Refusal, "reason" | "fields">;

export const INVOICE_RUN_STATUSES = ["running", "done", "cancelled", "failed"] as const;

/** Refusals kept by a run: enough to see what is wrong with a month, the count says how many there were. */
export const MOST_REFUSED = 100;

/** Whether a run that ended left something to issue: what it did not reach, or what was refused and may be mended since. */
export function isResumable({
  status,
  refusedCount,
}: {
  readonly status: (typeof INVOICE_RUN_STATUSES)[number];
  readonly refusedCount: number;
}): boolean {
  return status === "cancelled" || status === "failed" || (status === "done" && refusedCount > 0);
}
