/**
 * Quotient of two integers rounded to the nearest integer, halves away from zero
 * ("half up" on amounts, and the same figure with the sign turned on a credit).
 *
 * Computed on integers from end to end: no binary fraction ever decides a cent.
 */
export function divideHalfUp(numerator: number, denominator: number): number {
  if (!Number.isSafeInteger(numerator) || !Number.isSafeInteger(denominator) || denominator <= 0) {
    throw new RangeError(`divideHalfUp needs integers and a positive denominator: ${numerator} / ${denominator}`);
  }
  const top = BigInt(Math.abs(numerator)) * 2n + BigInt(denominator);
  const rounded = Number(top / (BigInt(denominator) * 2n));
  return numerator < 0 && rounded !== 0 ? -rounded : rounded;
}

/** `amount × numerator / denominator`, halves away from zero; the product may exceed the safe integers. */
export function scaleHalfUp(amount: number, numerator: number, denominator: number): number {
  const product = BigInt(Math.abs(amount)) * BigInt(numerator) * 2n + BigInt(denominator);
  const rounded = Number(product / (BigInt(denominator) * 2n));
  return amount < 0 && rounded !== 0 ? -rounded : rounded;
}
