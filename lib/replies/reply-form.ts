import { instantOfLocalTime } from "@/lib/calendar/local-time";
import type { ZoneId } from "@/lib/calendar/zone";
import { FORM_FIELDS } from "@/lib/replies/form-fields";

/** Text inputs of a form, repeated names included, in their order. Files are left to the upload path. */
export type FormEntries = Iterable<readonly [string, unknown]>;

const REPEATED = ["documentIds", "demands", "alsoOffered"];

/**
 * What a reply form says, in the shape `replyInput` parses. Empty inputs are absent; `amountCents` is typed in
 * units of the currency (« 95,00 »), `deliveredAt` as local time of the zone. A part is named with a dot:
 * `returnAddress.city`, `withheld.repair` (the reason), `lines.{lineId}` (the quantity). Names of no field are dropped.
 */
export function readReplyForm(entries: FormEntries, zone: ZoneId): Record<string, unknown> {
  const read: Record<string, unknown> = {};
  for (const [name, raw] of entries) {
    const value = typeof raw === "string" ? raw.trim() : "";
    if (value !== "") readEntry(read, name, value, zone);
  }
  return read;
}

function readEntry(read: Record<string, unknown>, name: string, value: string, zone: ZoneId): void {
  const dot = name.indexOf(".");
  const field = dot === -1 ? name : name.slice(0, dot);
  const part = dot === -1 ? "" : name.slice(dot + 1);
  if (field === "solution" || REPEATED.includes(field)) {
    read[field] = field === "solution" ? value : [...listOf(read[field]), value];
  } else if (part !== "") {
    readPart(read, field, part, value);
  } else if (isField(field)) {
    read[field] = readValue(FORM_FIELDS[field].kind, value, zone);
  }
}

function readPart(read: Record<string, unknown>, field: string, part: string, value: string): void {
  if (field === "returnAddress") read[field] = { ...recordOf(read[field]), [part]: value };
  if (field === "withheld") read[field] = [...listOf(read[field]), { remedy: part, reason: value }];
  if (field === "lines" && value !== "0")
    read[field] = [...listOf(read[field]), { lineId: part, quantity: Number(value) }];
}

function readValue(kind: string, value: string, zone: ZoneId): unknown {
  if (kind === "amount") return readCents(value);
  if (kind === "yes_no") return value === "on" || value === "true" || value === "yes";
  if (kind === "instant") return instantOfLocalTime(value, zone) ?? value;
  return value;
}

/** Cents of an amount as people write it; the text itself when it is no amount, for the schema to refuse. */
export function readCents(value: string): number | string {
  const plain = value.replace(/[\s\u00A0\u202F€]/g, "").replace(",", ".");
  return /^\d{1,7}(\.\d{1,2})?$/.test(plain) ? Math.round(Number(plain) * 100) : value;
}

function isField(name: string): name is keyof typeof FORM_FIELDS {
  return Object.hasOwn(FORM_FIELDS, name);
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
