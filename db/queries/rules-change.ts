import { asc } from "drizzle-orm";
import { getPolicy } from "@/db/queries/policy";
import { policies } from "@/db/schema/marketplace";
import type { Transaction } from "@/db/scope";
import { correctedCalendars } from "@/lib/calendar/corrected-calendars";
import type { NumberedOverride } from "@/lib/calendar/override";
import type { RulesChange } from "@/lib/deadlines/recount";
import { DEADLINE_KINDS, type DeadlineKind, type DeadlineRules } from "@/lib/deadlines/rule";

/** What stored clocks were counted with, and what they are counted with after a correction of the calendars. */
export type CalendarChangeRules = RulesChange & { readonly inHours: readonly DeadlineKind[] };

/** @param corrections every correction with the one that is made now, oldest first */
export async function readRulesChange(
  tx: Transaction,
  corrections: readonly NumberedOverride[],
): Promise<CalendarChangeRules> {
  const versions = await readRules(tx);
  const ruleOf = (version: number, kind: DeadlineKind) => {
    const rules = versions.get(version);
    if (!rules) throw new Error(`A clock names policy version ${version}, which does not exist`);
    return rules[kind];
  };
  return {
    ruleOf,
    calendarsAt: (version) => correctedCalendars(corrections, version),
    after: { ruleOf, calendarsOf: correctedCalendars(corrections) },
    inHours: DEADLINE_KINDS.filter((kind) => [...versions.values()].some((rules) => isInOpeningHours(rules, kind))),
  };
}

async function readRules(tx: Transaction): Promise<ReadonlyMap<number, DeadlineRules>> {
  const rows = await tx.select({ version: policies.version }).from(policies).orderBy(asc(policies.version));
  const rules = new Map<number, DeadlineRules>();
  for (const { version } of rows) rules.set(version, (await getPolicy(tx, version)).content.deadlines.rules);
  return rules;
}

function isInOpeningHours(rules: DeadlineRules, kind: DeadlineKind): boolean {
  return rules[kind].unit === "business_hour";
}
