import { type CalendarsOf, correctedCalendars } from "@/lib/calendar/corrected-calendars";
import { instant } from "@/lib/calendar/instant";
import type { NumberedOverride } from "@/lib/calendar/override";
import { endOfDay, localDay, zoneId } from "@/lib/calendar/zone";
import { computeDeadline } from "@/lib/deadlines/deadline";
import { periodOf } from "@/lib/deadlines/period";
import type { ClockCase, RulesChange } from "@/lib/deadlines/recount";
import type { DeadlineKind, DeadlineRule, DeadlineRules } from "@/lib/deadlines/rule";
import { DEADLINE_RULES } from "@/lib/deadlines/rules";

const paris = zoneId("Europe/Paris");

/** From the calendars as published, or as corrected before, to those with the corrections. */
export function calendarChange(
  overrides: readonly NumberedOverride[],
  rules: { readonly before?: Partial<DeadlineRules>; readonly after?: Partial<DeadlineRules> } = {},
): RulesChange {
  const ruleOf =
    (changed?: Partial<DeadlineRules>) =>
    (_version: number, kind: DeadlineKind): DeadlineRule =>
      changed?.[kind] ?? DEADLINE_RULES[kind];
  return {
    ruleOf: ruleOf(rules.before),
    calendarsAt: (version): CalendarsOf => correctedCalendars(overrides, version),
    after: { ruleOf: ruleOf(rules.after ?? rules.before), calendarsOf: correctedCalendars(overrides) },
  };
}

/** A clock counted with the published calendar, as a change finds it. */
export function clockCase(kind: DeadlineKind, startsAt: string, facts: Partial<ClockCase> = {}): ClockCase {
  const rule: DeadlineRule = DEADLINE_RULES[kind];
  const period = periodOf(rule);
  const at = instant(startsAt);
  const calendar = correctedCalendars([])(facts.calendar ?? "FR", rule.basis);
  const zone = facts.zone ?? paris;
  const dueOn = facts.dueOn ?? (period && computeDeadline({ period, startsAt: at, calendar, zone }).dueOn);
  if (!dueOn) throw new Error(`${kind} needs a day`);
  const dueBefore = facts.dueBefore ?? endOfDay(dueOn, zone);
  return {
    kind,
    ruleVersion: 1,
    whoseTurn: rule.whoseTurn,
    calendar: "FR",
    calendarVersion: 0,
    zone,
    startsOn: localDay(at, zone),
    startsAt: null,
    dueOn,
    dueBefore,
    effectiveDueBefore: dueBefore,
    ...facts,
  };
}
