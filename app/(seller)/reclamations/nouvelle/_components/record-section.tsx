import { getTranslations } from "next-intl/server";
import { Section } from "@/app/_components/ui/card";
import { DescriptionList } from "@/app/_components/ui/description-list";
import { listChannelsToRecord } from "@/db/queries/channels";
import type { OrderDetails } from "@/db/queries/orders";
import type { SellerScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import { localInput } from "@/lib/calendar/local-time";
import { SITUATIONS } from "@/lib/claims/claim";
import { formatInstant, formatMoney } from "@/lib/i18n/format";
import { situationTitle } from "@/lib/policy/situations";
import { readerAt } from "../../[claimId]/_components/reader";
import { RecordForm } from "./record-form";

type Props = { readonly scope: SellerScope; readonly order: OrderDetails; readonly now: Instant };

/** The order that was found, and the form of the claim about it. */
export async function RecordSection({ scope, order, now }: Props) {
  const [t, reader, channels] = await Promise.all([
    getTranslations("claim.record"),
    readerAt(now),
    listChannelsToRecord(scope),
  ]);
  const { locale, zone } = reader;
  const { order: facts, lines, totalCents } = order;
  return (
    <Section id="reclamation" title={t("claim_title")}>
      <DescriptionList
        facts={[
          { term: t("customer"), value: facts.customerName },
          { term: t("placed"), value: formatInstant(new Date(facts.placedAt), zone, locale) },
          { term: t("total"), value: formatMoney(totalCents, locale, facts.currency) },
        ]}
      />
      <RecordForm
        orderNumber={facts.number}
        zone={zone}
        today={localInput(now, zone)}
        channels={channels.map((channel) => ({ value: channel.id, label: channel[locale] }))}
        situations={SITUATIONS.map((value) => ({
          value,
          label: situationTitle(value)[locale],
        }))}
        lines={lines.map(({ lineId, name, quantity }) => ({ lineId, name, quantity }))}
      />
    </Section>
  );
}
