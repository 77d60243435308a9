import type { IsoDate } from "@/lib/calendar/civil-day";
import type { Period } from "@/lib/deadlines/deadline";
import type { Amendment, DeadlineRule, Origin } from "@/lib/deadlines/rule";

/**
 * The later text that governs a contract, if any. A contract of unknown date stays under the base rule: the
 * later text must be shown to apply.
 */
export function amendmentFor(rule: DeadlineRule, contractOn: IsoDate | undefined): Amendment | undefined {
  if (contractOn === undefined) return undefined;
  return rule.amendments?.findLast((amendment) => amendment.inForceFrom <= contractOn);
}

/**
 * What a rule counts for one contract; undefined when the parties must say (the period a formal notice gives).
 *
 * @param givenLength length the parties fixed, in the rule's unit
 */
export function periodOf(rule: DeadlineRule, contractOn?: IsoDate, givenLength?: number): Period | undefined {
  const length = givenLength ?? amendmentFor(rule, contractOn)?.length ?? rule.length;
  if (length === null) return undefined;
  return { length, unit: rule.unit, roll: rule.roll, ...(rule.opening ? { opening: rule.opening } : {}) };
}

export type OriginKind = "law" | "contract" | "assumed";

/** Origin of a rule in a situation: where the text is silent, the same length is our reading. */
export function originOf(rule: DeadlineRule, situation?: string, contractOn?: IsoDate): Origin {
  const origin = amendmentFor(rule, contractOn)?.origin ?? rule.origin;
  if (situation === undefined || !rule.assumedFor?.includes(situation)) return origin;
  return `assumed:${origin.slice(origin.indexOf(":") + 1)}`;
}

export function originKind(origin: Origin): OriginKind {
  if (origin.startsWith("law:")) return "law";
  return origin.startsWith("contract:") ? "contract" : "assumed";
}

/** The text an origin names, without its kind. */
export function originText(origin: Origin): string {
  return origin.slice(origin.indexOf(":") + 1);
}
