import { getTranslations } from "next-intl/server";
import type { ClaimPage } from "@/db/queries/claim-page";
import { formatInstant } from "@/lib/i18n/format";
import { statusOfParcel } from "@/lib/orders/parcel";
import { ParcelHead } from "../../../_components/parcel-head";
import type { Reader } from "./reader";

/** Where each parcel is, with a link to the carrier's own page when it can be trusted. */
export async function OrderParcels({ page, reader }: { readonly page: ClaimPage; readonly reader: Reader }) {
  const t = await getTranslations("claim.parcels");
  const { parcels } = page.order;
  const day = (at: string) => formatInstant(new Date(at), reader.zone, reader.locale, "short");
  return (
    <div className="mt-3 border-t border-line pt-3">
      <h3 className="mb-2 font-bold">{t("title", { count: parcels.length })}</h3>
      {parcels.length === 0 && <p className="text-ink-muted">{t("none")}</p>}
      <ul className="space-y-3">
        {parcels.map((parcel) => {
          const status = statusOfParcel(parcel);
          return (
            <li key={parcel.id}>
              <ParcelHead parcel={parcel} />
              <p className="text-sm text-ink-muted">
                {[
                  parcel.shippedAt && t("shipped", { at: day(parcel.shippedAt) }),
                  parcel.availableAt && t("available", { at: day(parcel.availableAt) }),
                  parcel.deliveredAt && t("delivered", { at: day(parcel.deliveredAt) }),
                  parcel.returnedAt && t("returned", { at: day(parcel.returnedAt) }),
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </p>
              {status !== "delivered" && parcel.events.at(-1) && (
                <p className="text-sm text-ink-muted">
                  {t("last_event", { label: parcel.events.at(-1)?.label ?? "" })}
                </p>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
