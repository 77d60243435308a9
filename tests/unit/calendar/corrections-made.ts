import { isoDate } from "@/lib/calendar/civil-day";
import type { NumberedOverride, OverrideDraft } from "@/lib/calendar/override";

/** A correction of one day, decided by the marketplace unless told otherwise. */
export function correction(day: string, facts: Partial<Omit<OverrideDraft, "day">> = {}): OverrideDraft {
  const change = facts.change ?? "add";
  const name = change === "add" ? { fr: "Jour de fermeture", en: "Closing day" } : null;
  return { calendar: "FR", change, name, origin: "contract:décision du 1er octobre", ...facts, day: isoDate(day) };
}

/** Corrections numbered in the order they were made. */
export function made(...drafts: readonly OverrideDraft[]): readonly NumberedOverride[] {
  return drafts.map((draft, index) => ({ ...draft, version: index + 1 }));
}

export const BY_LAW = { origin: "law:loi n° 2026-1" } as const;
