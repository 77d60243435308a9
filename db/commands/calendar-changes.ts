import { enqueueJob } from "@/db/commands/jobs";
import { appendEvent } from "@/db/commands/journal";
import { lockCalendars, readOverrides } from "@/db/queries/calendar-overrides";
import { type CalendarPreview, previewCalendarChange } from "@/db/queries/calendar-preview";
import { calendarOverrides, calendarRuns } from "@/db/schema/calendar-overrides";
import { type Transaction, withScope } from "@/db/scope";
import { mayAdministerMarketplace } from "@/lib/auth/permissions";
import type { AdminScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import type { CalendarOverride, OverrideDraft } from "@/lib/calendar/override";
import { nextVersion, type OverrideRefusal, refuseOverride } from "@/lib/calendar/override-refusal";
import { accepted, type Outcome, refused } from "@/lib/outcome";

/** What the operator saw before confirming, and whether other figures may come of it meanwhile. */
export type Confirmation = {
  readonly version: number;
  readonly name: string;
  readonly figures: "as_shown" | "may_change";
};

export type CalendarChangeRefusal = OverrideRefusal | "not_allowed" | "calendar_changed" | "figures_changed";

/**
 * Correct a calendar by a numbered row, and have the open clocks it reaches moved.
 *
 * The figures are taken again and must be those of the preview that is confirmed, unless told that they may
 * change. The row is written while no clock is being counted; the clocks follow in parts (`moveClocks`), by the
 * job this adds and by whoever waits for the result.
 */
export async function correctCalendar(
  scope: AdminScope,
  draft: OverrideDraft,
  { shown, now }: { readonly shown: Confirmation; readonly now: Instant },
): Promise<Outcome<{ readonly version: number }, CalendarChangeRefusal>> {
  if (!mayAdministerMarketplace(scope)) return refused("not_allowed");
  const counted = await withScope(scope, (tx) => countAgain(tx, draft, { shown, now }));
  if (!counted.ok) return counted;
  return withScope(scope, async (tx) => {
    await lockCalendars(tx);
    const overrides = await readOverrides(tx);
    const refusal = refuseFollowing(draft, overrides, shown);
    if (refusal) return refused(refusal);
    await writeOverride(tx, scope, { draft, preview: counted.value, now });
    return accepted({ version: shown.version });
  });
}

async function countAgain(
  tx: Transaction,
  draft: OverrideDraft,
  { shown, now }: { readonly shown: Confirmation; readonly now: Instant },
): Promise<Outcome<CalendarPreview, CalendarChangeRefusal>> {
  const overrides = await readOverrides(tx);
  const refusal = refuseFollowing(draft, overrides, shown);
  if (refusal) return refused(refusal);
  const preview = await previewCalendarChange(tx, draft, { now, overrides });
  return shown.figures === "as_shown" && preview.name !== shown.name ? refused("figures_changed") : accepted(preview);
}

/** Another correction came first: what this one does must be looked at again. */
function refuseFollowing(
  draft: OverrideDraft,
  overrides: readonly CalendarOverride[],
  shown: Confirmation,
): OverrideRefusal | "calendar_changed" | undefined {
  return (
    refuseOverride(draft, overrides) ?? (nextVersion(overrides) === shown.version ? undefined : "calendar_changed")
  );
}

type Correction = { readonly draft: OverrideDraft; readonly preview: CalendarPreview; readonly now: Instant };

async function writeOverride(tx: Transaction, scope: AdminScope, { draft, preview, now }: Correction): Promise<void> {
  const { version, moved, becomeOverdue, noLongerOverdue, open } = preview;
  const { name, ...row } = draft;
  const createdBy = authorOf(scope);
  await tx
    .insert(calendarOverrides)
    .values({ ...row, version, nameFr: name?.fr ?? null, nameEn: name?.en ?? null, createdBy, createdAt: now });
  await tx.insert(calendarRuns).values({ version });
  await appendEvent(tx, {
    stream: { kind: "marketplace" },
    type: "calendar_changed",
    actor: scope.actor,
    at: now,
    payload: { version, ...row, name, preview: { name: preview.name, open, moved, becomeOverdue, noLongerOverdue } },
  });
  await enqueueJob(tx, "move_clocks", { version }, { key: `move_clocks:${version}` });
}

function authorOf({ actor }: AdminScope): string {
  if (actor.kind !== "operator") throw new Error(`Calendars are corrected by an operator, not by ${actor.kind}`);
  return actor.userId;
}
