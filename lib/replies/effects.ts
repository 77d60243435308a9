import type { DeadlineKind } from "@/lib/deadlines/rule";
import { offeredRemedies } from "@/lib/replies/check-choice";
import { soundProofs } from "@/lib/replies/check-delivery";
import { hasLabel } from "@/lib/replies/check-return";
import type { CommitmentKind } from "@/lib/replies/commitment";
import type { ReplyContext } from "@/lib/replies/context";
import { type CommitmentDraft, promisesOf } from "@/lib/replies/promises";
import { isLackOfConformity, type Remedy } from "@/lib/replies/remedy";
import type { ReplyInput } from "@/lib/replies/schema";
import { type Acceptance, acceptanceOf } from "@/lib/replies/solution";

/** What sending a complete answer changes. Kinds of which no clock runs are simply not found by the command. */
export type ReplyEffects = {
  readonly meets: readonly DeadlineKind[];
  readonly cancels: readonly DeadlineKind[];
  readonly cancelsWhenAccepted: readonly DeadlineKind[];
  /** Earlier promises that this answer keeps: the proof that was to follow, the news that were promised. */
  readonly keeps: readonly CommitmentKind[];
  /** Legal clocks that the answer itself starts. */
  readonly starts: readonly DeadlineKind[];
  readonly opens: readonly CommitmentDraft[];
  readonly opensWhenAccepted: readonly CommitmentDraft[];
  readonly acceptance: Acceptance;
  /** Remedies among which the customer may choose through the link; fewer than two is no choice. */
  readonly choices: readonly Remedy[];
  readonly nextState: "awaiting_seller" | "awaiting_customer";
};

/** Effects of an answer that was judged complete; an incomplete one has none. */
export function effectsOfReply(input: ReplyInput, context: ReplyContext): ReplyEffects {
  const acceptance = acceptanceOf(input.solution);
  const promises = promisesOf(input, context);
  const sendsProof = context.claim.situation === "parcel_not_received" && soundProofs(context).length > 0;
  return {
    meets: ["reply", "next_reply", ...(sendsProof ? (["proof_of_delivery"] as const) : [])],
    cancels: clocksEndedBySending(input, context),
    cancelsWhenAccepted: acceptance === "ends_proof_clock" ? ["proof_of_delivery"] : [],
    keeps: [
      ...(sendsProof ? (["proof_of_delivery"] as const) : []),
      ...(hasLabel(context) ? (["return_label"] as const) : []),
      ...newsGiven(input),
    ],
    starts: clocksStarted(promises, context),
    opens: acceptance === "required" ? [] : promises,
    opensWhenAccepted: acceptance === "required" ? promises : [],
    acceptance,
    choices: isLackOfConformity(context.claim.situation) && input.solution !== "refuse" ? offeredRemedies(input) : [],
    nextState: stillOwesProof(input, sendsProof) ? "awaiting_seller" : "awaiting_customer",
  };
}

/**
 * Nothing charged leaves nothing to refund; a refusal ends the remedy's clock until it is overturned.
 * No other answer ends a clock by words alone: the deed does.
 */
function clocksEndedBySending(input: ReplyInput, { claim }: ReplyContext): readonly DeadlineKind[] {
  if (input.solution === "confirm_cancellation" && input.nothingCharged) return ["withdrawal_refund"];
  if (input.solution === "refuse" && isLackOfConformity(claim.situation)) return ["conformity_remedy"];
  return [];
}

/**
 * A return whose cost the customer advances: told that the good is taken under guarantee, they are paid back within
 * 14 days. Consumers only.
 *
 * @see Code de la consommation, art. L241-6
 */
function clocksStarted(promises: readonly CommitmentDraft[], { claim }: ReplyContext): readonly DeadlineKind[] {
  const isOwed = isLackOfConformity(claim.situation) && claim.customerKind === "consumer";
  return isOwed && promises.some(({ kind }) => kind === "return_cost") ? ["return_cost_refund"] : [];
}

/** What was awaited of the carrier is told as soon as another answer than waiting is given. */
function newsGiven({ solution }: ReplyInput): readonly CommitmentKind[] {
  const isNews = solution === "confirm_delivery" || solution === "refund" || solution === "reship";
  return isNews ? ["carrier_inquiry", "parcel_arrival"] : [];
}

/** Words alone stop the reply clock; the proof is still due from the seller. */
function stillOwesProof(input: ReplyInput, sendsProof: boolean): boolean {
  switch (input.solution) {
    case "confirm_delivery":
    case "parcel_in_transit":
    case "carrier_inquiry":
      return !sendsProof;
    case "refund":
    case "reship":
    case "confirm_cancellation":
    case "could_not_stop":
    case "return_procedure":
    case "accept_return":
    case "refuse":
    case "exchange":
    case "repair":
    case "replacement":
    case "ship_missing_item":
    case "goodwill_gesture":
    case "refund_without_return":
    case "price_reduction":
    case "send_invoice":
    case "send_corrected_invoice":
    case "answer_other":
      return false;
  }
}
