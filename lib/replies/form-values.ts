import { parseInstant } from "@/lib/calendar/instant";
import { localInput } from "@/lib/calendar/local-time";
import type { ZoneId } from "@/lib/calendar/zone";
import type { ReplyFields } from "@/lib/replies/field";
import { FORM_FIELDS } from "@/lib/replies/form-fields";

/** Text inputs of a form by name; a name that repeats holds a list. */
export type ReplyFormValues = Readonly<Record<string, string | readonly string[]>>;

export type FormReading = {
  /** Zone in which instants are typed. */
  readonly zone: ZoneId;
  /** Decimal sign of amounts. */
  readonly decimal: "," | ".";
};

/** An answer as its form shows it: what `readReplyForm` reads back. */
export function replyFormValues(fields: ReplyFields, reading: FormReading): ReplyFormValues {
  const values: Record<string, string | readonly string[]> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined || value === false) continue;
    Object.assign(values, isField(name) ? fieldValues(name, value, reading) : {});
  }
  return values;
}

type Value = NonNullable<ReplyFields[keyof ReplyFields]>;

function fieldValues(name: keyof typeof FORM_FIELDS, value: Value, reading: FormReading): ReplyFormValues {
  if (typeof value === "boolean") return { [name]: "yes" };
  if (typeof value === "number") return { [name]: amountText(value, reading.decimal) };
  if (typeof value === "string") {
    return { [name]: FORM_FIELDS[name].kind === "instant" ? localText(value, reading.zone) : value };
  }
  if (Array.isArray(value)) return listValues(name, value);
  return Object.fromEntries(
    Object.entries(value).flatMap(([part, text]) => (typeof text === "string" ? [[`${name}.${part}`, text]] : [])),
  );
}

function listValues(name: string, list: readonly unknown[]): ReplyFormValues {
  const texts = list.filter((entry) => typeof entry === "string");
  if (texts.length > 0) return { [name]: texts };
  return Object.fromEntries(list.flatMap((entry) => partOf(name, entry)));
}

function partOf(name: string, entry: unknown): readonly (readonly [string, string])[] {
  if (typeof entry !== "object" || entry === null) return [];
  if ("lineId" in entry && "quantity" in entry) return [[`${name}.${entry.lineId}`, String(entry.quantity)]];
  if ("remedy" in entry && "reason" in entry && entry.reason)
    return [[`${name}.${entry.remedy}`, String(entry.reason)]];
  return [];
}

/** « 95,00 »: cents as an amount is typed. */
export function amountText(cents: number, decimal: "," | "."): string {
  return (cents / 100).toFixed(2).replace(".", decimal);
}

function localText(value: string, zone: ZoneId): string {
  const at = parseInstant(value);
  return at.ok ? localInput(at.value, zone) : value;
}

function isField(name: string): name is keyof typeof FORM_FIELDS {
  return Object.hasOwn(FORM_FIELDS, name);
}
