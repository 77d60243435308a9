import { z } from "zod";
import { addDays, addMonths, type IsoDate, isoDate } from "@/lib/calendar/civil-day";
import type { Instant } from "@/lib/calendar/instant";
import { endOfDay, localDay, type ZoneId } from "@/lib/calendar/zone";
import type { ThresholdMeasure } from "@/lib/compliance/threshold";

/** What was true on the day the alert was raised; nothing later changes it. */
export type AlertFacts = {
  readonly measure: ThresholdMeasure;
  readonly part: number;
  readonly whole: number;
  readonly atLeastBps: number;
  readonly minSample: number;
  readonly fromOn: IsoDate;
  readonly toOn: IsoDate;
};

export const EFFECTS = ["no_action", "warning", "suspension"] as const;
export type Effect = (typeof EFFECTS)[number];
export const APPEAL_OUTCOMES = ["upheld", "overturned"] as const;
export type AppealOutcome = (typeof APPEAL_OUTCOMES)[number];

/** Why a person decided so: the facts and the rule in words, and the law that asks for them. */
export type StatementOfReasons = {
  readonly facts: string;
  readonly rule: string;
  readonly legalBasis: string;
  readonly howToAppeal: string;
};

/** Where an alert is. It follows from its facts and the instant one looks. */
export type AlertState = "awaiting_answer" | "to_decide" | "decided" | "appealed" | "judged";

export type AlertDates = {
  readonly answerBefore: Instant;
  readonly answeredAt: Instant | null;
  readonly decidedAt: Instant | null;
  readonly appealedAt: Instant | null;
  readonly judgedAt: Instant | null;
};

export function alertState(alert: AlertDates, now: Instant): AlertState {
  if (alert.judgedAt) return "judged";
  if (alert.appealedAt) return "appealed";
  if (alert.decidedAt) return "decided";
  return alert.answeredAt || now >= alert.answerBefore ? "to_decide" : "awaiting_answer";
}

/** Calendar days the seller has to answer before anybody decides; the day of the alert is not counted. Assumed. */
const DAYS_TO_ANSWER = 7;

/** The midnight that ends the seller's days to answer. */
export function answerBound(raisedAt: Instant, zone: ZoneId): Instant {
  return endOfDay(addDays(localDay(raisedAt, zone), DAYS_TO_ANSWER), zone);
}

/**
 * The midnight that ends the term of an appeal: six months from the decision, its day not counted.
 *
 * @see Règlement (UE) 2022/2065, art. 20, par. 1
 */
export function appealBound(decidedAt: Instant, zone: ZoneId): Instant {
  return endOfDay(addMonths(localDay(decidedAt, zone), 6), zone);
}

type LegalBasis = { readonly text: string; readonly from: IsoDate; readonly until: IsoDate | null };

const words = z.string().trim().min(1).max(4000);
export const alertAnswer = z.object({ alertId: z.uuid(), answer: words });
export const alertAppeal = z.object({ alertId: z.uuid(), appeal: words });
export const alertDecision = z.object({
  alertId: z.uuid(),
  sellerId: z.uuid(),
  effect: z.enum(EFFECTS),
  effectiveOn: z.iso.date(),
  reason: words,
});
export const appealJudgement = z.object({
  alertId: z.uuid(),
  sellerId: z.uuid(),
  outcome: z.enum(APPEAL_OUTCOMES),
  reason: words,
});

/** Texts that ask for a statement of reasons, each from the day it applies; `until` once it is repealed. */
export const LEGAL_BASES: readonly LegalBasis[] = [
  { text: "Règlement (UE) 2019/1150, art. 4 et 11", from: isoDate("2020-07-12"), until: null },
  { text: "Règlement (UE) 2022/2065, art. 17 et 20", from: isoDate("2024-02-17"), until: null },
];

/** The texts in force on a day, as a statement of reasons names them. */
export function legalBasisOn(day: IsoDate): string {
  return LEGAL_BASES.filter(({ from, until }) => from <= day && (until === null || day < until))
    .map(({ text }) => text)
    .join(" ; ");
}
