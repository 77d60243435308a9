import { MessageSquarePlus } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Breadcrumbs } from "@/app/_components/ui/breadcrumbs";
import { LinkButton } from "@/app/_components/ui/link-button";
import { PageHeader } from "@/app/_components/ui/page-header";
import { findOrder } from "@/db/queries/orders";
import { mayHandleClaims } from "@/lib/claims/permissions";
import { mayImportOrders } from "@/lib/orders/permissions";
import { orderNumberSchema } from "@/lib/orders/schema";
import { currentTime } from "@/lib/server/clock";
import { requireSeller } from "@/lib/server/session";
import { readerAt } from "../../reclamations/[claimId]/_components/reader";
import { OrderClaims } from "./_components/order-claims";
import { OrderCustomer } from "./_components/order-customer";
import { OrderInvoices } from "./_components/order-invoices";
import { OrderLines } from "./_components/order-lines";
import { OrderMoney } from "./_components/order-money";
import { orderNumberOf } from "./_components/order-number";
import { OrderParcels } from "./_components/order-parcels";

type Props = {
  readonly params: Promise<{ readonly number: string }>;
  readonly searchParams: Promise<Readonly<Record<string, unknown>>>;
};

/** The number as it stands in the address: percent-encoded, or nothing an order can be called. */
async function numberOf(params: Props["params"]): Promise<string> {
  const parsed = orderNumberSchema.safeParse(orderNumberOf((await params).number));
  return parsed.success ? parsed.data : notFound();
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("orders.page");
  return { title: t("title", { number: await numberOf(params) }) };
}

export default async function OrderPage({ params, searchParams }: Props) {
  const scope = await requireSeller();
  const details = (await findOrder(scope, await numberOf(params))) ?? notFound();
  const [t, reader, { remise, avoir, facture }] = await Promise.all([
    getTranslations("orders.page"),
    readerAt(currentTime()),
    searchParams,
  ]);
  const { number } = details.order;
  return (
    <>
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ href: "/commandes", label: t("all") }]} />}
        title={t("title", { number })}
        actions={
          mayHandleClaims(scope) && (
            <LinkButton href={`/reclamations/nouvelle?commande=${encodeURIComponent(number)}`} variant="secondary">
              <MessageSquarePlus aria-hidden />
              {t("record_claim")}
            </LinkButton>
          )
        }
      />
      <div className="grid items-start gap-stack lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <div className="grid min-w-0 gap-stack">
          <OrderLines details={details} reader={reader} />
          <OrderParcels
            details={details}
            reader={reader}
            mayCorrect={mayImportOrders(scope)}
            isCorrected={remise === "corrigee"}
          />
          <OrderMoney details={details} reader={reader} />
        </div>
        <div className="grid min-w-0 gap-stack">
          <OrderClaims details={details} reader={reader} />
          <OrderCustomer details={details} reader={reader} />
          <OrderInvoices details={details} reader={reader} scope={scope} issued={avoir ?? facture} />
        </div>
      </div>
    </>
  );
}
