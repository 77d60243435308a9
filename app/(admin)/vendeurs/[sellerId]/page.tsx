import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { ClientMessages } from "@/app/_components/client-messages";
import { Breadcrumbs } from "@/app/_components/ui/breadcrumbs";
import { Section } from "@/app/_components/ui/card";
import { DescriptionList } from "@/app/_components/ui/description-list";
import { PageHeader } from "@/app/_components/ui/page-header";
import { listMembers } from "@/db/queries/memberships";
import { findSeller } from "@/db/queries/sellers";
import { mayAdministerMarketplace } from "@/lib/auth/permissions";
import { requireAdmin } from "@/lib/server/session";
import { AuditorNotice } from "../../_components/auditor-notice";
import { ChangeSellerForm } from "../_components/change-seller-form";
import { InviteOwnerForm } from "../_components/invite-owner-form";
import { LookSection } from "../_components/look-section";
import { SellerIdentityFacts } from "../_components/seller-identity-facts";
import { SellerStatusBadge } from "../_components/seller-status-badge";

type Props = { readonly params: Promise<{ readonly sellerId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin.sellers"))("title") };
}

export default async function SellerPage({ params }: Props) {
  const [t, scope, { sellerId }] = await Promise.all([getTranslations("admin.sellers"), requireAdmin(), params]);
  const seller = z.uuid().safeParse(sellerId).success ? await findSeller(scope, sellerId) : undefined;
  if (!seller) notFound();
  const [roles, members] = await Promise.all([getTranslations("auth.roles"), listMembers(scope, sellerId)]);
  const mayWrite = mayAdministerMarketplace(scope);
  return (
    <>
      <PageHeader
        title={seller.name}
        eyebrow={seller.slug}
        breadcrumbs={<Breadcrumbs crumbs={[{ href: "/vendeurs", label: t("title") }]} />}
        actions={<SellerStatusBadge status={seller.status} />}
      />
      <AuditorNotice scope={scope} />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <Section id="etat" title={t("status")}>
          <ChangeSellerForm seller={seller} mayWrite={mayWrite} />
        </Section>
        <Section id="identite" title={t("identity")}>
          <SellerIdentityFacts identity={seller.legalIdentity} />
        </Section>
        <Section id="membres" title={t("members")}>
          {members.length === 0 && <p className="text-ink-muted">{t("no_member")}</p>}
          <DescriptionList
            facts={members.map(({ userId, name, email, role }) => ({
              key: userId,
              term: roles(role),
              value: `${name} · ${email}`,
            }))}
          />
        </Section>
        {mayWrite && <LookSection sellerId={sellerId} />}
        {mayWrite && (
          <Section id="proprietaire" title={t("invite_owner")} lead={t("invite_lead")}>
            <ClientMessages namespaces={["admin", "members"]}>
              <InviteOwnerForm sellerId={sellerId} />
            </ClientMessages>
          </Section>
        )}
      </div>
    </>
  );
}
