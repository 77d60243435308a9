import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { Breadcrumbs } from "@/app/_components/ui/breadcrumbs";
import { PageHeader } from "@/app/_components/ui/page-header";
import { findOrder } from "@/db/queries/orders";
import { mayImportOrders } from "@/lib/orders/permissions";
import { orderNumberSchema } from "@/lib/orders/schema";
import { currentTime } from "@/lib/server/clock";
import { requireSeller } from "@/lib/server/session";
import { ParcelHead } from "../../../../_components/parcel-head";
import { readerAt } from "../../../../reclamations/[claimId]/_components/reader";
import { orderNumberOf } from "../../_components/order-number";
import { CorrectionEffect } from "./_components/correction-effect";
import { DeliveryForm } from "./_components/delivery-form";

type Props = {
  readonly params: Promise<{ readonly number: string; readonly parcelId: string }>;
  readonly searchParams: Promise<Readonly<Record<string, unknown>>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("orders.delivery"))("title") };
}

/** When a parcel was handed over, first or instead of what was said: what it moves is shown before it is written. */
export default async function DeliveryPage({ params, searchParams }: Props) {
  const scope = await requireSeller("agent");
  if (!mayImportOrders(scope)) notFound();
  const [{ number: segment, parcelId }, { remis }] = await Promise.all([params, searchParams]);
  const number = orderNumberSchema.safeParse(orderNumberOf(segment));
  const details = (number.success && (await findOrder(scope, number.data))) || notFound();
  const id = z.uuid().safeParse(parcelId);
  const parcel = details.parcels.find((one) => id.success && one.id === id.data) ?? notFound();
  const [t, reader] = await Promise.all([getTranslations("orders.delivery"), readerAt(currentTime())]);
  const address = `/commandes/${encodeURIComponent(details.order.number)}`;
  const typed = typeof remis === "string" ? remis : undefined;
  return (
    <>
      <PageHeader
        breadcrumbs={
          <Breadcrumbs
            crumbs={[
              { href: "/commandes", label: t("orders") },
              { href: `${address}#colis`, label: t("order", { number: details.order.number }) },
            ]}
          />
        }
        title={t("title")}
        lead={t("lead")}
      />
      <div className="grid max-w-3xl gap-stack">
        <ParcelHead parcel={parcel} />
        <DeliveryForm parcel={parcel} reader={reader} typed={typed} />
        {typed !== undefined && (
          <CorrectionEffect
            scope={scope}
            number={details.order.number}
            parcel={parcel}
            typed={typed}
            reader={reader}
            back={`${address}#colis`}
          />
        )}
      </div>
    </>
  );
}
