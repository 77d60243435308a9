import { getTranslations } from "next-intl/server";
import { Alert } from "@/app/_components/ui/alert";
import { Section } from "@/app/_components/ui/card";
import { DescriptionList, type Fact } from "@/app/_components/ui/description-list";
import { Disclosure } from "@/app/_components/ui/disclosure";
import type { OrderDetails } from "@/db/queries/orders";
import { formatDay, formatInstant } from "@/lib/i18n/format";
import { ParcelHead } from "../../../_components/parcel-head";
import type { Reader } from "../../../reclamations/[claimId]/_components/reader";

type Props = {
  readonly details: OrderDetails;
  readonly reader: Reader;
  /** The reader may say when a parcel was handed over. */
  readonly mayCorrect: boolean;
  /** A delivery was just corrected. */
  readonly isCorrected: boolean;
};
type Parcel = OrderDetails["parcels"][number];

/** Where each parcel is, with what it holds and the carrier's history. */
export async function OrderParcels({ details, reader, mayCorrect, isCorrected }: Props) {
  const t = await getTranslations("orders.page.parcels");
  const { parcels, order } = details;
  const promised = order.promisedDeliveryOn;
  return (
    <Section
      id="colis"
      title={t("title", { count: parcels.length })}
      lead={promised ? t("promised", { day: formatDay(promised, reader.locale) }) : undefined}
    >
      {isCorrected && (
        <Alert kind="success" announce className="mb-4">
          {t("corrected")}
        </Alert>
      )}
      {parcels.length === 0 && <p className="text-ink-muted">{t("none")}</p>}
      <ul className="space-y-4">
        {parcels.map((parcel) => (
          <li key={parcel.id} className="border-t border-line pt-3 first:border-0 first:pt-0">
            <ParcelHead parcel={parcel} />
            <ParcelFacts parcel={parcel} details={details} reader={reader} />
            {mayCorrect && (
              <a
                className="prose-link text-sm"
                href={`/commandes/${encodeURIComponent(order.number)}/livraison/${parcel.id}`}
              >
                {t(parcel.deliveredAt ? "correct" : "say_delivered")}
              </a>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

async function ParcelFacts({
  parcel,
  details,
  reader,
}: Pick<Props, "details" | "reader"> & { readonly parcel: Parcel }) {
  const t = await getTranslations("orders.page.parcels");
  const at = (instant: string) => formatInstant(new Date(instant), reader.zone, reader.locale);
  const names = new Map(details.lines.map((line) => [line.id, line.name]));
  const holds = parcel.lines.map(({ orderLineId, quantity }) =>
    t("holds_line", { quantity, name: names.get(orderLineId) ?? "" }),
  );
  const dates = [
    ["shipped", parcel.shippedAt],
    ["available", parcel.availableAt],
    [parcel.mode === "home" ? "delivered" : "collected", parcel.deliveredAt],
    ["returned", parcel.returnedAt],
  ] as const;
  const facts: readonly Fact[] = [
    { term: t("mode"), value: t(`modes.${parcel.mode}`) },
    ...dates.flatMap(([name, instant]) => (instant ? [{ term: t(name), value: at(instant) }] : [])),
    ...(holds.length > 0 ? [{ term: t("holds"), value: holds.join(", ") }] : []),
    ...(parcel.shippedBy === "operator" ? [{ term: t("shipped_by"), value: t("operator") }] : []),
  ];
  return (
    <>
      <DescriptionList facts={facts} />
      {parcel.events.length > 0 && (
        <Disclosure summary={t("history", { count: parcel.events.length })}>
          <ol className="space-y-1 text-sm">
            {parcel.events.map((event) => (
              <li key={`${event.at} ${event.label}`}>
                <time dateTime={event.at} className="tabular text-ink-muted">
                  {formatInstant(new Date(event.at), reader.zone, reader.locale, "numeric")}
                </time>{" "}
                {event.label}
              </li>
            ))}
          </ol>
        </Disclosure>
      )}
    </>
  );
}
