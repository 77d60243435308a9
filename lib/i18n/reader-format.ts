import { getLocale, getTimeZone } from "next-intl/server";
import { type DayStyle, dayIn, formatDay, formatInstant, formatNumber } from "./format";

/**
 * Days, hours and numbers as the reader of this request writes them.
 *
 * @param zone IANA zone in which instants are read; without one, the marketplace's.
 */
export async function readerFormat(zone?: string) {
  const [locale, fallback] = await Promise.all([getLocale(), getTimeZone()]);
  const place = zone ?? fallback;
  return {
    day: (instant: Date, style?: DayStyle) => formatDay(dayIn(instant, place), locale, style),
    instant: (instant: Date, style?: DayStyle) => formatInstant(instant, place, locale, style),
    number: (value: number) => formatNumber(value, locale),
  };
}
