/** What the page says after an act, named in its address: it proves nothing and changes nothing. */
export const DONE_WORDS = [
  "message",
  "accepted",
  "refused",
  "chosen",
  "parcel",
  "contested",
  "attested",
  "help",
  "reopened",
  "requalified",
  "not_requalified",
  "read",
  "intake",
  // The page was old: somebody was first.
  "already_answered",
  "answered_anew",
  "already_done",
  "claim_closed",
] as const;
export type DoneWord = (typeof DONE_WORDS)[number];

export function doneWord(value: unknown): DoneWord | undefined {
  return DONE_WORDS.find((word) => word === value);
}

const OVERTAKEN: readonly string[] = ["already_answered", "answered_anew", "already_done", "claim_closed"];

/**
 * What is said on the page as it now is, when an act came from a page that is no longer true: its form is gone there,
 * and with it the place of a refusal.
 */
export function overtakenWord(reason: string): DoneWord | undefined {
  return OVERTAKEN.includes(reason) ? doneWord(reason) : undefined;
}
