/** Written in place of a number that must not be kept; says what was there, in a form both languages read. */
export const CARD_MARKER = "[•••• n° de carte masqué]";
export const IBAN_MARKER = "[•••• IBAN masqué]";

export type Masking = { readonly text: string; readonly masked: number };

/** Issuer prefixes and lengths of payment cards (Visa, Mastercard, American Express, Discover, Diners, JCB, Maestro). */
const CARD_SHAPES: readonly RegExp[] = [
  /^4(\d{12}|\d{15}|\d{18})$/,
  /^(5[1-5]\d{14}|2(22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12})$/,
  /^3[47]\d{13}$/,
  /^(6011|65\d\d|64[4-9]\d)\d{12}$/,
  /^3(0[0-5]|[68]\d)\d{11}$/,
  /^35(2[89]|[3-8]\d)\d{12}$/,
  /^((50|5[6-8])\d{10,17}|6\d{15,18})$/,
];

/** Groups of digits as a card shows them: nothing, a space or a dash between them. */
const DIGIT_RUNS = /(?<![\p{L}\d])\d(?:[ \u00A0\u202F.-]?\d){11,18}(?!\d)/gu;
const IBANS = /(?<![\p{L}\d])[A-Z]{2}\d{2}(?:[ \u00A0\u202F-]?[A-Z0-9]){11,30}(?![\p{L}\d])/giu;
/** Words before a number that say it is no card: an order, a parcel, a device. */
const INNOCENT_LEAD =
  /(commande|colis|suivi|tracking|exp[ée]dition|s[ée]rie|serial|imei|facture|invoice|order|parcel|siret|r[ée]f\w*)\b[^.\n]{0,20}$/iu;

/**
 * Removes payment card numbers and IBANs from a text before it is stored.
 *
 * A card number passes Luhn's key, starts like a card and is neither one of the numbers known of the claim
 * (order, tracking, serial, IMEI) nor introduced as one of them.
 *
 * @param known numbers that belong to the claim and are kept
 */
export function maskPayment(text: string, known: readonly string[] = []): Masking {
  const kept = new Set(known.map(digitsOf).filter((digits) => digits !== ""));
  let masked = 0;
  const withoutIbans = text.replace(IBANS, (found) => {
    if (!isIban(found)) return found;
    masked += 1;
    return IBAN_MARKER;
  });
  const withoutCards = withoutIbans.replace(DIGIT_RUNS, (found, offset: number) => {
    const lead = withoutIbans.slice(Math.max(0, offset - 40), offset);
    if (!isCard(digitsOf(found)) || kept.has(digitsOf(found)) || INNOCENT_LEAD.test(lead)) return found;
    masked += 1;
    return CARD_MARKER;
  });
  return { text: withoutCards, masked };
}

function isCard(digits: string): boolean {
  return CARD_SHAPES.some((shape) => shape.test(digits)) && hasLuhnKey(digits);
}

/** Luhn's key: from the right, every second digit doubled, the sum divisible by ten. */
export function hasLuhnKey(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = index % 2 === 0 ? Number(digit) : Number(digit) * 2;
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/** ISO 13616: the first four characters go last, letters become numbers, the whole modulo 97 is 1. */
export function isIban(text: string): boolean {
  const iban = text.replace(/[^A-Za-z0-9]/g, "").toUpperCase();
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(iban)) return false;
  const digits = [...`${iban.slice(4)}${iban.slice(0, 4)}`].map((char) => Number.parseInt(char, 36)).join("");
  let rest = 0;
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % 97;
  return rest === 1;
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, "");
}
