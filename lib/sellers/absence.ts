import type { IsoDate } from "@/lib/calendar/civil-day";

/** The seller's people are away: said to customers from one day to another, both included. It stops no clock. */
export type Absence = {
  readonly fromOn: IsoDate;
  readonly untilOn: IsoDate;
  /** In French. */
  readonly words: string | null;
  /** The same in English; absent from what was written before there was a field for it. */
  readonly wordsEn?: string | null;
};

/** The absence to be told on a civil day, if there is one. */
export function absenceOn(absence: Absence | null, today: IsoDate): Absence | undefined {
  return absence && absence.fromOn <= today && today <= absence.untilOn ? absence : undefined;
}

/** The seller's words in the reader's language, or else in the one they were written in, which is named. */
export function absenceWords(
  { words, wordsEn }: Absence,
  locale: "fr" | "en",
): { readonly words: string; readonly locale: "fr" | "en" } | undefined {
  const french = words ? ({ words, locale: "fr" } as const) : undefined;
  const english = wordsEn ? ({ words: wordsEn, locale: "en" } as const) : undefined;
  return locale === "en" ? (english ?? french) : (french ?? english);
}
