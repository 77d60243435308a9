import { calendar } from "@/lib/calendar/calendars";
import { instant } from "@/lib/calendar/instant";
import { zoneId } from "@/lib/calendar/zone";
import { explainDeadline } from "@/lib/deadlines/explain";
import { periodOf } from "@/lib/deadlines/period";
import type { DeadlineKind, DeadlineRule } from "@/lib/deadlines/rule";
import { DEADLINE_RULES } from "@/lib/deadlines/rules";

export const paris = zoneId("Europe/Paris");
export const reunion = zoneId("Indian/Reunion");
export const mainland = calendar("FR");

/** Typographic spaces made visible, so that the expected sentences can be read. */
export function visible(text: string): string {
  return text.replaceAll("\u00a0", "_").replaceAll("\u202f", "~");
}

/** A rule of the policy, or one changed, explained in the mainland's calendar. */
export function explain(kind: DeadlineKind, startsAt: string, change: Partial<DeadlineRule> = {}) {
  const rule: DeadlineRule = { ...DEADLINE_RULES[kind], ...change };
  const period = periodOf(rule);
  if (!period) throw new Error(kind);
  return explainDeadline({ rule, period, startsAt: instant(startsAt), calendar: mainland, zone: paris });
}
