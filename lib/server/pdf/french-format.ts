import type { IsoDate } from "@/lib/calendar/civil-day";

/** Papers are in French whatever the reader's screen (loi 94-665, art. 2). */
const LOCALE = "fr-FR";

const formats = new Map<string, Intl.NumberFormat>();

/** `1 234,56 €` */
export function money(cents: number, currency: string): string {
  return currencyFormat(currency, 2)
    .format(cents / 100)
    .replace("-", "−");
}

/** Net price of one piece; up to four decimals, for a gross price seldom has a net one in whole cents. */
export function netUnitPrice(netCents: number, quantity: number, currency: string): string {
  return currencyFormat(currency, netCents % quantity === 0 ? 2 : 4).format(netCents / quantity / 100);
}

/** `5,5 %` */
export function percent(rateBps: number): string {
  return `${String(rateBps / 100).replace(".", ",")}\u00A0%`;
}

/** `23/11/2026` */
export function shortDay(day: IsoDate): string {
  return day.split("-").reverse().join("/");
}

/** `lundi 23 novembre 2026` */
export function longDay(day: IsoDate): string {
  return new Intl.DateTimeFormat(LOCALE, { dateStyle: "full", timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));
}

/** `lundi 23 novembre 2026 à 10:30:05 (UTC+1)`: the second matters when a statement was made, and so does the zone. */
export function exactInstant(at: Date, timeZone: string): string {
  const format = new Intl.DateTimeFormat(LOCALE, {
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    timeZoneName: "shortOffset",
    timeZone,
  });
  const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
  const { weekday, day, month, year, hour, minute, second, timeZoneName } = parts;
  return `${weekday} ${day} ${month} ${year} à ${hour}:${minute}:${second} (${timeZoneName})`;
}

/** `732 829 320` */
export function groupedDigits(digits: string): string {
  return digits.replace(/^(\d{3})(\d{3})(\d{3})/, "$1\u00A0$2\u00A0$3 ").trim();
}

function currencyFormat(currency: string, maximumFractionDigits: number): Intl.NumberFormat {
  const key = `${currency}-${maximumFractionDigits}`;
  const known = formats.get(key);
  if (known !== undefined) {
    return known;
  }
  const format = new Intl.NumberFormat(LOCALE, {
    style: "currency",
    currency,
    minimumFractionDigits: 2,
    maximumFractionDigits,
  });
  formats.set(key, format);
  return format;
}
