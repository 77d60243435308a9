/** Currencies with two decimals that sellers of this market use (ISO 4217); amounts are cents everywhere. */
export const SUPPORTED_CURRENCIES = [
  "EUR",
  "GBP",
  "CHF",
  "PLN",
  "SEK",
  "DKK",
  "CZK",
  "RON",
  "HUF",
  "NOK",
  "USD",
] as const;

export function isSupportedCurrency(code: string): boolean {
  return SUPPORTED_CURRENCIES.some((known) => known === code);
}
