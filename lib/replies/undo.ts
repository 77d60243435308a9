import { fromEpochMs, type Instant, toEpochMs } from "@/lib/calendar/instant";

/** For this long nothing of an answer is shown or mailed, and its author may take it back. */
export const UNDO_SECONDS = 10;

/** When an answer sent at an instant reaches the customer. The instant of pressing Send is the one that counts. */
export function visibleFrom(sentAt: Instant): Instant {
  return fromEpochMs(toEpochMs(sentAt) + UNDO_SECONDS * 1000);
}
