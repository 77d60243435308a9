import { groundOf, type OverrideDraft } from "@/lib/calendar/override";
import { overrideDraftSchema } from "@/lib/calendar/override-schema";
import { storableText } from "@/lib/messages/clean";

export type Search = Readonly<Record<string, string | string[] | undefined>>;

/** Names of a correction's parts in an address. */
const NAMES = {
  calendar: "calendrier",
  day: "jour",
  change: "effet",
  nameFr: "nom",
  nameEn: "nom-en",
  ground: "fondement",
  source: "source",
} as const;

/** A correction as the fields of a form: what `overrideDraftSchema` reads back. */
export function draftFields(draft: OverrideDraft): Readonly<Record<keyof typeof NAMES, string>> {
  const { calendar, day, change, name, origin } = draft;
  const source = origin.slice(origin.indexOf(":") + 1);
  return { calendar, day, change, nameFr: name?.fr ?? "", nameEn: name?.en ?? "", ground: groundOf(draft), source };
}

/** The correction as a query: the page of its preview can be shown again, or sent to somebody. */
export function draftQuery(draft: OverrideDraft): string {
  const fields = Object.entries(draftFields(draft)).filter(([, value]) => value !== "");
  return new URLSearchParams(fields.map(([field, value]) => [nameOf(field), value])).toString();
}

export function readDraft(search: Search): OverrideDraft | undefined {
  const given = Object.entries(NAMES).flatMap(([field, name]) => {
    const value = search[name];
    return typeof value === "string" ? [[field, storableText(value)]] : [];
  });
  const parsed = overrideDraftSchema.safeParse(Object.fromEntries(given));
  return parsed.success ? parsed.data : undefined;
}

function nameOf(field: string): string {
  return Object.entries(NAMES).find(([key]) => key === field)?.[1] ?? field;
}
