import { scaleHalfUp } from "@/lib/money/rounding";

/** Rates are in basis points: 2000 is 20 %, 550 is 5.5 %, 105 is 1.05 %. */
const BPS_OF_ONE = 10_000;

/**
 * VAT contained in a price that includes it: `gross × r / (1 + r)`, rounded half up to the cent.
 *
 * Marketplace prices are gross; the amount the customer paid is the total, so VAT is taken out of it and never added.
 */
export function vatIncludedCents(grossCents: number, rateBps: number): number {
  return scaleHalfUp(grossCents, rateBps, BPS_OF_ONE + rateBps);
}

/** Price before VAT of a price that includes it: gross less `vatIncludedCents`, so that net + VAT is always the gross. */
export function netOfGrossCents(grossCents: number, rateBps: number): number {
  return grossCents - vatIncludedCents(grossCents, rateBps);
}
