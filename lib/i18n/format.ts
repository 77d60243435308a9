import type { Locale } from "./locale";

/** Tags given to Intl: English is British, because its readers buy and sell in Europe. */
const TAGS: Readonly<Record<Locale, string>> = { fr: "fr-FR", en: "en-GB" };

const numberFormats = new Map<string, Intl.NumberFormat>();
const dateFormats = new Map<string, Intl.DateTimeFormat>();

/** Formats are costly to make and few: each is made once. A zone or a currency that is none throws and is not kept. */
function numberFormat(tag: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  return kept(numberFormats, tag, options, () => new Intl.NumberFormat(tag, options));
}

function dateFormat(tag: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return kept(dateFormats, tag, options, () => new Intl.DateTimeFormat(tag, options));
}

function kept<Format>(formats: Map<string, Format>, tag: string, options: object, make: () => Format): Format {
  const key = tag + JSON.stringify(options);
  const known = formats.get(key);
  if (known) return known;
  const format = make();
  formats.set(key, format);
  return format;
}

/**
 * Integer cents as an amount: « 1 234,50 € », "€1,234.50". A currency that people write without decimals (the forint,
 * which has a hundredth all the same in ISO 4217) keeps them when the amount has any: none is ever rounded away.
 */
export function formatMoney(cents: number, locale: Locale, currency = "EUR"): string {
  const whole = cents % 100 === 0;
  const decimals = whole ? {} : { minimumFractionDigits: 2, maximumFractionDigits: 2 };
  return numberFormat(TAGS[locale], { style: "currency", currency, ...decimals }).format(cents / 100);
}

export function formatNumber(value: number, locale: Locale, maximumFractionDigits = 2): string {
  return numberFormat(TAGS[locale], { maximumFractionDigits }).format(value);
}

/** A part of one as a percentage with at most one decimal: 0.975 is « 97,5 % ». */
export function formatPercent(ratio: number, locale: Locale): string {
  return numberFormat(TAGS[locale], { style: "percent", maximumFractionDigits: 1 }).format(ratio);
}

/** A rate in basis points: 2000 is « 20 % », 550 is « 5,5 % ». */
export function formatRate(bps: number, locale: Locale): string {
  return numberFormat(TAGS[locale], { style: "percent", maximumFractionDigits: 2 }).format(bps / 10_000);
}

/** « a, b et c » */
export function formatList(items: readonly string[], locale: Locale): string {
  return new Intl.ListFormat(TAGS[locale], { type: "conjunction" }).format(items);
}

/** A file's size in the units people read (decimal): 1 200 000 is « 1,2 Mo ». */
export function formatBytes(bytes: number, locale: Locale): string {
  const units = locale === "fr" ? ["octets", "ko", "Mo", "Go"] : ["bytes", "kB", "MB", "GB"];
  const step = Math.min(3, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  return `${formatNumber(bytes / 1000 ** step, locale, 1)}\u00a0${units[step]}`;
}

/** How much of a day's name is written: « mardi 24 novembre 2026 », « mar. 24 nov. », « 24/11/2026 ». */
export type DayStyle = "long" | "long_without_year" | "short" | "numeric";

const DAY_STYLES: Readonly<Record<DayStyle, Intl.DateTimeFormatOptions>> = {
  long: { weekday: "long", day: "numeric", month: "long", year: "numeric" },
  long_without_year: { weekday: "long", day: "numeric", month: "long" },
  short: { weekday: "short", day: "numeric", month: "short" },
  numeric: { day: "2-digit", month: "2-digit", year: "numeric" },
};

/** A civil day (`YYYY-MM-DD`) in words; it has no zone and is never shifted by one. */
export function formatDay(day: string, locale: Locale, style: DayStyle = "long"): string {
  return dayWords(new Date(`${day}T00:00:00Z`), locale, style, "UTC");
}

/** The day and hour of an instant in a zone: « mardi 24 novembre 2026 à 14 h 05 ». */
export function formatInstant(instant: Date, zone: string, locale: Locale, style: DayStyle = "long"): string {
  const day = dayWords(instant, locale, style, zone);
  const time = formatTime(instant, zone, locale);
  if (style === "numeric" || style === "short") return locale === "fr" ? `${day} à ${time}` : `${day}, ${time}`;
  return locale === "fr" ? `${day} à ${time}` : `${day} at ${time}`;
}

/** The hour of an instant: « 14 h 05 », « 3 h », "14:05". */
export function formatTime(instant: Date, zone: string, locale: Locale): string {
  const parts = dateFormat("en-GB", {
    timeZone: zone,
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  const [hour = "", minute = ""] = parts.format(instant).split(":");
  if (locale === "en") return `${hour}:${minute}`;
  return minute === "00" ? `${Number(hour)}\u00a0h` : `${Number(hour)}\u00a0h\u00a0${minute}`;
}

/** The civil day of an instant in a zone, as `YYYY-MM-DD`, for display and `<time datetime>`. */
export function dayIn(instant: Date, zone: string): string {
  return dateFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" }).format(instant);
}

/** « novembre 2026 » for `2026-11`. */
export function formatMonth(month: string, locale: Locale): string {
  const options = { month: "long", year: "numeric", timeZone: "UTC" } as const;
  return dateFormat(TAGS[locale], options).format(new Date(`${month}-01T00:00:00Z`));
}

function dayWords(instant: Date, locale: Locale, style: DayStyle, zone: string): string {
  const format = dateFormat(TAGS[locale], { ...DAY_STYLES[style], timeZone: zone });
  if (style === "numeric") return format.format(instant);
  const parts = format.formatToParts(instant);
  // Versions of Intl differ on a comma after the English weekday: none, so that every machine writes the same.
  if (locale === "en") return parts.map((part) => (part.type === "literal" ? " " : part.value)).join("");
  // In French the first of a month is an ordinal, which Intl does not write.
  return parts.map((part) => (part.type === "day" && part.value === "1" ? "1er" : part.value)).join("");
}
