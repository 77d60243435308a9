import { type CalendarFeed, findCalendarFeed, listDueClocks } from "@/db/queries/calendar-feeds";
import { isTokenOfLink, linkIdOfToken, linkToken } from "@/lib/auth/link-token";
import { zoneId } from "@/lib/calendar/zone";
import { env } from "@/lib/env";
import { localeFrom } from "@/lib/i18n/locale";
import { translatorFor } from "@/lib/i18n/translator";
import { dueEvent } from "@/lib/notifications/due-event";
import { writeCalendar } from "@/lib/notifications/icalendar";
import { situationTitle } from "@/lib/policy/situations";
import { entryScope, sellerScope } from "@/lib/server/scope";
import { authSecret } from "@/lib/server/secret";

const FILE_END = ".ics";

/** The address a calendar subscribes to. It is never stored. */
export function calendarFeedUrl(feed: { readonly id: string; readonly generation: number }): string {
  return `${env().BASE_URL}/api/calendrier/${linkToken(secret(), feed)}${FILE_END}`;
}

/** The same address, as a calendar program is opened by it. */
export function webcalUrl(url: string): string {
  return url.replace(/^https?:/, "webcal:");
}

/**
 * The calendar an address opens; undefined alike when unknown, forged, renewed, revoked, or its member is gone.
 *
 * @param fileName the last part of the address
 */
export async function findFeedOfAddress(fileName: string): Promise<CalendarFeed | undefined> {
  if (!fileName.endsWith(FILE_END)) return undefined;
  const token = fileName.slice(0, -FILE_END.length);
  const id = linkIdOfToken(token);
  if (!id) return undefined;
  const feed = await findCalendarFeed(entryScope(), id);
  // Checked for an unknown one too, so that the time of the answer says nothing.
  const isGenuine = isTokenOfLink(token, secret(), feed ?? { id, generation: 0 });
  return isGenuine ? feed : undefined;
}

/** The member's due dates in the words of their language and at their own time. */
export async function renderCalendarFeed({ sellerId, userId, ...member }: CalendarFeed): Promise<string> {
  const locale = localeFrom(member.locale);
  const zone = zoneId(member.zone);
  const t = translatorFor(locale);
  const scope = sellerScope({ sellerId, role: "viewer", actor: { kind: "member", userId } });
  const clocks = await listDueClocks(scope);
  const events = clocks.flatMap(({ kind, situation, claimId, ...clock }) => {
    const words = {
      act: t(`inbox.due_kinds.${kind}`),
      situation: situationTitle(situation)[locale],
      due: (bound: string) => t("calendar.event.due", { bound }),
      open: t("calendar.event.open"),
    };
    return dueEvent(clock, words, { locale, zone, claimUrl: `${env().BASE_URL}/reclamations/${claimId}` }) ?? [];
  });
  return writeCalendar({ name: t("calendar.name", { seller: member.sellerName }), language: locale, events });
}

/** Apart from the customers' links, whose tokens have the same shape. */
function secret(): string {
  return `calendar-feed:${authSecret()}`;
}
