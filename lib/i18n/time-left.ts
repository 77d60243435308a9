import { dayIn, formatDay, formatTime } from "./format";
import type { Locale } from "./locale";
import { zoneName, zonePlace } from "./zones";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How pressing an instant is, seen from now; each is shown in words, its colour only helps the eye. */
export type Pressure = "late" | "urgent" | "soon" | "fine";

/** Late once the bound is reached; urgent in the last 24 h; soon in the last 72 h. For display only: no rule depends on it. */
export function pressureOf(dueBefore: Date, now: Date): Pressure {
  const left = dueBefore.getTime() - now.getTime();
  if (left <= 0) return "late";
  if (left <= DAY) return "urgent";
  return left <= 3 * DAY ? "soon" : "fine";
}

/**
 * Time to or since a bound, rounded towards less time left: « dans 2 jours », « dans 5 h », « dans 25 min »,
 * « en retard de 3 h ». From 48 h on, in elapsed days of 24 h.
 */
export function timeLeft(dueBefore: Date, now: Date, locale: Locale): string {
  const left = dueBefore.getTime() - now.getTime();
  const length = duration(Math.abs(left), locale);
  if (left > 0) return locale === "fr" ? `dans ${length}` : `in ${length}`;
  return locale === "fr" ? `en retard de ${length}` : `${length} late`;
}

/** A length of working or elapsed time in minutes: « 3 h 20 », « 45 min ». */
export function formatMinutes(minutes: number, locale: Locale): string {
  const whole = Math.round(minutes);
  const hours = Math.floor(whole / 60);
  const rest = whole % 60;
  if (hours === 0) return `${rest}\u00a0min`;
  if (locale === "en") return rest === 0 ? `${hours}\u00a0h` : `${hours}\u00a0h ${rest}\u00a0min`;
  return rest === 0 ? `${hours}\u00a0h` : `${hours}\u00a0h\u00a0${String(rest).padStart(2, "0")}`;
}

/**
 * An exclusive bound in words, for a reader who may live in another zone: « mardi 24 novembre, minuit (heure de
 * Paris), soit mercredi 25 novembre à 3 h à La Réunion ». A bound at midnight is told as the end of the day before it.
 *
 * A bound of another year than `now` is told with its year.
 */
export function formatBound(
  dueBefore: Date,
  zone: string,
  locale: Locale,
  { readerZone = zone, now }: { readonly readerZone?: string; readonly now?: Date } = {},
): string {
  const isMidnight = formatTime(dueBefore, zone, "en") === "00:00";
  const shownDay = dayIn(isMidnight ? new Date(dueBefore.getTime() - 1) : dueBefore, zone);
  const isOfThisYear = now === undefined || dayIn(now, zone).slice(0, 4) === shownDay.slice(0, 4);
  const style = isOfThisYear ? "long_without_year" : "long";
  const day = formatDay(shownDay, locale, style);
  const time = isMidnight ? (locale === "fr" ? "minuit" : "midnight") : formatTime(dueBefore, zone, locale);
  const own = `${day}, ${time} (${zoneName(zone, locale)})`;
  const readerTime = formatTime(dueBefore, readerZone, locale);
  const isSame =
    readerTime === formatTime(dueBefore, zone, locale) && dayIn(dueBefore, readerZone) === dayIn(dueBefore, zone);
  if (isSame) return own;
  const readerDay = formatDay(dayIn(dueBefore, readerZone), locale, style);
  const place = zonePlace(readerZone, locale);
  return locale === "fr"
    ? `${own}, soit ${readerDay} à ${readerTime} ${place}`
    : `${own}, that is ${readerDay} at ${readerTime} ${place}`;
}

function duration(length: number, locale: Locale): string {
  if (length >= 2 * DAY) {
    const days = Math.floor(length / DAY);
    return locale === "fr" ? `${days}\u00a0jours` : `${days}\u00a0days`;
  }
  if (length >= HOUR) return `${Math.floor(length / HOUR)}\u00a0h`;
  return `${Math.floor(length / MINUTE)}\u00a0min`;
}
