import { THRESHOLD_MEASURES } from "@/lib/compliance/threshold";
import { DEADLINE_KINDS, type DeadlineKind, type PeriodUnit } from "@/lib/deadlines/rule";
import type { PolicyContent, PolicyThreshold } from "@/lib/policy/policy";
import { thresholdsOf } from "@/lib/policy/rules";
import { WAIVABLE_DEMANDS, type WaivableDemand } from "@/lib/replies/demand";

type Length = { readonly length: number | null; readonly unit: PeriodUnit };

/** One thing that two versions do not have in common. */
export type PolicyChange =
  | { readonly kind: "period"; readonly period: DeadlineKind; readonly from: Length; readonly to: Length }
  | { readonly kind: "silent_days" | "link_days"; readonly from: number; readonly to: number }
  | { readonly kind: "demand_waived" | "demand_made"; readonly demand: WaivableDemand }
  | {
      readonly kind: "threshold";
      readonly measure: PolicyThreshold["measure"];
      readonly from: PolicyThreshold | null;
      readonly to: PolicyThreshold | null;
    };

/** What a version changes of another, in the order one reads them. */
export function policyChanges(base: PolicyContent, next: PolicyContent): readonly PolicyChange[] {
  return [
    ...changedPeriods(base, next),
    ...changedNumber("silent_days", base.closeAfterSilentDays, next.closeAfterSilentDays),
    ...changedNumber("link_days", base.linkDaysAfterClosure, next.linkDaysAfterClosure),
    ...changedDemands(base, next),
    ...changedThresholds(base, next),
  ];
}

/** The kinds of period that count otherwise. */
export function changedPeriods(base: PolicyContent, next: PolicyContent) {
  return DEADLINE_KINDS.flatMap((period) => {
    const [from, to] = [lengthOf(base, period), lengthOf(next, period)];
    const isSame = from.length === to.length && from.unit === to.unit;
    return isSame ? [] : [{ kind: "period" as const, period, from, to }];
  });
}

function lengthOf({ deadlines }: PolicyContent, period: DeadlineKind): Length {
  const { length, unit } = deadlines.rules[period];
  return { length, unit };
}

function changedNumber(kind: "silent_days" | "link_days", from: number, to: number): readonly PolicyChange[] {
  return from === to ? [] : [{ kind, from, to }];
}

function changedDemands(base: PolicyContent, next: PolicyContent): readonly PolicyChange[] {
  const [was, is] = [base.waivedDemands ?? [], next.waivedDemands ?? []];
  return WAIVABLE_DEMANDS.flatMap((demand) => {
    if (was.includes(demand) === is.includes(demand)) return [];
    return [{ kind: is.includes(demand) ? ("demand_waived" as const) : ("demand_made" as const), demand }];
  });
}

/** The thresholds that are set, moved or dropped. */
export function changedThresholds(base: PolicyContent, next: PolicyContent) {
  return THRESHOLD_MEASURES.flatMap((measure) => {
    const [from, to] = [thresholdOf(base, measure), thresholdOf(next, measure)];
    return isSameThreshold(from, to) ? [] : [{ kind: "threshold" as const, measure, from, to }];
  });
}

function thresholdOf(content: PolicyContent, measure: PolicyThreshold["measure"]): PolicyThreshold | null {
  return thresholdsOf(content).find((one) => one.measure === measure) ?? null;
}

function isSameThreshold(one: PolicyThreshold | null, other: PolicyThreshold | null): boolean {
  if (one === null || other === null) return one === other;
  return one.atLeastBps === other.atLeastBps && one.days === other.days && one.minSample === other.minSample;
}
