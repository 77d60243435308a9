import { addDays, addMonths, daysBetween, type IsoDate } from "@/lib/calendar/civil-day";
import type { Instant } from "@/lib/calendar/instant";
import { LEGAL_INTEREST_RATES, type LegalInterestRate, legalInterestCents } from "@/lib/deadlines/legal-interest";
import type { DeadlineKind, Origin } from "@/lib/deadlines/rule";

/** A step of a scale: its last day late, inclusive, and the increase it brings. */
type LateStep = { readonly toDay: number; readonly rate: LateRate };

/** An increase in hundredths of a percent of the sums due, or the legal rate pro rata of the days. */
type LateRate = "legal_interest" | number;

type LateScale = {
  readonly origin: Origin;
  readonly steps: readonly LateStep[];
  /** After the last step: more points for each month begun, up to the price, then legal interest. */
  readonly monthlyBps?: number;
  /** The text was not read in its official form, or reads in more than one way. */
  readonly toVerify: boolean;
};

const FOREVER = Number.POSITIVE_INFINITY;

/**
 * Increases owed on a late refund, by the deadline that was missed. A day on which two steps meet belongs to
 * the lower one.
 *
 * @see Code de la consommation, art. L242-4 (withdrawal), L241-4 (non-delivery), L241-6 (return cost)
 */
export const LATE_SCALES = {
  withdrawal_refund: {
    origin: "law:C. conso. L242-4",
    steps: [
      { toDay: 10, rate: "legal_interest" },
      { toDay: 20, rate: 500 },
      { toDay: 30, rate: 1000 },
      { toDay: 60, rate: 2000 },
      { toDay: 90, rate: 5000 },
    ],
    monthlyBps: 500,
    toVerify: false,
  },
  delivery_refund: {
    origin: "law:C. conso. L241-4",
    steps: [
      { toDay: 14, rate: 1000 },
      { toDay: 30, rate: 2000 },
      { toDay: FOREVER, rate: 5000 },
    ],
    toVerify: false,
  },
  return_cost_refund: {
    origin: "law:C. conso. L241-6",
    steps: [
      { toDay: 14, rate: 1000 },
      { toDay: 30, rate: 2000 },
      { toDay: FOREVER, rate: 5000 },
    ],
    toVerify: true,
  },
} as const satisfies Partial<Record<DeadlineKind, LateScale>>;

export type LateKind = keyof typeof LATE_SCALES;

export type LateInput = {
  readonly kind: LateKind;
  readonly dueOn: IsoDate;
  /** Day of the refund, or today while it is not made. */
  readonly asOf: IsoDate;
  /** Sums due, in cents: price and delivery for a withdrawal. */
  readonly basisCents: number;
  /** Price of the product, in cents: what the monthly points of L242-4 may reach. */
  readonly priceCents: number;
  /** The journaled event that makes the sums due; without it no amount is shown. */
  readonly basisEventAt: Instant | null;
  readonly rates?: readonly LegalInterestRate[];
};

/** Why a bracket comes without an amount. */
type AmountMissing = "basis_event" | "legal_rate";

/** Always an estimate: shown with its basis, never sent to a customer as due. */
export type LateAmount = {
  readonly daysLate: number;
  /** First and last day late of the bracket, inclusive; `toDay` is null when it is open. */
  readonly bracket: { readonly fromDay: number; readonly toDay: number | null; readonly rate: LateRate };
  readonly basisCents: number;
  readonly amountCents: number | null;
  readonly missing: AmountMissing | null;
  readonly origin: Origin;
  readonly reading: "settled" | "to_confirm";
};

/** What a late refund adds, or null while nothing is due or late. Amounts in cents, rounded half up. */
export function lateAmount(input: LateInput): LateAmount | null {
  const daysLate = daysBetween(input.dueOn, input.asOf);
  assertCents(input);
  if (daysLate <= 0 || input.basisCents === 0) return null;
  const scale: LateScale = LATE_SCALES[input.kind];
  const index = scale.steps.findIndex(({ toDay }) => daysLate <= toDay);
  const step = scale.steps[index];
  return step ? inStep(input, daysLate, scale, index, step) : afterLastStep(input, daysLate, scale);
}

function inStep(input: LateInput, daysLate: number, scale: LateScale, index: number, step: LateStep): LateAmount {
  const bracket = {
    fromDay: (scale.steps[index - 1]?.toDay ?? 0) + 1,
    toDay: step.toDay === FOREVER ? null : step.toDay,
    rate: step.rate,
  };
  const amountCents = step.rate === "legal_interest" ? interest(input, 1) : share(input.basisCents, step.rate);
  return answer(input, daysLate, scale, { bracket, amountCents, reading: scale.toVerify ? "to_confirm" : "settled" });
}

/**
 * Months begin the day after the last step and after each month from it. Once the increase reaches the price
 * it stays there and legal interest on the sums due is added from the next month on: a reading to confirm.
 */
function afterLastStep(input: LateInput, daysLate: number, scale: LateScale): LateAmount {
  const last = scale.steps.at(-1);
  const base = { day: last?.toDay ?? 0, bps: typeof last?.rate === "number" ? last.rate : 0 };
  const from = addDays(input.dueOn, base.day);
  const begun = monthsBegun(from, input.asOf);
  const monthly = scale.monthlyBps ?? 0;
  const capMonth = monthsToReach(input, base.bps, monthly);
  if (begun <= capMonth) {
    const rate = base.bps + monthly * begun;
    const bracket = {
      fromDay: lateDayOf(input, addMonths(from, begun - 1)) + 1,
      toDay: lateDayOf(input, addMonths(from, begun)),
      rate,
    };
    const amountCents = Math.min(
      share(input.basisCents, rate),
      Math.max(input.priceCents, share(input.basisCents, base.bps)),
    );
    return answer(input, daysLate, scale, { bracket, amountCents, reading: "to_confirm" });
  }
  const fromDay = lateDayOf(input, addMonths(from, capMonth)) + 1;
  const more = interest(input, fromDay);
  const amountCents = more === null ? null : Math.max(input.priceCents, share(input.basisCents, base.bps)) + more;
  const bracket = { fromDay, toDay: null, rate: "legal_interest" as const };
  return answer(input, daysLate, scale, { bracket, amountCents, reading: "to_confirm" });
}

function answer(
  input: LateInput,
  daysLate: number,
  scale: LateScale,
  found: Pick<LateAmount, "bracket" | "amountCents" | "reading">,
): LateAmount {
  const missing = missingFor(input, found.amountCents);
  return {
    ...found,
    daysLate,
    basisCents: input.basisCents,
    amountCents: missing === null ? found.amountCents : null,
    missing,
    origin: scale.origin,
  };
}

function missingFor(input: LateInput, amountCents: number | null): AmountMissing | null {
  if (input.basisEventAt === null) return "basis_event";
  return amountCents === null ? "legal_rate" : null;
}

/** Months after the last step whose points first bring the increase to the price: 0 when it is there already. */
function monthsToReach({ basisCents, priceCents }: LateInput, baseBps: number, monthlyBps: number): number {
  const missingBps = (priceCents * 10_000) / basisCents - baseBps;
  return Math.max(0, Math.ceil(missingBps / monthlyBps));
}

function monthsBegun(from: IsoDate, asOf: IsoDate): number {
  let months = 1;
  while (addMonths(from, months) < asOf) months += 1;
  return months;
}

function lateDayOf({ dueOn }: LateInput, day: IsoDate): number {
  return daysBetween(dueOn, day);
}

function interest(input: LateInput, fromDay: number): number | null {
  const rates = input.rates ?? LEGAL_INTEREST_RATES;
  return legalInterestCents(input.basisCents, addDays(input.dueOn, fromDay), input.asOf, rates);
}

function share(basisCents: number, bps: number): number {
  return Math.round((basisCents * bps) / 10_000);
}

function assertCents({ basisCents, priceCents }: LateInput): void {
  for (const cents of [basisCents, priceCents]) {
    if (!Number.isSafeInteger(cents) || cents < 0) throw new RangeError(`not an amount in cents: ${cents}`);
  }
}
