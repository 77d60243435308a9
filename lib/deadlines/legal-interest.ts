import { addDays, daysBetween, type IsoDate, isoDate } from "@/lib/calendar/civil-day";

/** Annual rate of legal interest owed to a private creditor, for one half-year, in hundredths of a percent. */
export type LegalInterestRate = {
  readonly from: IsoDate;
  /** Inclusive. */
  readonly to: IsoDate;
  readonly rateBps: number;
};

/**
 * Créances des personnes physiques n'agissant pas pour des besoins professionnels.
 *
 * @see Code monétaire et financier, art. L313-2; arrêtés published each half-year
 */
export const LEGAL_INTEREST_RATES: readonly LegalInterestRate[] = [
  { from: isoDate("2024-07-01"), to: isoDate("2024-12-31"), rateBps: 816 },
  { from: isoDate("2025-01-01"), to: isoDate("2025-06-30"), rateBps: 721 },
  { from: isoDate("2025-07-01"), to: isoDate("2025-12-31"), rateBps: 665 },
  { from: isoDate("2026-01-01"), to: isoDate("2026-06-30"), rateBps: 667 },
];

/**
 * Simple interest on a sum from one day to another, both inclusive, pro rata of days over 365 in each
 * half-year, in cents rounded half up; null when the rate of one of the days is not known.
 */
export function legalInterestCents(
  basisCents: number,
  from: IsoDate,
  to: IsoDate,
  rates: readonly LegalInterestRate[] = LEGAL_INTEREST_RATES,
): number | null {
  let weighted = 0;
  let day = from;
  while (day <= to) {
    const rate = rates.find((row) => row.from <= day && day <= row.to);
    if (!rate) return null;
    const last = rate.to < to ? rate.to : to;
    weighted += rate.rateBps * (daysBetween(day, last) + 1);
    day = addDays(last, 1);
  }
  return Math.round((basisCents * weighted) / (365 * 10_000));
}
