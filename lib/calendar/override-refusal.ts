import { FIRST_DAY_NUMBER, LAST_DAY_NUMBER, toDayNumber } from "@/lib/calendar/civil-day";
import { correctedCalendars } from "@/lib/calendar/corrected-calendars";
import { groundOf, type NumberedOverride, type OverrideDraft, overridesInForce } from "@/lib/calendar/override";

export type OverrideRefusal =
  | "already_corrected"
  | "already_holiday"
  | "not_a_holiday"
  | "nothing_to_withdraw"
  | "nothing_worked";

/** A calendar keeps at least one working day among so many in a row: periods in working days must end. */
const LONGEST_REST_DAYS = 14;

/** Why a correction cannot follow the ones already made; undefined when it can. */
export function refuseOverride(
  draft: OverrideDraft,
  overrides: readonly NumberedOverride[],
): OverrideRefusal | undefined {
  const ground = groundOf(draft);
  const holding = overridesInForce(overrides).some(
    (one) => one.calendar === draft.calendar && one.day === draft.day && groundOf(one) === ground,
  );
  if (draft.change === "withdraw" && !holding) return "nothing_to_withdraw";
  if (draft.change !== "withdraw" && holding) return "already_corrected";
  const use = ground === "law" ? "delivery_territory" : "marketplace";
  const isHoliday = correctedCalendars(overrides)(draft.calendar, use).holidayOn(toDayNumber(draft.day)) !== undefined;
  if (draft.change === "add" && isHoliday) return "already_holiday";
  if (draft.change === "remove" && !isHoliday) return "not_a_holiday";
  return leavesNothingWorked(draft, overrides) ? "nothing_worked" : undefined;
}

function leavesNothingWorked(draft: OverrideDraft, overrides: readonly NumberedOverride[]): boolean {
  if (draft.change === "remove") return false;
  const { workingDays } = correctedCalendars(withDraft(overrides, draft))(draft.calendar, "marketplace");
  const day = toDayNumber(draft.day);
  const last = Math.min(LAST_DAY_NUMBER, day + LONGEST_REST_DAYS);
  let inARow = 0;
  for (let at = Math.max(FIRST_DAY_NUMBER, day - LONGEST_REST_DAYS); at <= last; at += 1) {
    inARow = workingDays.isCounted(at) ? 0 : inARow + 1;
    if (inARow > LONGEST_REST_DAYS) return true;
  }
  return false;
}

/** The corrections as they would stand with one more. */
export function withDraft(overrides: readonly NumberedOverride[], draft: OverrideDraft): readonly NumberedOverride[] {
  return [...overrides, { ...draft, version: nextVersion(overrides) }];
}

/** Number of the correction that follows the ones made. */
export function nextVersion(overrides: readonly NumberedOverride[]): number {
  return (overrides.at(-1)?.version ?? 0) + 1;
}
