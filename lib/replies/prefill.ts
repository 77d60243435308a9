import { addDays, type IsoDate } from "@/lib/calendar/civil-day";
import type { PostalAddress } from "@/lib/orders/order";
import { refundableCents } from "@/lib/replies/check-money";
import { checkAddress } from "@/lib/replies/check-return";
import type { ReplyContext, ReplyParcel } from "@/lib/replies/context";
import type { COST_BEARERS, RETURN_MEANS, ReplyFields } from "@/lib/replies/field";
import { groundsFor } from "@/lib/replies/refusal";
import { isLackOfConformity, type Remedy, remediesOf, remedyOfSolution } from "@/lib/replies/remedy";
import type { Solution } from "@/lib/replies/solution";
import { SOLUTION_FIELDS } from "@/lib/replies/solution-fields";

/** What the seller's settings know of returns. */
export type ReturnProfile = {
  readonly address: PostalAddress | null;
  readonly means: (typeof RETURN_MEANS)[number];
  /** Who pays when the customer has changed their mind; a lack of conformity is always the seller's. */
  readonly withdrawalCostBearer: (typeof COST_BEARERS)[number];
  readonly packing: string | null;
  readonly contact: string | null;
};

/** Words the seller's settings lack, in the customer's language. */
export type PrefillWords = { readonly packing: string; readonly nextStep: string };

export type PrefillSources = {
  readonly context: ReplyContext;
  readonly profile: ReturnProfile | null;
  /** Reference of the claim, which serves as return reference. */
  readonly claimReference: string;
  readonly words: PrefillWords;
};

/** Days from today that a form proposes; the seller changes them freely. */
export const PREFILL_DAYS = {
  refund: 7,
  shipment: 7,
  sendBack: 14,
  label: 2,
  answer: 10,
  afterReturn: 7,
  repair: 21,
} as const;

/** First values of a solution's form: everything the order and the seller's settings know, and nothing invented. */
export function prefill(solution: Solution, sources: PrefillSources): ReplyFields {
  const all: ReplyFields = {
    ...deliveryFields(solution, sources.context),
    ...returnFields(solution, sources),
    ...moneyFields(solution, sources.context),
    ...refundOfReturn(solution, sources.context),
    ...choiceFields(solution, sources.context),
    ...groundField(sources.context),
  };
  const allowed: Partial<Record<string, true>> = SOLUTION_FIELDS[solution];
  return Object.fromEntries(Object.entries(all).filter(([name, value]) => allowed[name] && value !== undefined));
}

function deliveryFields(solution: Solution, { order, today, clocks }: ReplyContext): ReplyFields {
  const parcel = parcelToSpeakOf(solution, order.parcels);
  const isNewParcel =
    solution !== "confirm_delivery" && solution !== "parcel_in_transit" && solution !== "carrier_inquiry";
  const known = isNewParcel ? null : parcel;
  return {
    carrier: known?.carrier ?? undefined,
    trackingNumber: known?.trackingNumber ?? undefined,
    deliveredAt: known?.deliveredAt ?? undefined,
    openedOn: today,
    answerOn: addDays(today, PREFILL_DAYS.answer),
    expectedOn: noLaterThan(
      clocks.remedyDueOn,
      addDays(today, solution === "repair" ? PREFILL_DAYS.repair : PREFILL_DAYS.shipment),
      today,
    ),
  };
}

/** A delivery is confirmed of a parcel that arrived; everything else is about the one still awaited. */
function parcelToSpeakOf(solution: Solution, parcels: readonly ReplyParcel[]): ReplyParcel | null {
  const isConfirmed = solution === "confirm_delivery";
  return parcels.find(({ status }) => (status === "delivered") === isConfirmed) ?? parcels.at(-1) ?? null;
}

function moneyFields(solution: Solution, context: ReplyContext): ReplyFields {
  const { today, clocks } = context;
  const proposed = addDays(today, PREFILL_DAYS.refund);
  const isPart = solution === "price_reduction" || solution === "goodwill_gesture";
  return {
    amountCents: isPart ? undefined : claimedCents(context),
    refundOn: noLaterThan(clocks.refundDueOn, proposed, today),
    refundMethod: "original_payment",
    doneOn: proposed,
  };
}

/** What the claim is about: the whole order with its delivery, or the lines the customer named. Cents. */
function claimedCents({ order }: ReplyContext): number {
  const refundable = refundableCents(order);
  if (order.lines.every(({ claimed }) => claimed)) return refundable;
  const claimed = order.lines.filter((line) => line.claimed);
  return Math.min(
    refundable,
    claimed.reduce((sum, line) => sum + line.unitPriceCents * line.quantity, 0),
  );
}

/**
 * After a withdrawal the form proposes the last day of the refund's clock, never a later one: the law lets the seller
 * wait for the goods (L221-24), but the day promised is the one the clock shows. Once that day is past, only the goods
 * are waited for. Where the return decides what follows, no refund is promised before the goods are back.
 */
function refundOfReturn(solution: Solution, context: ReplyContext): ReplyFields {
  const { claim, clocks } = context;
  if (solution === "accept_return") return { amountCents: undefined, refundOn: undefined };
  if (solution !== "return_procedure") return {};
  if (isLackOfConformity(claim.situation)) {
    const isRefund = outcomeFor(claim.wish) === "refund";
    const remedyOn = noLaterThan(clocks.remedyDueOn, afterReturn(context), context.today);
    return {
      nextStepOn: isRefund ? afterReturn(context) : remedyOn,
      refundOn: undefined,
      ...(isRefund ? {} : { amountCents: undefined, refundMethod: undefined }),
    };
  }
  const { refundDueOn } = clocks;
  const isAhead = refundDueOn !== null && refundDueOn >= context.today;
  const day = isAhead ? refundDueOn : sendBeforeDay(context);
  return { refundOn: day, nextStepOn: day };
}

function sendBeforeDay({ today, clocks }: ReplyContext): IsoDate {
  return laterDay(clocks.goodsReturnDueOn, addDays(today, PREFILL_DAYS.sendBack));
}

function returnFields(solution: Solution, { context, profile, claimReference, words }: PrefillSources): ReplyFields {
  const { claim } = context;
  const sellerPays = isLackOfConformity(claim.situation) || solution === "could_not_stop";
  const costBearer = sellerPays ? "seller" : (profile?.withdrawalCostBearer ?? undefined);
  const sendBeforeOn = sendBeforeDay(context);
  return {
    mayRefuseParcel: true,
    goods: "send_back",
    outcome: isLackOfConformity(claim.situation) ? outcomeFor(claim.wish) : undefined,
    returnAddress: profile?.address && checkAddress(profile.address).length === 0 ? profile.address : undefined,
    returnReference: claimReference,
    sendBeforeOn,
    costBearer,
    ...(costBearer === "seller" ? meansFields(context, profile) : {}),
    packing: profile?.packing ?? words.packing,
    nextStep: words.nextStep,
    nextStepOn: afterReturn(context),
    contact: profile?.contact ?? undefined,
  };
}

function meansFields({ order, today, documents }: ReplyContext, profile: ReturnProfile | null): ReplyFields {
  const isBulky = order.lines.some((line) => line.claimed && line.bulky);
  const returnMeans = isBulky ? "collection" : profile?.means;
  const hasLabel = documents.some(({ kind }) => kind === "return_label");
  const isLabelLater = returnMeans === "prepaid_label" && !hasLabel;
  return { returnMeans, labelFollowsOn: isLabelLater ? addDays(today, PREFILL_DAYS.label) : undefined };
}

function outcomeFor(wish: Remedy | null): "refund" | "replacement" | "repair" {
  return wish === "replacement" || wish === "repair" ? wish : "refund";
}

/**
 * The customer keeps the choice: the other remedies of the situation are offered beside the one answered. Once they
 * have chosen, nothing is left to choose.
 */
function choiceFields(solution: Solution, { claim }: ReplyContext): ReplyFields {
  if (claim.hasChosen) return { alsoOffered: [] };
  const own = remedyOfSolution(solution, outcomeFor(claim.wish));
  return { alsoOffered: remediesOf(claim.situation).filter((remedy) => remedy !== own) };
}

function groundField({ claim, order }: ReplyContext): ReplyFields {
  if (claim.situation !== "no_longer_wanted") return {};
  if (claim.customerKind === "professional") return { ground: "professional_buyer" };
  return { ground: order.withdrawalExcluded ? "withdrawal_excluded" : groundsFor(claim.situation, claim.phase)[0] };
}

function afterReturn(context: ReplyContext): IsoDate {
  return addDays(sendBeforeDay(context), PREFILL_DAYS.afterReturn);
}

/** The day proposed, or the last day of the clock that runs when it comes first; a day already past binds no more. */
function noLaterThan(dueOn: IsoDate | null, proposed: IsoDate, today: IsoDate): IsoDate {
  return dueOn !== null && dueOn >= today && dueOn < proposed ? dueOn : proposed;
}

function laterDay(one: IsoDate | null, other: IsoDate): IsoDate {
  return one !== null && one > other ? one : other;
}
