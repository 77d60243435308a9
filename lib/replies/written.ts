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

/** Fields of one line in which a ready-made text may leave a hole too: numbers, references, the address of a page. */
const LINES = [
  "carrier",
  "trackingNumber",
  "trackingUrl",
  "inquiryReference",
  "returnReference",
  "depositCode",
] as const satisfies readonly FieldName[];

type WrittenText = { readonly name: FieldName; readonly text: string };

/** Everything the customer will read as somebody wrote it, with the field it stands in. */
export function writtenTexts(reply: ReplyFields): readonly WrittenText[] {
  const fields = WRITTEN.map((name) => ({ name, text: reply[name] }));
  const reasons = (reply.withheld ?? []).map(({ reason }) => ({ name: "withheld" as const, text: reason }));
  return present([...fields, ...reasons]);
}

/** Every text of the answer, the lines of the return address and the references among them. */
export function everyText(reply: ReplyFields): readonly WrittenText[] {
  const lines = LINES.map((name) => ({ name, text: reply[name] }));
  const address = Object.values(reply.returnAddress ?? {}).map((text) => ({ name: "returnAddress" as const, text }));
  return [...writtenTexts(reply), ...present([...lines, ...address])];
}

function present(texts: readonly { readonly name: FieldName; readonly text: string | undefined }[]) {
  return texts.flatMap(({ name, text }) => (text === undefined ? [] : [{ name, text }]));
}
