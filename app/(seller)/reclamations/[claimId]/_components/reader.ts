import { getLocale } from "next-intl/server";
import type { Instant } from "@/lib/calendar/instant";
import { parseZone, type ZoneId, zoneId } from "@/lib/calendar/zone";
import type { Locale } from "@/lib/i18n/locale";
import { requireViewer } from "@/lib/server/session";

/** Who looks at the page: dates are told in their language and zone, as seen from one instant. */
export type Reader = {
  readonly locale: Locale;
  readonly zone: ZoneId;
  readonly now: Instant;
  /** The operator reads a seller's periods: they are not the operator's to keep. */
  readonly isOperator: boolean;
};

export async function readerAt(now: Instant): Promise<Reader> {
  const [locale, viewer] = await Promise.all([getLocale(), requireViewer()]);
  return {
    locale,
    zone: parseZone(viewer.zone) ?? zoneId("Europe/Paris"),
    now,
    isOperator: viewer.operatorRole !== null,
  };
}
