import type { Threshold } from "@/lib/compliance/threshold";
import type { DeadlinePolicy } from "@/lib/deadlines/rule";
import type { WaivableDemand } from "@/lib/replies/demand";

/** What every seller is held against while a version is in force. */
export type PolicyThreshold = Pick<Threshold, "measure" | "atLeastBps" | "days" | "minSample">;

/** What one published version of the policy holds. */
export type PolicyContent = {
  readonly deadlines: DeadlinePolicy;
  /** Calendar days without news after which an answered claim closes by itself. */
  readonly closeAfterSilentDays: number;
  /** Calendar days after the last closure for which the customer's link still opens. */
  readonly linkDaysAfterClosure: number;
  /** Demands on an answer that this version does not make; none of them is the law's. */
  readonly waivedDemands?: readonly WaivableDemand[];
  /** Absent from versions older than the editor: `FIRST_THRESHOLDS` then. */
  readonly thresholds?: readonly PolicyThreshold[];
};
