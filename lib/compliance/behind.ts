import type { ShareKey } from "@/lib/compliance/counted";
import type { Measure } from "@/lib/compliance/measure";

/** The marks a figure counts, to lead from it to its claims. */
export type Behind = { readonly measure: Measure; readonly detail?: string };

/** Promises and cancelled clocks are rows of their own, which the claims' pages show. */
export const BEHIND_SHARE: Readonly<Record<ShareKey, Behind | undefined>> = {
  complete_at_once: { measure: "first_reply", detail: "at_once" },
  promises_kept: undefined,
  proofs_contested: { measure: "proof_contested" },
  proofs_upheld: { measure: "proof_upheld" },
  refusals_overturned: { measure: "refusal_overturned" },
  gestures_refused: { measure: "solution_answered", detail: "goodwill_gesture:refused" },
  reopened: { measure: "claim_reopened", detail: "within_14" },
  requalified: { measure: "requalified" },
  clocks_cancelled: undefined,
  identical: { measure: "identical_reply" },
  recorded_by_seller: { measure: "claim_received", detail: "seller" },
};
