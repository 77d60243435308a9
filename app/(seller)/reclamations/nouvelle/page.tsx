import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_components/client-messages";
import { Breadcrumbs } from "@/app/_components/ui/breadcrumbs";
import { PageHeader } from "@/app/_components/ui/page-header";
import { findOrder } from "@/db/queries/orders";
import { mayHandleClaims } from "@/lib/claims/permissions";
import { storableText } from "@/lib/messages/clean";
import { currentTime } from "@/lib/server/clock";
import { requireSeller } from "@/lib/server/session";
import type { SearchParams } from "../_components/inbox-search";
import { OrderLookup } from "./_components/order-lookup";
import { RecordSection } from "./_components/record-section";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("claim.record");
  return { title: t("title") };
}

/** A claim that came by phone, by letter or elsewhere: first its order, then what was said and when. */
export default async function RecordClaimPage({ searchParams }: { readonly searchParams: Promise<SearchParams> }) {
  const scope = await requireSeller("agent");
  if (!mayHandleClaims(scope)) notFound();
  const { commande } = await searchParams;
  const number = typeof commande === "string" ? storableText(commande).trim().slice(0, 100) : "";
  const [t, order] = await Promise.all([
    getTranslations("claim"),
    number === "" ? undefined : findOrder(scope, number),
  ]);
  return (
    <ClientMessages namespaces={["claim"]}>
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ href: "/reclamations", label: t("inbox") }]} />}
        title={t("record.title")}
        lead={t("record.lead")}
      />
      <div className="grid max-w-3xl gap-6">
        <OrderLookup number={number} isFound={order !== undefined} />
        {order && <RecordSection scope={scope} order={order} now={currentTime()} />}
      </div>
    </ClientMessages>
  );
}
