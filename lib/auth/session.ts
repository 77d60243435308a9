import { fromEpochMs, type Instant, toEpochMs } from "@/lib/calendar/instant";

const MINUTE_MS = 60_000;
const DAY_MS = 1_440 * MINUTE_MS;

/** A session ends this long after it was last used. */
const SESSION_DAYS = 30;
/** Use is noted at most this often, so that reading a page writes nothing most of the time. */
const SEEN_EVERY_MINUTES = 5;

const PASSWORD_RESET_HOURS = 1;
const INVITATION_DAYS = 7;

export function sessionExpiry(now: Instant): Instant {
  return fromEpochMs(toEpochMs(now) + SESSION_DAYS * DAY_MS);
}

export function passwordResetExpiry(now: Instant): Instant {
  return fromEpochMs(toEpochMs(now) + PASSWORD_RESET_HOURS * 60 * MINUTE_MS);
}

export function invitationExpiry(now: Instant): Instant {
  return fromEpochMs(toEpochMs(now) + INVITATION_DAYS * DAY_MS);
}

export function isDueToBeSeen(lastSeenAt: Instant, now: Instant): boolean {
  return toEpochMs(now) - toEpochMs(lastSeenAt) >= SEEN_EVERY_MINUTES * MINUTE_MS;
}
