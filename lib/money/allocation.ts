import { sumCents } from "@/lib/money/cents";

/**
 * Shares `totalCents` in proportion to `weights` so that the shares add up to it exactly (largest remainder).
 *
 * Each share is first rounded down; the cents left over go to the largest remainders, the earlier item first
 * when two are equal. When every weight is zero, the first item takes all.
 */
export function allocateCents(totalCents: number, weights: readonly number[]): readonly number[] {
  const weightSum = sumCents(weights);
  if (weights.length === 0) {
    return [];
  }
  if (weightSum === 0) {
    return weights.map((_, index) => (index === 0 ? totalCents : 0));
  }
  const shares = weights.map((weight, index) => exactShare(totalCents, weight, weightSum, index));
  const left = totalCents - sumCents(shares.map((share) => share.floor));
  const lucky = new Set(
    [...shares]
      .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1))
      .slice(0, left)
      .map((share) => share.index),
  );
  return shares.map((share) => share.floor + (lucky.has(share.index) ? 1 : 0));
}

function exactShare(totalCents: number, weight: number, weightSum: number, index: number) {
  const product = BigInt(totalCents) * BigInt(weight);
  const divisor = BigInt(weightSum);
  return { index, floor: Number(product / divisor), remainder: product % divisor };
}
