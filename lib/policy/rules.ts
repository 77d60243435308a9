import { DEADLINE_POLICY_V1 } from "@/lib/deadlines/rules";
import type { PolicyContent, PolicyThreshold } from "./policy";

/** Policy version 1. Code reads the version it is given; a migration copies this one. */
export const POLICY_V1: PolicyContent = {
  deadlines: DEADLINE_POLICY_V1,
  closeAfterSilentDays: 30,
  linkDaysAfterClosure: 90,
};

/** What sellers were held against before versions said so themselves; a migration copies it. */
const FIRST_THRESHOLDS: readonly PolicyThreshold[] = [
  { measure: "on_time", atLeastBps: 9500, days: 30, minSample: 20 },
];

export function thresholdsOf({ thresholds }: PolicyContent): readonly PolicyThreshold[] {
  return thresholds ?? FIRST_THRESHOLDS;
}
