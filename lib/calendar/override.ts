import type { CalendarId } from "@/lib/calendar/calendar-ids";
import type { IsoDate } from "@/lib/calendar/civil-day";
import type { HolidayName } from "@/lib/calendar/holiday-names";
import type { Instant } from "@/lib/calendar/instant";

/** A day that becomes a holiday, one that ceases to be, and the end of an earlier correction of that day. */
export const CALENDAR_CHANGES = ["add", "remove", "withdraw"] as const;
export type CalendarChange = (typeof CALENDAR_CHANGES)[number];

/**
 * What a correction relies on. A text of law corrects the calendar for every period; a decision of the
 * marketplace reaches the periods the marketplace itself sets and no other, for it can neither shorten nor
 * lengthen what the law gives.
 */
export const OVERRIDE_GROUNDS = ["law", "contract"] as const;
export type OverrideGround = (typeof OVERRIDE_GROUNDS)[number];
export type OverrideOrigin = `${OverrideGround}:${string}`;

/** Whose rule counts the days: the marketplace's own, or one that follows the delivery address. */
export type CalendarUse = "marketplace" | "delivery_territory";

/** What an operator decides on one day of one calendar. */
export type OverrideDraft = {
  readonly calendar: CalendarId;
  readonly day: IsoDate;
  readonly change: CalendarChange;
  /** Null unless the day becomes a holiday. */
  readonly name: HolidayName | null;
  readonly origin: OverrideOrigin;
};

/** Corrections are numbered from 1 in the order in which they were made. */
export type NumberedOverride = OverrideDraft & { readonly version: number };

/** A correction as it is kept, never edited. */
export type CalendarOverride = NumberedOverride & {
  readonly createdBy: string;
  readonly createdAt: Instant;
};

export function groundOf({ origin }: Pick<OverrideDraft, "origin">): OverrideGround {
  return origin.startsWith("law:") ? "law" : "contract";
}

/** Whether a correction changes what periods of that use are counted with. */
export function reaches(override: Pick<OverrideDraft, "origin">, use: CalendarUse): boolean {
  return use === "marketplace" || groundOf(override) === "law";
}

/**
 * Corrections that hold: of several on one day and ground the last made, unless it is a withdrawal.
 *
 * @returns oldest first
 */
export function overridesInForce<One extends NumberedOverride>(overrides: readonly One[]): readonly One[] {
  const last = new Map<string, One>();
  for (const override of overrides) {
    const key = `${override.calendar} ${override.day} ${groundOf(override)}`;
    last.delete(key);
    last.set(key, override);
  }
  return [...last.values()].filter(({ change }) => change !== "withdraw");
}
