import { maskPayment } from "@/lib/messages/masking";
import type { FieldName, ReplyFields } from "@/lib/replies/field";

/** Fields in which somebody writes freely; numbers of parcels and addresses of pages have fields of their own. */
const WRITTEN = [
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

/** The answer without payment card numbers and IBANs in what was written freely. */
export function maskReply<Reply extends ReplyFields>(reply: Reply, known: readonly string[]): Reply {
  const masked = (text: string) => maskPayment(text, known).text;
  const written = Object.fromEntries(
    WRITTEN.flatMap((name) => {
      const text = reply[name];
      return text === undefined ? [] : [[name, masked(text)]];
    }),
  );
  const withheld = reply.withheld?.map((entry) =>
    entry.reason === undefined ? entry : { ...entry, reason: masked(entry.reason) },
  );
  return { ...reply, ...written, ...(withheld === undefined ? {} : { withheld }) };
}

/** Whether something written freely looks like a card or an IBAN, so that only then the known numbers are asked for. */
export function looksLikePayment({ withheld = [], ...reply }: ReplyFields): boolean {
  const texts = [...WRITTEN.map((name) => reply[name]), ...withheld.map(({ reason }) => reason)];
  return texts.some((text) => text !== undefined && maskPayment(text).masked > 0);
}
