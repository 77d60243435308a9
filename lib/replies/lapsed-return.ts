import { addDays, type IsoDate } from "@/lib/calendar/civil-day";

/** Calendar days after the promised one in which a return is still awaited (assumed: a parcel on its way arrives). */
export const RETURN_AWAITED_DAYS = 7;

/**
 * First day on which a seller may say that the goods were not sent back. It ends nobody's right: the refund is held
 * back until the goods are back or their dispatch is proven, and either opens the promise again.
 *
 * @param dueOn last day of the return, inclusive
 * @see Code de la consommation, art. L221-24 and L217-17
 */
export function returnLapsesFrom(dueOn: IsoDate): IsoDate {
  return addDays(dueOn, RETURN_AWAITED_DAYS);
}
