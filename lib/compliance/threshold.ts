import { z } from "zod";
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

/** A new threshold as an operator types it, the share in per cent. */
export const thresholdInput = z.object({
  measure: z.enum(THRESHOLD_MEASURES),
  percent: z.coerce.number().min(0.01).max(100),
  days: z.coerce.number().int().min(1).max(366),
  minSample: z.coerce.number().int().min(1).max(100_000),
});
export type ThresholdInput = z.output<typeof thresholdInput>;
