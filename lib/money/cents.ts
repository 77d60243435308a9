/** Whether a number is an amount this product accepts: whole cents, not negative, below ten million units. */
export function isAmountCents(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0 && value < 1_000_000_000;
}

export function sumCents(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
