import { getTranslations } from "next-intl/server";
import { Section } from "@/app/_components/ui/card";
import { type Instant, toDate } from "@/lib/calendar/instant";
import { carrierByName } from "@/lib/carriers/carrier";
import { dayIn, formatDay, formatTime } from "@/lib/i18n/format";
import { statusOfParcel } from "@/lib/orders/parcel";
import type { CustomerPage } from "@/lib/server/customer-page";

type Parcel = CustomerPage["space"]["order"]["parcels"][number];

/** What the carriers say of the order's parcels: their word, never ours. */
export async function ParcelSection({ page }: { readonly page: CustomerPage }) {
  const t = await getTranslations("customer.parcel");
  const { parcels } = page.space.order;
  if (parcels.length === 0) return null;
  return (
    <Section id="colis" title={t("title")}>
      <ul className="grid gap-3">
        {parcels.map((parcel) => (
          <li key={parcel.id}>
            <p className="font-semibold">{t("name", nameOf(parcel))}</p>
            <ParcelWords page={page} parcel={parcel} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function nameOf({ carrier, trackingNumber }: Parcel) {
  return { carrier: carrierByName(carrier).name || carrier, number: trackingNumber };
}

async function ParcelWords({ page, parcel }: { readonly page: CustomerPage; readonly parcel: Parcel }) {
  const t = await getTranslations("customer.parcel");
  const { locale, zone } = page.reader;
  const day = (at: Instant | null) => (at ? formatDay(dayIn(toDate(at), zone), locale) : "");
  switch (statusOfParcel(parcel)) {
    case "delivered": {
      const time = parcel.deliveredAt ? formatTime(toDate(parcel.deliveredAt), zone, locale) : "";
      if (isContested(page)) return <p>{t("delivered_contested", { day: day(parcel.deliveredAt), time })}</p>;
      return (
        <p>
          <a href={whereToSaySo(page)} className="prose-link">
            {t("delivered", { day: day(parcel.deliveredAt), time })}
          </a>
        </p>
      );
    }
    case "waiting":
      return <p>{t("waiting", { day: day(parcel.availableAt) })}</p>;
    case "returned":
      return <p>{t("returned", { day: day(parcel.returnedAt) })}</p>;
    case "in_transit": {
      const last = parcel.events.at(-1);
      return (
        <p>
          {t("in_transit")} {last && t("last_event", { event: last.label })}
        </p>
      );
    }
    case "shipped":
      return <p>{t("shipped", { day: day(parcel.shippedAt) })}</p>;
    case "not_shipped":
      return <p>{t("not_shipped")}</p>;
  }
}

/** Whoever has denied the delivery is not asked again, unless the proof was upheld. */
function isContested({ space }: CustomerPage): boolean {
  return space.claims.some(
    ({ claim, contests }) => claim.state !== "closed" && contests.some(({ ruling }) => ruling !== "upheld"),
  );
}

/** The form on the page when the claim about it is open, the public form otherwise. */
function whereToSaySo({ space }: CustomerPage): string {
  const isOpen = space.claims.some(
    ({ claim }) => claim.situation === "parcel_not_received" && claim.state !== "closed",
  );
  return isOpen ? "#ce-nest-pas-moi" : `/reclamation?commande=${encodeURIComponent(space.order.order.number)}`;
}
