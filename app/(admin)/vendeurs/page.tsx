import { Plus, Store } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Button } from "@/app/_components/ui/button";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { LinkButton } from "@/app/_components/ui/link-button";
import { PageHeader } from "@/app/_components/ui/page-header";
import { TextField } from "@/app/_components/ui/text-field";
import { listSellers } from "@/db/queries/sellers";
import { mayAdministerMarketplace } from "@/lib/auth/permissions";
import { storableText } from "@/lib/messages/clean";
import { requireAdmin } from "@/lib/server/session";
import { AuditorNotice } from "../_components/auditor-notice";
import { SellerTable } from "./_components/seller-table";

type Props = { readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin.sellers"))("title") };
}

export default async function SellersPage({ searchParams }: Props) {
  const [t, query, scope] = await Promise.all([getTranslations("admin.sellers"), searchParams, requireAdmin()]);
  const q = typeof query.q === "string" ? storableText(query.q).trim().slice(0, 100) : "";
  const sellers = await listSellers(scope, { q: q === "" ? undefined : q });
  const create = mayAdministerMarketplace(scope) && (
    <LinkButton href="/vendeurs/nouveau">
      <Plus aria-hidden />
      {t("new")}
    </LinkButton>
  );
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead", { count: sellers.length })} actions={create} />
      <AuditorNotice scope={scope} />
      <search>
        <form className="mb-stack flex flex-wrap items-end gap-3">
          <TextField name="q" type="search" label={t("search")} defaultValue={q} hideOptional />
          <Button type="submit" variant="secondary">
            {t("search_submit")}
          </Button>
        </form>
      </search>
      {sellers.length > 0 ? (
        <SellerTable sellers={sellers} />
      ) : (
        <EmptyState icon={Store} title={t("empty_title")} actions={create}>
          {q === "" ? t("empty") : t("none_found")}
        </EmptyState>
      )}
    </>
  );
}
