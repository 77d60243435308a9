import type { Locale } from "@/lib/i18n/locale";

/** Codes the standard keeps for groups, places without an own code, and tests. */
const NO_COUNTRY = new Set("AC CP CQ DG EA EU EZ IC QO TA UN XA XB ZZ".split(" "));
const LETTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];

/** Every country by its name, in the reader's alphabetical order, France first. */
export function countryOptions(locale: Locale): readonly { readonly value: string; readonly label: string }[] {
  const names = new Intl.DisplayNames([locale], { type: "region", fallback: "none" });
  return LETTERS.flatMap((first) => LETTERS.map((second) => first + second))
    .flatMap((value) => {
      const label = isCountry(value) ? names.of(value) : undefined;
      return label === undefined ? [] : [{ value, label }];
    })
    .toSorted((a, b) => Number(b.value === "FR") - Number(a.value === "FR") || a.label.localeCompare(b.label, locale));
}

/** A retired code has another one in its place. */
function isCountry(code: string): boolean {
  return !NO_COUNTRY.has(code) && new Intl.Locale(`und-${code}`).region === code;
}
