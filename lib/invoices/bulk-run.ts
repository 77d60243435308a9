/** An order that could not be invoiced, and why. */
export type RefusedOrder = { readonly orderNumber: string; readonly reason: string };

export const INVOICE_RUN_STATUSES = ["running", "done", "cancelled", "failed"] as const;

/** Refusals kept by a run: enough to see what is wrong with a month, the count says how many there were. */
export const MOST_REFUSED = 100;
