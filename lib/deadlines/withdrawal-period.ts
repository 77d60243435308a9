import { addDays, addMonths, type IsoDate } from "@/lib/calendar/civil-day";
import { rollForward, type WorkingCalendar } from "@/lib/calendar/working-calendar";
import { DEADLINE_RULES } from "@/lib/deadlines/rules";

/**
 * Last day, inclusive, on which the customer may withdraw.
 *
 * Unit: calendar days. The day of receipt does not count; a period that ends on a Saturday, a Sunday or a
 * public holiday runs on to the next working day.
 *
 * @param receivedOn day the customer took possession of the last item
 * @see Code de la consommation, art. L221-18 and L221-19
 */
export function lastWithdrawalDay(receivedOn: IsoDate, calendar: WorkingCalendar): IsoDate {
  return rollForward(addDays(receivedOn, DEADLINE_RULES.withdrawal_period.length), calendar);
}

/**
 * Last day, inclusive, on which a customer who was not told of the right before the contract may withdraw.
 *
 * Unit: months, counted from the initial expiry once rolled; the last day rolls too. When the information
 * comes meanwhile, 14 calendar days from the day it was given (that day not counted, rolled), if earlier;
 * never before the initial expiry.
 *
 * @param initialExpiry what `lastWithdrawalDay` answers
 * @param informedOn day the customer was told, after the contract
 * @see Code de la consommation, art. L221-20
 */
export function lastUninformedWithdrawalDay(
  initialExpiry: IsoDate,
  informedOn: IsoDate | null,
  calendar: WorkingCalendar,
): IsoDate {
  const extended = rollForward(addMonths(initialExpiry, DEADLINE_RULES.withdrawal_period_uninformed.length), calendar);
  if (informedOn === null) return extended;
  const fromInformation = lastWithdrawalDay(informedOn, calendar);
  if (fromInformation < initialExpiry) return initialExpiry;
  if (fromInformation > extended) return extended;
  return fromInformation;
}
