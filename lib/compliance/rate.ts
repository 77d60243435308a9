/** Share of clocks met, with the interval a sample of this size leaves open; no sample, no rate. */
export type Rate = { readonly share: number; readonly low: number; readonly high: number; readonly sample: number };

/** Quantile of the normal distribution for a two-sided 95 % interval. */
const Z_95 = 1.959964;

/**
 * Wilson score interval at 95 %, which stays inside 0–1 and is honest for small samples. What is counted twice of
 * one (a claim requalified twice) is at most the whole.
 */
export function rateOf(met: number, sample: number): Rate | undefined {
  if (sample === 0) return undefined;
  const share = Math.min(1, met / sample);
  const z2 = Z_95 * Z_95;
  const centre = (share + z2 / (2 * sample)) / (1 + z2 / sample);
  const half = (Z_95 / (1 + z2 / sample)) * Math.sqrt((share * (1 - share)) / sample + z2 / (4 * sample * sample));
  return { share, low: Math.max(0, centre - half), high: Math.min(1, centre + half), sample };
}
