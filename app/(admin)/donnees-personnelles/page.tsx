import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { Alert } from "@/app/_components/ui/alert";
import { Button } from "@/app/_components/ui/button";
import { Section } from "@/app/_components/ui/card";
import { PageHeader } from "@/app/_components/ui/page-header";
import { TextField } from "@/app/_components/ui/text-field";
import { findCustomerOrders, findOrdersByNumber } from "@/db/queries/customer-data";
import { findMarketplace } from "@/db/queries/marketplace";
import { mayAdministerMarketplace } from "@/lib/auth/permissions";
import type { AdminScope } from "@/lib/auth/scope";
import { type ZoneId, zoneId } from "@/lib/calendar/zone";
import { currentTime } from "@/lib/server/clock";
import { previewPurge } from "@/lib/server/purge";
import { requireAdmin } from "@/lib/server/session";
import { AuditorNotice } from "../_components/auditor-notice";
import { CustomerOrders } from "./_components/customer-orders";
import { RetentionTable } from "./_components/retention-table";

type Search = { readonly commande?: unknown; readonly client?: unknown };
type Props = { readonly searchParams: Promise<Search> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("privacy"))("title") };
}

/** A person's data on their request, found by an order's number, and how long everything is kept. */
export default async function PrivacyPage({ searchParams }: Props) {
  const [t, search, scope] = await Promise.all([getTranslations("privacy"), searchParams, requireAdmin()]);
  const [marketplace, lines] = await Promise.all([findMarketplace(scope), previewPurge(scope, currentTime())]);
  const zone = marketplace?.zone ?? zoneId("Europe/Paris");
  const number = typeof search.commande === "string" ? search.commande.trim().slice(0, 100) : "";
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <AuditorNotice scope={scope} />
      <div className="grid gap-6">
        <Section id="chercher" title={t("search.title")} lead={t("search.lead")}>
          <search>
            <form className="flex flex-wrap items-end gap-3">
              <TextField name="commande" label={t("search.number")} defaultValue={number} hideOptional />
              <Button type="submit" variant="secondary">
                {t("search.submit")}
              </Button>
            </form>
          </search>
        </Section>
        {number !== "" && <Found scope={scope} number={number} chosen={search.client} zone={zone} />}
        <RetentionTable lines={lines} zone={zone} />
      </div>
    </>
  );
}

type FoundProps = {
  readonly scope: AdminScope;
  readonly number: string;
  readonly chosen: unknown;
  readonly zone: ZoneId;
};

async function Found({ scope, number, chosen, zone }: FoundProps) {
  const [t, found] = await Promise.all([getTranslations("privacy.search"), findOrdersByNumber(scope, number)]);
  const asked = z.uuid().safeParse(chosen);
  const one = found.find(({ id }) => asked.success && id === asked.data) ?? (found.length === 1 ? found[0] : undefined);
  if (!one && found.length > 1) {
    return (
      <Section id="plusieurs" title={t("several")}>
        <ul className="list-disc ps-5">
          {found.map(({ id, seller }) => (
            <li key={id}>
              <a className="prose-link" href={`?commande=${encodeURIComponent(number)}&client=${id}`}>
                {seller}
              </a>
            </li>
          ))}
        </ul>
      </Section>
    );
  }
  const orders = one ? await findCustomerOrders(scope, one.id) : [];
  if (!one || orders.length === 0) return <Alert kind="info">{t("none")}</Alert>;
  return <CustomerOrders orderId={one.id} orders={orders} zone={zone} mayWrite={mayAdministerMarketplace(scope)} />;
}
