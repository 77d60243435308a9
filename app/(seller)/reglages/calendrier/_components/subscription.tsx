import { CalendarPlus } from "lucide-react";
import { getLocale, getTranslations } from "next-intl/server";
import { Alert } from "@/app/_components/ui/alert";
import { buttonClass } from "@/app/_components/ui/button";
import { CopyField } from "@/app/_components/ui/copy-field";
import { type Instant, toDate } from "@/lib/calendar/instant";
import { formatInstant } from "@/lib/i18n/format";
import { localeFrom } from "@/lib/i18n/locale";
import { webcalUrl } from "@/lib/server/calendar-feed";

type Props = { readonly url: string; readonly createdAt: Instant; readonly zone: string };

/** The address to subscribe to, and what whoever holds it can read. */
export async function Subscription({ url, createdAt, zone }: Props) {
  const [t, locale] = await Promise.all([getTranslations("calendar"), getLocale()]);
  const since = formatInstant(toDate(createdAt), zone, localeFrom(locale));
  return (
    <div className="grid gap-stack">
      <CopyField label={t("address")} hint={t("since", { since })} value={url} />
      <div>
        <a href={webcalUrl(url)} className={buttonClass({})}>
          <CalendarPlus aria-hidden />
          {t("subscribe")}
        </a>
      </div>
      <Alert kind="warning" title={t("secret_title")}>
        {t("secret")}
      </Alert>
    </div>
  );
}
