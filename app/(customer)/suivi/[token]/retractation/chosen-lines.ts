import type { CustomerSpace } from "@/db/queries/customer-space";

type Line = CustomerSpace["withdrawable"][number];

/** The name of a line's field: by its place, for a line's own identifier may hold anything. */
export function quantityField(index: number): string {
  return `quantity${index}`;
}

/** What was chosen to withdraw from; never more than is left, whatever a form says. */
export function chosenLines(lines: readonly Line[], values: Readonly<Record<string, string>>): readonly Line[] {
  return lines.flatMap((line, index) => {
    const typed = Number(values[quantityField(index)] ?? line.quantity);
    const quantity = Number.isInteger(typed) ? Math.min(Math.max(typed, 0), line.quantity) : 0;
    return quantity > 0 ? [{ ...line, quantity }] : [];
  });
}

/** The lines as the statement says them; empty for the whole order, which needs no list. */
export function linesInWords(chosen: readonly Line[], { order }: Pick<CustomerSpace, "order">): string {
  const isWhole = order.lines.every((line) =>
    chosen.some(({ lineId, quantity }) => lineId === line.lineId && quantity === line.quantity),
  );
  return isWhole ? "" : chosen.map(({ quantity, name }) => `${quantity} × ${name}`).join(", ");
}
