import { isSiren, isSiret, isVatNumber } from "@/lib/sellers/registration-keys";

/** A registration number read on a page: bare digits, where it stands, and whether its key is right. */
export type ReadNumber = { readonly value: string; readonly index: number; readonly isValid: boolean };

const NAMES = "siren|siret|rcs(?: [a-z' -]{2,30}?)?|rne|rm";
const OWNERS = "n°|numero|du|de|de la|client|cliente|acheteur|vendeur|societe|entreprise";
/** Nine digits, or fourteen, grouped by spaces or dots. */
const DIGITS = "(?:\\d[ .]?){8}\\d(?:[ .]?\\d{5}|(?: ?\\d){5})?";

/** SIREN and SIRET numbers that are named as such, or follow a register. */
export function sirensIn(plain: string): readonly ReadNumber[] {
  const named = new RegExp(`\\b(?:${NAMES})\\b(?: (?:${OWNERS}))*[^0-9a-z]{0,6}(?:n°? ?)?(${DIGITS})(?!\\d)`, "g");
  return [...plain.matchAll(named)].map(({ 1: digits = "", index }) => {
    const value = digits.replace(/\D/g, "");
    return { value, index, isValid: value.length === 14 ? isSiret(value) : isSiren(value) };
  });
}

/** VAT numbers: French ones anywhere, others where the page speaks of VAT. */
export function vatNumbersIn(plain: string): readonly ReadNumber[] {
  const french = [...plain.matchAll(/\bfr ?([0-9a-z]{2}) ?(\d{3}) ?(\d{3}) ?(\d{3})\b/g)];
  const others = [
    ...plain.matchAll(/\b(?:tva|vat|ust-?id|iva|btw)[^0-9\n]{0,40}?\b((?!fr)[a-z]{2} ?\d[0-9a-z]{6,12})\b/g),
  ];
  return [
    ...french.map(({ 0: match, index }) => readNumber(match, index)),
    ...others.map(({ 1: match = "", index }) => readNumber(match, index)),
  ];
}

function readNumber(match: string, index: number): ReadNumber {
  const value = match.replaceAll(" ", "").toUpperCase();
  return { value, index, isValid: isVatNumber(value) };
}
