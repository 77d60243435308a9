import type { ReplyContext } from "@/lib/replies/context";
import type { FieldName, ReplyFields } from "@/lib/replies/field";
import { type Missing, missing, missingWhen } from "@/lib/replies/verdict";

/** Days an answer promises something for: none may be over. */
const PROMISED_DAYS = [
  "refundOn",
  "expectedOn",
  "answerOn",
  "sendBeforeOn",
  "labelFollowsOn",
  "collectionOn",
  "advanceRefundOn",
  "nextStepOn",
  "proofFollowsOn",
  "doneOn",
] as const satisfies readonly FieldName[];

export function checkDates(fields: ReplyFields, context: ReplyContext): readonly Missing[] {
  return PROMISED_DAYS.flatMap((name) => {
    const day = fields[name];
    return missingWhen(day !== undefined && day < context.today, "date_in_past", name);
  });
}

/** Quantities named in the answer must exist in the order, all that is said of one line taken together. */
export function checkLines(fields: ReplyFields, context: ReplyContext): readonly Missing[] {
  const named = new Map<string, number>();
  for (const { lineId, quantity } of fields.lines ?? []) named.set(lineId, (named.get(lineId) ?? 0) + quantity);
  return [...named].flatMap(([lineId, quantity]) => {
    const line = context.order.lines.find((candidate) => candidate.lineId === lineId);
    if (!line) return [missing("line_unknown", "lines")];
    return missingWhen(quantity > line.quantity, "quantity_above_line", "lines");
  });
}
