const S10_WEIGHTS = [8, 6, 4, 2, 3, 5, 9, 7] as const;
const FEDEX_WEIGHTS = [3, 1, 7] as const;
const BASE_36 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** UPU S10, 13 characters `AA99999999CAA`: weighted sum modulo 11, where 10 is written 0 and 11 is written 5. */
export function hasS10Check(number: string): boolean {
  const sum = weightedSum(number.slice(2, 10), S10_WEIGHTS);
  const key = 11 - (sum % 11);
  return Number(number[10]) === (key === 10 ? 0 : key === 11 ? 5 : key);
}

/** UPS `1Z` + 15 characters + 1 digit: modulo 10, every second character doubled, a letter counts (code − 63) mod 10. */
export function hasUpsCheck(number: string): boolean {
  const values = [...number.slice(2, 17)].map((char) =>
    /\d/.test(char) ? Number(char) : (char.charCodeAt(0) - 63) % 10,
  );
  const sum = values.reduce((total, value, index) => total + value * (index % 2 === 0 ? 1 : 2), 0);
  return Number(number[17]) === (10 - (sum % 10)) % 10;
}

/** DHL Express, 10 or 11 digits: the digits before the last, modulo 7. */
export function hasDhlCheck(number: string): boolean {
  return Number(number.slice(0, -1)) % 7 === Number(number.at(-1));
}

/** FedEx, 12 digits: weights 3 1 7 repeated over eleven digits, modulo 11, modulo 10. */
export function hasFedexCheck(number: string): boolean {
  return (weightedSum(number.slice(0, 11), FEDEX_WEIGHTS) % 11) % 10 === Number(number[11]);
}

/** DPD, 28 characters: ISO 7064 mod 37,36 over the 27 before the last. */
export function hasDpdCheck(number: string): boolean {
  let product = 36;
  for (const char of number.slice(0, -1)) {
    const sum = (product + BASE_36.indexOf(char)) % 36;
    product = ((sum === 0 ? 36 : sum) * 2) % 37;
  }
  return BASE_36[(37 - product) % 36] === number.at(-1);
}

/** Colissimo, digit, letter, 11 digits: modulo 10, weights 3 and 1 from the right. Inferred, and known to fail: warn only. */
export function hasColissimoCheck(number: string): boolean {
  const digits = [...number.slice(2, 12)].reverse().join("");
  return (10 - (weightedSum(digits, [3, 1]) % 10)) % 10 === Number(number[12]);
}

function weightedSum(digits: string, weights: readonly number[]): number {
  return [...digits].reduce((sum, digit, index) => sum + Number(digit) * (weights[index % weights.length] ?? 0), 0);
}
