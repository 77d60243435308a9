/** The name of a country in the reader's language; a text that is no known code stays as it is. */
export function countryName(country: string, locale: "fr" | "en"): string {
  if (!/^[A-Z]{2}$/.test(country)) return country;
  return new Intl.DisplayNames([locale], { type: "region", fallback: "none" }).of(country) ?? country;
}
