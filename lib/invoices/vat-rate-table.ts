import type { VatTerritory } from "@/lib/invoices/vat-territory";

/**
 * VAT rates in basis points, by place. Used to warn, never to change an order.
 *
 * @see CGI, art. 278 to 281 nonies (mainland), 296 (DROM), 297 (Corsica); special rates 1.05 and 1.75 %: art. 296 ter
 */
export const FRENCH_RATES = {
  mainland: [2000, 1000, 550, 210],
  corsica: [2000, 1300, 1000, 550, 210, 90],
  guadeloupe: [850, 210, 175, 105],
  martinique: [850, 210, 175, 105],
  reunion: [850, 210, 175, 105],
  guyane: [],
  mayotte: [],
} as const satisfies Partial<Record<VatTerritory, readonly number[]>>;

/** Rates of the other member states in 2026, as published by the Commission's TEDB [to be verified each January]. */
export const EU_RATES: Readonly<Record<string, readonly number[]>> = {
  AT: [2000, 1300, 1000],
  BE: [2100, 1200, 600],
  BG: [2000, 900],
  CY: [1900, 900, 500, 300],
  CZ: [2100, 1200],
  DE: [1900, 700],
  DK: [2500],
  EE: [2400, 1300, 900],
  ES: [2100, 1000, 400],
  FI: [2550, 1400, 1350, 1000],
  GR: [2400, 1300, 600],
  HR: [2500, 1300, 500],
  HU: [2700, 1800, 500],
  IE: [2300, 1350, 900, 480],
  IT: [2200, 1000, 500, 400],
  LT: [2100, 1200, 900, 500],
  LU: [1700, 1400, 800, 300],
  LV: [2100, 1200, 500],
  MT: [1800, 1200, 700, 500],
  NL: [2100, 900],
  PL: [2300, 800, 500],
  PT: [2300, 2200, 1600, 1300, 1200, 900, 600, 500, 400],
  RO: [2100, 1100],
  SE: [2500, 1200, 600],
  SI: [2200, 950, 500],
  SK: [2300, 1900, 500],
};
