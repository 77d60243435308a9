import { inArray } from "drizzle-orm";
import { readOverrides } from "@/db/queries/calendar-overrides";
import { readShown, type Shown } from "@/db/queries/moved-claims";
import { countOpenClocks, visitOpenCases } from "@/db/queries/open-clocks";
import { getPolicy } from "@/db/queries/policy";
import { readRulesChange } from "@/db/queries/rules-change";
import { clocks } from "@/db/schema/clocks";
import { type Transaction, withScope } from "@/db/scope";
import type { AdminScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import { type ChangePreview, previewOf } from "@/lib/deadlines/change-preview";
import type { RulesChange } from "@/lib/deadlines/recount";
import type { DeadlineKind } from "@/lib/deadlines/rule";
import { changedPeriods } from "@/lib/policy/diff";
import type { PolicyContent } from "@/lib/policy/policy";

export type PolicySimulation = ChangePreview & Shown & { readonly open: number };

/**
 * What open clocks would be if a draft ruled their claims: which dates would move, which become overdue. It writes
 * nothing, and publishing moves none of them: claims keep the version they were received under.
 */
export async function simulatePolicy(
  scope: AdminScope,
  draft: { readonly basedOn: number; readonly content: PolicyContent },
  now: Instant,
): Promise<PolicySimulation> {
  return withScope(scope, async (tx) => {
    const { content: base } = await getPolicy(tx, draft.basedOn);
    const kinds = changedPeriods(base, draft.content).map(({ period }) => period);
    const { change, inHours } = await rulesUnder(tx, draft.content, kinds);
    const preview = previewOf(change, now);
    const reach = inArray(clocks.kind, kinds);
    const open =
      kinds.length === 0
        ? (await countOpenClocks(tx, now)).open
        : await visitOpenCases(tx, { reach, inHours, now }, preview.add);
    const result = preview.result();
    return { ...result, open, ...(await readShown(tx, result, { reach, now })) };
  });
}

/** Calendars as they are, and the draft's rule for the kinds it changes. */
async function rulesUnder(
  tx: Transaction,
  { deadlines }: PolicyContent,
  kinds: readonly DeadlineKind[],
): Promise<{ readonly change: RulesChange; readonly inHours: readonly DeadlineKind[] }> {
  const { inHours, ...change } = await readRulesChange(tx, await readOverrides(tx));
  const after = {
    ...change.after,
    ruleOf: (version: number, kind: DeadlineKind) =>
      kinds.includes(kind) ? deadlines.rules[kind] : change.ruleOf(version, kind),
  };
  // Hours are counted from the time of the day: two clocks begun on one day are two cases.
  const hourly = kinds.filter((kind) => deadlines.rules[kind].unit === "hour");
  return { change: { ...change, after }, inHours: [...new Set([...inHours, ...hourly])] };
}
