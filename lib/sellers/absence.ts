import type { IsoDate } from "@/lib/calendar/civil-day";

/** The seller's people are away: said to customers from one day to another, both included. It stops no clock. */
export type Absence = { readonly fromOn: IsoDate; readonly untilOn: IsoDate; readonly words: string | null };

/** The absence to be told on a civil day, if there is one. */
export function absenceOn(absence: Absence | null, today: IsoDate): Absence | undefined {
  return absence && absence.fromOn <= today && today <= absence.untilOn ? absence : undefined;
}
