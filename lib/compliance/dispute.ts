import { addDays } from "@/lib/calendar/civil-day";
import type { Instant } from "@/lib/calendar/instant";
import { localDay, type ZoneId } from "@/lib/calendar/zone";
import type { OperatorDecision } from "@/lib/claims/decision";
import type { Measure } from "@/lib/compliance/measure";

/** What of a claim an operator's decision rules on. */
export type Disputed = { readonly proof: boolean; readonly refusal: boolean };

/** @param marks what was counted of the claim so far, in order */
export function disputedBy(marks: readonly { readonly measure: string; readonly detail: string }[]): Disputed {
  const count = (measure: Measure) => marks.filter((mark) => mark.measure === measure).length;
  const answers = marks.filter((mark) => mark.measure === "reply_sent");
  const refusals = answers.filter((mark) => mark.detail === "refuse").length;
  return {
    proof: count("proof_contested") > count("proof_upheld") + count("proof_overturned"),
    refusal: answers.at(-1)?.detail === "refuse" && refusals > count("refusal_upheld") + count("refusal_overturned"),
  };
}

/** What a decision counts as. To send the claim back to the seller rules on nothing yet. */
export function ruledOn(decision: OperatorDecision, disputed: Disputed): readonly Measure[] {
  if (decision === "back_to_seller") return [];
  const isUpheld = decision === "for_seller";
  return [
    ...(disputed.proof ? [isUpheld ? ("proof_upheld" as const) : ("proof_overturned" as const)] : []),
    ...(disputed.refusal ? [isUpheld ? ("refusal_upheld" as const) : ("refusal_overturned" as const)] : []),
  ];
}

/** Whether a closure was taken back within 14 calendar days; the day of the closure is not counted. */
export function reopenedDetail(closedAt: Instant, reopenedAt: Instant, zone: ZoneId): "within_14" | "later" {
  return localDay(reopenedAt, zone) <= addDays(localDay(closedAt, zone), 14) ? "within_14" : "later";
}
