import type { ReplyContext } from "@/lib/replies/context";
import type { ReplyFields } from "@/lib/replies/field";
import { type Remedy, remediesOf, remedyOfSolution } from "@/lib/replies/remedy";
import type { Solution } from "@/lib/replies/solution";
import { type Missing, missing, missingWhen } from "@/lib/replies/verdict";

type Offer = ReplyFields & { readonly solution: Solution };

/** Remedies the seller may only depart from with a reason when the customer asked for them. */
const CHOSEN_BY_CONSUMER: readonly Remedy[] = ["repair", "replacement", "completion"];

/** Every remedy an answer offers: its own and those it leaves the customer to choose. */
export function offeredRemedies(offer: Offer): readonly Remedy[] {
  const own =
    offer.solution === "goodwill_gesture" ? gestureRemedy(offer) : remedyOfSolution(offer.solution, offer.outcome);
  return [...new Set([...(own === null ? [] : [own]), ...(offer.alsoOffered ?? [])])];
}

/**
 * Two remedies to choose from, or a written reason for each one withheld; the one the customer asked for
 * is never passed over in silence. Consumers only. A choice already made is carried out, not asked for again.
 *
 * @see Code de la consommation, art. L217-8 and L217-12
 */
export function checkChoice(offer: Offer, context: ReplyContext): readonly Missing[] {
  const remedies = remediesOf(context.claim.situation);
  if (remedies.length === 0 || context.claim.customerKind === "professional") return [];
  const offered = offeredRemedies(offer).filter((remedy) => remedies.includes(remedy) || remedy === "price_reduction");
  const isExplained = (remedy: Remedy) => offered.includes(remedy) || hasReason(offer, remedy);
  const isChoice = offered.length >= 2 || remedies.every(isExplained);
  const { wish } = context.claim;
  if (context.claim.hasChosen && wish !== null && offered.includes(wish)) return [];
  const isWishPassedOver = wish !== null && CHOSEN_BY_CONSUMER.includes(wish) && !isExplained(wish);
  return [
    ...missingWhen(!isChoice, "second_remedy_missing", "alsoOffered"),
    ...missingWhen(isChoice && isWishPassedOver, "wish_not_answered", "withheld"),
    ...(offer.withheld ?? [])
      .flatMap(({ reason }) => missingWhen(!reason, "withheld_reason_missing", "withheld"))
      .slice(0, 1),
  ];
}

/** A gesture says what it is and how much, and never stands alone: the remedies of the law stay on offer beside it. */
export function checkGesture(offer: Offer): readonly Missing[] {
  const isAlone = (offer.alsoOffered ?? []).length === 0;
  return [
    ...missingWhen(offer.gestureNature === undefined, "gesture_nature_missing", "gestureNature"),
    ...missingWhen(offer.doneOn === undefined, "gesture_on_missing", "doneOn"),
    ...(isAlone ? [missing("gesture_alone", "alsoOffered")] : []),
  ];
}

function gestureRemedy({ gestureNature }: Offer): Remedy | null {
  return gestureNature === "price_reduction" ? "price_reduction" : null;
}

function hasReason({ withheld }: Offer, remedy: Remedy): boolean {
  return (withheld ?? []).some((entry) => entry.remedy === remedy && Boolean(entry.reason));
}
