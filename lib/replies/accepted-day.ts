import { addDays, type IsoDate } from "@/lib/calendar/civil-day";

/** Days a seller has at least to do what the customer has just accepted: our reading, for a date told before the yes. */
export const DAYS_AFTER_YES = 5;

/**
 * Last day of a promise that waited for the customer's yes: the day told, or the yes and these days when later, so
 * that a yes said after that day makes no promise late at once.
 *
 * Unit: calendar days, the day of the yes not counted, last day inclusive, no roll.
 */
export function dueAfterYes(dueOn: IsoDate, acceptedOn: IsoDate): IsoDate {
  const least = addDays(acceptedOn, DAYS_AFTER_YES);
  return dueOn > least ? dueOn : least;
}
