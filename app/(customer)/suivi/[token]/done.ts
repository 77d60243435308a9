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
] as const;
export type DoneWord = (typeof DONE_WORDS)[number];

export function doneWord(value: unknown): DoneWord | undefined {
  return DONE_WORDS.find((word) => word === value);
}
