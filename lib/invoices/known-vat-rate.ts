import { EU_RATES, FRENCH_RATES } from "@/lib/invoices/vat-rate-table";

const KNOWN = new Set([0, ...Object.values(FRENCH_RATES).flat(), ...Object.values(EU_RATES).flat()]);

/** Whether some territory of the Union has this rate, whatever the destination: 1234 basis points is a typing error. */
export function isKnownVatRate(vatRateBps: number): boolean {
  return KNOWN.has(vatRateBps);
}
