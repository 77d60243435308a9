import { z } from "zod";
import { type IsoDate, isoDate } from "@/lib/calendar/civil-day";
import { THRESHOLD_MEASURES, type ThresholdMeasure } from "@/lib/compliance/threshold";
import { originKind } from "@/lib/deadlines/period";
import { DEADLINE_KINDS, type DeadlineKind, type DeadlineRule, type DeadlineRules } from "@/lib/deadlines/rule";
import { policyChanges } from "@/lib/policy/diff";
import type { PolicyContent, PolicyThreshold } from "@/lib/policy/policy";
import { WAIVABLE_DEMANDS } from "@/lib/replies/demand";

/** Units an operator may count a period in; opening hours would need the marketplace's, which nothing holds. */
export const DRAFT_UNITS = ["working_day", "calendar_day", "delivery_day", "hour"] as const;

const number = (min: number, max: number) => z.coerce.number().int().min(min).max(max);
const periodInput = z.object({ length: number(1, 366), unit: z.enum(DRAFT_UNITS) });
const blankIsNone = z.literal("").transform(() => null);
const thresholdInput = z.object({
  percent: blankIsNone.or(z.coerce.number().min(0.01).max(100)),
  days: number(1, 366),
  minSample: number(1, 100_000),
});

/** A draft as its author types it. Lengths in the unit named, shares in per cent, no share for no threshold. */
export const policyDraftInput = z.object({
  effectiveOn: z.iso.date().transform(isoDate),
  reason: z.string().trim().min(1).max(2000),
  periods: z.partialRecord(z.enum(DEADLINE_KINDS), periodInput),
  closeAfterSilentDays: number(1, 366),
  linkDaysAfterClosure: number(1, 366),
  required: z.array(z.enum(WAIVABLE_DEMANDS)).default([]),
  thresholds: z.object({ on_time: thresholdInput, promises_kept: thresholdInput }),
});
export type PolicyDraftInput = z.output<typeof policyDraftInput>;

export type PolicyRefusal = "effective_in_past" | "before_last_version" | "nothing_changed" | "law_is_locked";

/** The periods an operator may set: those the marketplace or our reading sets, never the law's. */
export function isEditable(rule: DeadlineRule): boolean {
  return originKind(rule.origin) !== "law" && rule.length !== null;
}

/** What a draft makes of the version it follows. */
export function draftedContent(base: PolicyContent, input: PolicyDraftInput, version: number): PolicyContent {
  const rules: Record<DeadlineKind, DeadlineRule> = { ...base.deadlines.rules };
  for (const kind of DEADLINE_KINDS) {
    const typed = input.periods[kind];
    const rule = rules[kind];
    if (!typed || !isEditable(rule) || (typed.length === rule.length && typed.unit === rule.unit)) continue;
    rules[kind] = { ...rule, length: typed.length, unit: typed.unit, inForceFrom: input.effectiveOn };
  }
  return {
    deadlines: { version, inForceFrom: input.effectiveOn, rules },
    closeAfterSilentDays: input.closeAfterSilentDays,
    linkDaysAfterClosure: input.linkDaysAfterClosure,
    waivedDemands: WAIVABLE_DEMANDS.filter((code) => !input.required.includes(code)),
    thresholds: THRESHOLD_MEASURES.flatMap((measure) => typedThreshold(input, measure)),
  };
}

function typedThreshold(
  { thresholds: typed }: PolicyDraftInput,
  measure: ThresholdMeasure,
): readonly PolicyThreshold[] {
  const { percent, days, minSample } = typed[measure];
  if (percent === null) return [];
  return [{ measure, atLeastBps: Math.round(percent * 100), days, minSample }];
}

type Ruled = { readonly content: PolicyContent; readonly effectiveOn: IsoDate };

/**
 * Why a version may not follow another one. It begins on a later day than today, so that no claim already received
 * changes its rules, and after the last version, so that one version rules each day.
 */
export function refusePolicy(base: Ruled, draft: Ruled, today: IsoDate): PolicyRefusal | undefined {
  if (draft.effectiveOn <= today) return "effective_in_past";
  if (draft.effectiveOn <= base.effectiveOn) return "before_last_version";
  if (!leavesTheLaw(base.content.deadlines.rules, draft.content.deadlines.rules)) return "law_is_locked";
  return policyChanges(base.content, draft.content).length === 0 ? "nothing_changed" : undefined;
}

function leavesTheLaw(base: DeadlineRules, draft: DeadlineRules): boolean {
  return DEADLINE_KINDS.every(
    (kind) => isEditable(base[kind]) || JSON.stringify(base[kind]) === JSON.stringify(draft[kind]),
  );
}
