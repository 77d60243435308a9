import type { AskedLine, CreditAsked } from "@/lib/invoices/credit-asked";
import { isAmountCents } from "@/lib/money/cents";

/** Names of the form's fields; a line is known by its place, since its identifier may hold any sign. */
export const CREDIT_FIELDS = {
  all: "tout",
  refund: "rembourse",
  shipping: "port",
  pieces: (place: number) => `q${place}`,
  amount: (place: number) => `m${place}`,
} as const;

export type CreditQuery = Readonly<Record<string, string | readonly string[] | undefined>>;

/** What the address asks for; undefined when it asks for nothing yet, `invalid` names the fields that are no number. */
export function readCreditQuery(
  query: CreditQuery,
  lines: readonly { readonly lineId: string }[],
): { readonly asked: CreditAsked | undefined; readonly invalid: readonly string[] } {
  const { all, refund, shipping } = CREDIT_FIELDS;
  if (textOf(query[all]) !== "") return { asked: { kind: "remainder" }, invalid: [] };
  const refundCents = centsOf(textOf(query[refund]));
  if (refundCents) return { asked: { kind: "refund", amountCents: refundCents, shippingCents: 0 }, invalid: [] };
  const read = lines.map(({ lineId }, place) => readLine(query, lineId, place));
  const shippingCents = centsOf(textOf(query[shipping]));
  const invalid = [...read.flatMap((line) => line.invalid), ...(shippingCents === null ? [shipping] : [])];
  const asked = read.flatMap(({ line }) => (line ? [line] : []));
  const isEmpty = asked.length === 0 && !shippingCents;
  return {
    asked:
      isEmpty || invalid.length > 0 ? undefined : { kind: "parts", lines: asked, shippingCents: shippingCents ?? 0 },
    invalid,
  };
}

function readLine(query: CreditQuery, lineId: string, place: number) {
  const names = { pieces: CREDIT_FIELDS.pieces(place), amount: CREDIT_FIELDS.amount(place) };
  const [pieces, typed] = [textOf(query[names.pieces]), textOf(query[names.amount])];
  const quantity = /^\d{0,6}$/.test(pieces) ? Number(pieces) : null;
  const amountCents = centsOf(typed);
  const invalid = [...(quantity === null ? [names.pieces] : []), ...(amountCents === null ? [names.amount] : [])];
  const line: AskedLine | undefined =
    quantity || amountCents
      ? { lineId, quantity: quantity || undefined, amountCents: amountCents || undefined }
      : undefined;
  return { line, invalid };
}

/** « 12,50 » as cents: 0 when nothing is typed, null when it is no amount. */
function centsOf(text: string): number | null {
  const plain = text.replace(/[\s\u00A0\u202F€]/g, "").replace(",", ".");
  if (plain === "") return 0;
  const cents = /^\d{1,7}(\.\d{1,2})?$/.test(plain) ? Math.round(Number(plain) * 100) : null;
  return cents !== null && isAmountCents(cents) ? cents : null;
}

export function textOf(value: CreditQuery[string]): string {
  return typeof value === "string" ? value.trim() : "";
}
