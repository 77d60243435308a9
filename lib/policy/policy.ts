import type { DeadlinePolicy } from "@/lib/deadlines/rule";

/** What one published version of the policy holds. */
export type PolicyContent = {
  readonly deadlines: DeadlinePolicy;
  /** Calendar days without news after which an answered claim closes by itself. */
  readonly closeAfterSilentDays: number;
  /** Calendar days after the last closure for which the customer's link still opens. */
  readonly linkDaysAfterClosure: number;
};
