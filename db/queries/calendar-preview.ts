import { readOverrides } from "@/db/queries/calendar-overrides";
import { readShown, type Shown } from "@/db/queries/moved-claims";
import { isCountedOver, type OnProgress, visitOpenCases } from "@/db/queries/open-clocks";
import { readRulesChange } from "@/db/queries/rules-change";
import { type Transaction, withScope } from "@/db/scope";
import type { AdminScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import type { CalendarOverride, OverrideDraft } from "@/lib/calendar/override";
import { nextVersion, type OverrideRefusal, refuseOverride, withDraft } from "@/lib/calendar/override-refusal";
import { type ChangePreview, previewName, previewOf } from "@/lib/deadlines/change-preview";
import { accepted, type Outcome, refused } from "@/lib/outcome";

export type CalendarPreview = ChangePreview & {
  /** Number the correction would bear. */
  readonly version: number;
  /** Names what is shown: confirming names it again. */
  readonly name: string;
  /** Clocks open in all, whatever their calendar. */
  readonly open: number;
};

/** What a correction would do to every open clock, in words the database counted. Writes nothing. */
export async function previewCalendarChange(
  tx: Transaction,
  draft: OverrideDraft,
  {
    now,
    overrides,
    onProgress,
  }: {
    readonly now: Instant;
    readonly overrides: readonly CalendarOverride[];
    readonly onProgress?: OnProgress | undefined;
  },
): Promise<CalendarPreview> {
  const rules = await readRulesChange(tx, withDraft(overrides, draft));
  const preview = previewOf(rules, now);
  const open = await visitOpenCases(
    tx,
    { reach: isCountedOver(draft), inHours: rules.inHours, now, onProgress },
    preview.add,
  );
  const result = preview.result();
  const version = nextVersion(overrides);
  return { ...result, version, open, name: previewName(JSON.stringify([version, draft]), result) };
}

/** The preview page: the counts, the sellers by name and the first claims. */
export async function findCalendarPreview(
  scope: AdminScope,
  draft: OverrideDraft,
  now: Instant,
  onProgress?: OnProgress,
): Promise<Outcome<CalendarPreview & Shown, OverrideRefusal>> {
  return withScope(scope, async (tx) => {
    const overrides = await readOverrides(tx);
    const refusal = refuseOverride(draft, overrides);
    if (refusal) return refused(refusal);
    const preview = await previewCalendarChange(tx, draft, { now, overrides, onProgress });
    return accepted({ ...preview, ...(await readShown(tx, preview, { reach: isCountedOver(draft), now })) });
  });
}

export type ShownCalendarPreview = CalendarPreview & Shown;
