import { maskPayment } from "@/lib/messages/masking";
import type { ReplyFields } from "@/lib/replies/field";
import { WRITTEN, writtenTexts } from "@/lib/replies/written";

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
export function looksLikePayment(reply: ReplyFields): boolean {
  return writtenTexts(reply).some(({ text }) => maskPayment(text).masked > 0);
}
