import { countryName } from "@/lib/orders/country-name";
import type { Paragraph, ParagraphStyle, SentenceValue } from "@/lib/replies/paragraph";

/** Finds the words of a key and puts the values in: next-intl's translator on a page, the same in mail and letters. */
export type Translate = (key: string, values?: Record<string, string>) => string;

export type Wording = {
  readonly translate: Translate;
  readonly locale: "fr" | "en";
  /** Zone in which instants are told to the reader. */
  readonly timeZone: string;
};

export type WrittenParagraph = {
  readonly style: ParagraphStyle;
  readonly text: string;
  readonly href: string | null;
};

/** Writes an answer in one language, so that page, mail, preview and letter say the same. */
export function writeParagraphs(paragraphs: readonly Paragraph[], wording: Wording): readonly WrittenParagraph[] {
  return paragraphs.map(({ key, style, values, href }) => {
    const written = Object.entries(values).map(([name, value]) => [name, writeValue(value, wording)] as const);
    return { style, href, text: wording.translate(`solutions.render.${key}`, Object.fromEntries(written)) };
  });
}

/** The forint is written without decimals unless the amount has any: none is rounded away. */
function writeMoney(cents: number, currency: string, tag: string): string {
  const decimals = cents % 100 === 0 ? {} : { minimumFractionDigits: 2, maximumFractionDigits: 2 };
  return new Intl.NumberFormat(tag, { style: "currency", currency, ...decimals }).format(cents / 100);
}

function writeValue(value: SentenceValue, wording: Wording): string {
  const { locale, timeZone, translate } = wording;
  switch (value.type) {
    case "text":
      return value.value;
    case "day":
      return writeDay(value.value, locale);
    case "instant":
      return writeInstant(value.value, locale, timeZone);
    case "money":
      return writeMoney(value.cents, value.currency, LOCALES[locale]);
    case "word":
      return translate(value.key);
    case "address":
      return [...value.lines, value.country && countryName(value.country, locale)].filter(Boolean).join(", ");
    case "choices":
      return new Intl.ListFormat(LOCALES[locale], { type: "disjunction" }).format(
        value.keys.map((key) => translate(key)),
      );
  }
}

const LOCALES = { fr: "fr-FR", en: "en-GB" } as const;
const LONG_DAY = { weekday: "long", day: "numeric", month: "long", year: "numeric" } as const;

/** A civil day has no zone: it is read and written in UTC. */
function writeDay(day: string, locale: "fr" | "en"): string {
  const format = new Intl.DateTimeFormat(LOCALES[locale], { ...LONG_DAY, timeZone: "UTC" });
  return withOrdinal(format.format(new Date(`${day}T00:00:00Z`)), locale);
}

function writeInstant(at: string, locale: "fr" | "en", timeZone: string): string {
  const format = new Intl.DateTimeFormat(LOCALES[locale], {
    ...LONG_DAY,
    hour: "2-digit",
    minute: "2-digit",
    timeZone,
  });
  return withOrdinal(format.format(new Date(at)), locale);
}

/** French says « 1er décembre » and then « 2 décembre ». */
function withOrdinal(written: string, locale: "fr" | "en"): string {
  return locale === "fr" ? written.replace(/(^|\s)1 (?=\p{L})/u, "$11er ") : written;
}
