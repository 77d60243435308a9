import type { IsoDate } from "@/lib/calendar/civil-day";
import type { Instant } from "@/lib/calendar/instant";
import type { ClaimState } from "@/lib/claims/claim";
import { type ClockFacts, clockState, isOverdue } from "@/lib/deadlines/clock";
import type { DeadlineKind } from "@/lib/deadlines/rule";
import { type CommitmentKind, turnOfCommitment } from "@/lib/replies/commitment";
import { openPromiseState } from "@/lib/replies/due-promise";
import { acceptanceOf, type Solution } from "@/lib/replies/solution";

/** Where a claim stands, as its customer is told; the sentences are in the message files. */
export const CUSTOMER_STATUSES = [
  "received",
  "seller_studies",
  "seller_late",
  "you_wrote",
  "you_chose",
  "offer_withdrawn",
  "your_turn",
  "answered",
  "send_back",
  "seller_acts",
  "operator_helps",
  "closed",
] as const;
export type CustomerStatus = (typeof CUSTOMER_STATUSES)[number];

export type ShownReply = {
  readonly solution: Solution;
  readonly customerAnswer: string | null;
  /** When the seller took its offer back. */
  readonly withdrawnAt: Instant | null;
};

export type FollowedClaim = {
  readonly state: ClaimState;
  readonly clocks: readonly (ClockFacts & { readonly id: string })[];
  readonly commitments: readonly FollowedPromise[];
  /** Answers the customer may see, oldest first. */
  readonly replies: readonly ShownReply[];
};

export type FollowedPromise = {
  readonly kind: CommitmentKind;
  readonly status: "proposed" | "open" | "done" | "refused" | "withdrawn" | "lapsed";
  readonly dueOn: IsoDate | null;
  readonly amountCents: number | null;
  readonly clockId: string | null;
};

/** The one sentence that tells where things stand. */
export function customerStatus({ state, clocks, commitments, replies }: FollowedClaim, now: Instant): CustomerStatus {
  if (state === "closed") return "closed";
  if (state === "escalated") return "operator_helps";
  if (clocks.some((clock) => ANSWER_CLOCKS.includes(clock.kind) && isOverdue(clock, now))) return "seller_late";
  const last = replies.at(-1);
  if (clocks.some((clock) => clock.kind === "next_reply" && clockState(clock, now) === "running")) {
    if (last?.withdrawnAt) return "offer_withdrawn";
    return last?.customerAnswer === "chosen" ? "you_chose" : "you_wrote";
  }
  if (!last) return state === "to_triage" ? "received" : "seller_studies";
  if (awaitsDecision(last)) return "your_turn";
  const open = commitments.filter(({ status }) => status === "open").map(({ kind }) => kind);
  const turns = open.map(turnOfCommitment);
  // Without the label that was promised there is nothing to send the goods back with.
  if (turns.includes("customer") && !open.includes("return_label")) return "send_back";
  return turns.includes("seller") ? "seller_acts" : "answered";
}

/** An answer about which the customer is asked to say yes or no. */
export function awaitsDecision(reply: ShownReply): boolean {
  return reply.customerAnswer === null && reply.withdrawnAt === null && acceptanceOf(reply.solution) !== "none";
}

/** What comes next, each with its last day; `isOver` when that day has passed and nothing came. */
export type NextStep =
  | { readonly kind: "clock"; readonly clock: ShownClock; readonly isOver: boolean }
  | { readonly kind: "promise"; readonly promise: FollowedPromise; readonly isOver: boolean };

const SHOWN_CLOCKS = [
  "reply",
  "proof_of_delivery",
  "next_reply",
  "delivery_due",
  "formal_notice",
  "goods_return",
  "withdrawal_refund",
  "delivery_refund",
  "conformity_remedy",
  "conformity_refund",
  "return_cost_refund",
] as const satisfies readonly DeadlineKind[];

export type ShownClock = Pick<ClockFacts, "dueOn" | "dueBefore" | "zone"> & {
  readonly kind: (typeof SHOWN_CLOCKS)[number];
};

/**
 * The dates a customer waits for, soonest first: what the seller owes by the law or the marketplace's rules, what it
 * promised, and what the customer has to do. A clock beside which a promise was made is told by the promise.
 */
export function nextSteps(claim: FollowedClaim, today: IsoDate, now: Instant): NextStep[] {
  const { state, clocks, commitments } = claim;
  if (state === "closed") return [];
  const promises = commitments.filter((promise) => promise.status === "open");
  const promised = new Set(promises.map((promise) => promise.clockId));
  const awaited = clocks.filter(
    (clock) =>
      !promised.has(clock.id) &&
      !(clock.kind === "goods_return" && promises.some((promise) => promise.kind === "return")) &&
      !(clock.kind === "conformity_remedy" && isMoneyAccepted(claim)) &&
      (clockState(clock, now) === "running" || isOverdue(clock, now)),
  );
  const steps: NextStep[] = [
    ...awaited.flatMap((facts) => {
      const clock = shownClock(facts);
      return clock ? [{ kind: "clock", clock, isOver: isOverdue(facts, now) } as const] : [];
    }),
    ...promises.map((promise) => ({ kind: "promise", promise, isOver: isBroken(promise, clocks, today) }) as const),
  ];
  return steps.sort((one, other) => lastDayOf(one).localeCompare(lastDayOf(other)));
}

/** Money was agreed on in the place of a repair or another good: that the law's day for these goes on would mislead. */
function isMoneyAccepted({ replies, commitments }: FollowedClaim): boolean {
  const isOwed = commitments.some(({ kind, status }) => status === "open" && AGREED_MONEY.includes(kind));
  return isOwed && replies.at(-1)?.customerAnswer === "accepted";
}

const AGREED_MONEY: readonly CommitmentKind[] = ["refund", "price_reduction"];

const ANSWER_CLOCKS: readonly DeadlineKind[] = ["reply", "next_reply"];

/** A clock the customer is told of, undefined for those of the law's long periods. */
function shownClock(clock: ClockFacts): ShownClock | undefined {
  const kind = SHOWN_CLOCKS.find((shown) => shown === clock.kind);
  return kind && { kind, dueOn: clock.dueOn, dueBefore: clock.dueBefore, zone: clock.zone };
}

/** Past its day, and not held back by the law: a refund may wait for the goods (C. conso. L221-24). */
function isBroken(promise: FollowedPromise, clocks: FollowedClaim["clocks"], today: IsoDate): boolean {
  const beside = clocks.find(({ id }) => id === promise.clockId);
  const isPast = promise.dueOn !== null && promise.dueOn < today;
  return isPast && openPromiseState(promise, beside, today) === "late";
}

/** A promise without a day comes last. */
function lastDayOf(step: NextStep): string {
  return step.kind === "clock" ? step.clock.dueOn : (step.promise.dueOn ?? "9999-12-31");
}
