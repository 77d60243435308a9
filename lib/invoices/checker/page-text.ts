/** A text twice: as printed, and without accents or capitals; the same place has the same index in both. */
export type PageText = { readonly printed: string; readonly plain: string };

export function pageText(text: string): PageText {
  const printed = text
    .normalize("NFC")
    .replace(/[\s\u00A0\u202F]/g, " ")
    .replaceAll("’", "'");
  return { printed, plain: Array.from({ length: printed.length }, (_, index) => plainSign(printed, index)).join("") };
}

/** Words of a name or an address as they are searched: plain, single spaces. */
export function plainWords(text: string): string {
  return pageText(text)
    .plain.replace(/[^a-z0-9]+/g, " ")
    .trim();
}

/** Amounts in cents: `1 234,56 €`, `1.234,56`, `1,234.56`, `12.00`. */
export function amountsIn(plain: string): readonly number[] {
  return [...plain.matchAll(/(?<![\d,.])(\d{1,3}(?:[ .,]\d{3}){1,4}|\d{1,9})[.,](\d{2})(?!\d)(?! ?%)/g)].map(
    ([, units = "", cents = ""]) => Number(units.replace(/\D/g, "")) * 100 + Number(cents),
  );
}

const MONTHS = "janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre";
const ENGLISH_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december";

/** Source of an expression that finds a day, in figures or in words. */
export const DAY = `(?:\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{2,4}|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}(?:er)? (?:${MONTHS}|${ENGLISH_MONTHS}) \\d{4}|(?:${ENGLISH_MONTHS}) \\d{1,2},? \\d{4})`;

function plainSign(text: string, index: number): string {
  const sign = text.charAt(index);
  const base = sign.normalize("NFD").charAt(0).toLowerCase();
  return base.length === 1 ? base : sign;
}
