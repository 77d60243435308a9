import type { FieldName, ReplyFields } from "@/lib/replies/field";

/** Fields in which somebody writes freely; numbers of parcels and addresses of pages have fields of their own. */
export const WRITTEN = [
  "message",
  "lastEvent",
  "packing",
  "nextStep",
  "contact",
  "facts",
  "evidence",
  "missingProof",
  "gestureDescription",
  "correction",
] as const satisfies readonly FieldName[];

type WrittenText = { readonly name: FieldName; readonly text: string };

/** Everything the customer will read as somebody wrote it, with the field it stands in. */
export function writtenTexts(reply: ReplyFields): readonly WrittenText[] {
  const fields = WRITTEN.map((name) => ({ name, text: reply[name] }));
  const reasons = (reply.withheld ?? []).map(({ reason }) => ({ name: "withheld" as const, text: reason }));
  return [...fields, ...reasons].flatMap(({ name, text }) => (text === undefined ? [] : [{ name, text }]));
}
