import { addDays, addMonths, type IsoDate, parseIsoDate } from "@/lib/calendar/civil-day";

/** First and last day of a month written `2026-10`; undefined when it is none. */
export function monthDays(month: string): { readonly fromOn: IsoDate; readonly toOn: IsoDate } | undefined {
  const fromOn = /^\d{4}-\d{2}$/.test(month) ? parseIsoDate(`${month}-01`) : undefined;
  return fromOn && { fromOn, toOn: addDays(addMonths(fromOn, 1), -1) };
}
