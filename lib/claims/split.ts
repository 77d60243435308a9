import { accepted, type Outcome, refused } from "@/lib/outcome";

/** A line of the order, and how many of it a claim is about. */
export type LinePart = { readonly orderLineId: string; readonly quantity: number };
export type SplitRefusal = "no_line" | "unknown_line" | "quantity_above_claim" | "nothing_left";

/**
 * What stays with a claim once some of its lines are another's: at least one, for a claim is about something.
 *
 * @param taken each line once
 */
export function restOfLines(
  claimed: readonly LinePart[],
  taken: readonly LinePart[],
): Outcome<readonly LinePart[], SplitRefusal> {
  if (taken.length === 0) return refused("no_line", { lines: ["no_line"] });
  const quantities = new Map(claimed.map(({ orderLineId, quantity }) => [orderLineId, quantity]));
  for (const { orderLineId, quantity } of taken) {
    const left = quantities.get(orderLineId);
    if (left === undefined) return refused("unknown_line", { lines: ["unknown_line"] });
    if (quantity > left || quantity < 1) return refused("quantity_above_claim", { lines: ["quantity_above_claim"] });
    quantities.set(orderLineId, left - quantity);
  }
  const rest = [...quantities].flatMap(([orderLineId, quantity]) => (quantity > 0 ? [{ orderLineId, quantity }] : []));
  return rest.length > 0 ? accepted(rest) : refused("nothing_left", { lines: ["nothing_left"] });
}
