import type { ReplyContext } from "@/lib/replies/context";
import type { ReplyFields } from "@/lib/replies/field";
import { groundsFor, type RefusalGround } from "@/lib/replies/refusal";
import { isLackOfConformity } from "@/lib/replies/remedy";
import { type Missing, missing, missingWhen } from "@/lib/replies/verdict";

/**
 * A refusal gives its ground, the facts and the evidence. What the customer may do next (guarantees, the
 * marketplace, the mediator) is written by the product; it needs the mediator of the seller's settings.
 */
export function checkRefusal(fields: ReplyFields, context: ReplyContext): readonly Missing[] {
  return [
    ...checkGround(fields, context),
    ...missingWhen(!fields.facts, "facts_missing", "facts"),
    ...missingWhen(!fields.evidence && context.documents.length === 0, "evidence_missing", "evidence"),
    ...missingWhen(needsMediator(context) && !hasMediator(context), "mediator_missing"),
  ];
}

function checkGround({ ground, missingProof }: ReplyFields, context: ReplyContext): readonly Missing[] {
  if (ground === undefined) return [missing("ground_missing", "ground")];
  const { situation, phase } = context.claim;
  if (!groundsFor(situation, phase).includes(ground)) return [notAGround(ground, context)];
  return checkGroundFacts(ground, missingProof, context);
}

/** Grounds that sellers believe in and the law does not know. */
function notAGround(ground: RefusalGround, context: ReplyContext): Missing {
  if (ground === "no_reservation_at_delivery") return missing("ground_no_reservation", "ground");
  const isOfWithdrawal = ground === "withdrawal_period_over" || ground === "withdrawal_excluded";
  if (isOfWithdrawal && isLackOfConformity(context.claim.situation))
    return missing("ground_withdrawal_period", "ground");
  return missing("ground_not_for_situation", "ground", "contract:tableau des situations client");
}

function checkGroundFacts(
  ground: RefusalGround,
  missingProof: string | undefined,
  { claim, order, clocks }: ReplyContext,
): readonly Missing[] {
  switch (ground) {
    case "withdrawal_period_over": {
      const isUnproven = claim.customerKind === "consumer" && order.withdrawalInformed === "unknown";
      return missingWhen(isUnproven && !missingProof, "withdrawal_information_missing", "missingProof");
    }
    case "withdrawal_excluded":
      return missingWhen(!order.withdrawalExcluded, "exclusion_unknown", "ground");
    case "professional_buyer":
      return missingWhen(claim.customerKind !== "professional", "not_professional", "ground");
    case "guarantee_over": {
      const { guaranteeEndsOn } = clocks;
      const isOver = guaranteeEndsOn !== null && claim.statementSentOn > guaranteeEndsOn;
      return missingWhen(claim.customerKind === "consumer" && !isOver, "guarantee_not_over", "ground");
    }
    case "matches_order":
    case "conforming_at_delivery":
    case "misuse":
    case "normal_wear":
    case "complete_at_dispatch":
    case "not_part_of_order":
    case "already_settled":
    case "no_reservation_at_delivery":
      return [];
  }
}

/** Mediation is for consumers (C. conso. L612-1). */
function needsMediator(context: ReplyContext): boolean {
  return context.claim.customerKind === "consumer";
}

function hasMediator({ mediator }: ReplyContext): boolean {
  return mediator !== null && Boolean(mediator.name && mediator.postalAddress && mediator.website);
}
