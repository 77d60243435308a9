import { getTranslations } from "next-intl/server";
import { Alert } from "@/app/_components/ui/alert";
import { localDay, parseZone } from "@/lib/calendar/zone";
import { formatDay } from "@/lib/i18n/format";
import { absenceOn, absenceWords } from "@/lib/sellers/absence";
import type { CustomerPage } from "@/lib/server/customer-page";

/** The seller is away: said with its days and its own words, and that the dates below stay what they are. */
export async function AbsenceNotice({ page }: { readonly page: CustomerPage }) {
  const { space, reader } = page;
  const { absence, name, zone } = space.seller;
  const away = absenceOn(absence, localDay(reader.now, parseZone(zone) ?? reader.zone));
  if (!away) return null;
  const t = await getTranslations("customer.absence");
  const said = absenceWords(away, reader.locale);
  return (
    <Alert title={t("title", { seller: name, until: formatDay(away.untilOn, reader.locale) })}>
      {said && (
        <p lang={said.locale} className="whitespace-pre-line">
          {said.words}
        </p>
      )}
      <p>{t("nothing_stops", { seller: name })}</p>
    </Alert>
  );
}
