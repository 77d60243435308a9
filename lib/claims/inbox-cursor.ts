import { z } from "zod";
import { type Instant, parseInstant } from "@/lib/calendar/instant";

/** Where a page of the inbox ended: the order of the list is total, so that no claim is shown twice or skipped. */
export type InboxCursor = { readonly nextDueBefore: Instant | null; readonly id: string };

const SEPARATOR = "_";
const NO_DUE = "-";

/** A cursor as it stands in an address. */
export function writeInboxCursor({ nextDueBefore, id }: InboxCursor): string {
  return `${nextDueBefore ?? NO_DUE}${SEPARATOR}${id}`;
}

/** The cursor an address names; undefined when it is old, forged or broken: the list then starts at its beginning. */
export function readInboxCursor(text: string | undefined): InboxCursor | undefined {
  const [due = "", id = ""] = text?.split(SEPARATOR) ?? [];
  if (!z.uuid().safeParse(id).success) return undefined;
  if (due === NO_DUE) return { nextDueBefore: null, id };
  const at = parseInstant(due);
  return at.ok ? { nextDueBefore: at.value, id } : undefined;
}
