/** Check keys of the registration numbers printed on an invoice. Spaces are the reader's business: pass bare digits. */

/** La Poste's SIREN: its establishments' SIRET follow a digit sum instead of Luhn's key. */
const LA_POSTE_SIREN = "356000000";

export function isSiren(value: string): boolean {
  return /^\d{9}$/.test(value) && hasLuhnKey(value);
}

export function isSiret(value: string): boolean {
  if (!/^\d{14}$/.test(value)) {
    return false;
  }
  return hasLuhnKey(value) || (value.startsWith(LA_POSTE_SIREN) && digitSum(value) % 5 === 0);
}

/** The VAT number of a French SIREN: FR, `(12 + 3 × (SIREN mod 97)) mod 97` on two digits, SIREN. */
export function frenchVatNumber(siren: string): string {
  const key = (12 + 3 * (Number(siren) % 97)) % 97;
  return `FR${String(key).padStart(2, "0")}${siren}`;
}

/**
 * Whether a VAT number has a form its country gives, and for France a right key.
 *
 * The newer French keys with letters have no published check here: their form alone is tested.
 */
export function isVatNumber(value: string): boolean {
  if (/^FR\d{11}$/.test(value)) {
    return isSiren(value.slice(4)) && value === frenchVatNumber(value.slice(4));
  }
  if (value.startsWith("FR")) {
    return /^FR[A-HJ-NP-Z0-9]{2}\d{9}$/.test(value) && isSiren(value.slice(4));
  }
  return /^[A-Z]{2}[A-Z0-9+*]{2,13}$/.test(value);
}

export function withoutSpaces(value: string): string {
  return value.replace(/[\s.\u00A0\u202F-]/g, "").toUpperCase();
}

function hasLuhnKey(digits: string): boolean {
  const total = [...digits].reverse().reduce((sum, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return sum + (value > 9 ? value - 9 : value);
  }, 0);
  return total % 10 === 0;
}

function digitSum(digits: string): number {
  return [...digits].reduce((sum, digit) => sum + Number(digit), 0);
}
