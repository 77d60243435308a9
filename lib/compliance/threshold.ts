import type { Origin } from "@/lib/deadlines/rule";

/** Shares that a threshold may be set on. */
export const THRESHOLD_MEASURES = ["on_time", "promises_kept"] as const;
export type ThresholdMeasure = (typeof THRESHOLD_MEASURES)[number];

export type Threshold = {
  readonly id: string;
  readonly measure: ThresholdMeasure;
  readonly atLeastBps: number;
  readonly days: number;
  readonly minSample: number;
  readonly origin: Origin;
};

/** What a seller is held against. */
export type Held = {
  readonly due: number;
  readonly met: number;
  readonly promisesDue: number;
  readonly promisesKept: number;
};

/** The part and the whole a threshold looks at. */
export function shareHeld(held: Held, measure: ThresholdMeasure): { readonly part: number; readonly whole: number } {
  switch (measure) {
    case "on_time":
      return { part: held.met, whole: held.due };
    case "promises_kept":
      return { part: held.promisesKept, whole: held.promisesDue };
  }
}

/**
 * Whether a share is under its threshold. Too small a sample concludes nothing, an empty one least of all; whole
 * numbers are compared, so that 95 % of 20 is 19 and no rounding decides.
 */
export function isUnder(held: Held, threshold: Pick<Threshold, "measure" | "atLeastBps" | "minSample">): boolean {
  const { part, whole } = shareHeld(held, threshold.measure);
  return whole >= Math.max(1, threshold.minSample) && part * 10_000 < threshold.atLeastBps * whole;
}
