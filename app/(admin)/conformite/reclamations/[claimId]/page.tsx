import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { StatusBadge } from "@/app/_components/ui/badge";
import { Breadcrumbs } from "@/app/_components/ui/breadcrumbs";
import { PageHeader } from "@/app/_components/ui/page-header";
import { situationTitles } from "@/app/(seller)/reclamations/_components/situation-title";
import { ClaimClocks } from "@/app/(seller)/reclamations/[claimId]/_components/claim-clocks";
import { CLAIM_STATE_TONES } from "@/app/(seller)/reclamations/[claimId]/_components/claim-header";
import { Conversation } from "@/app/(seller)/reclamations/[claimId]/_components/conversation";
import { readerAt } from "@/app/(seller)/reclamations/[claimId]/_components/reader";
import { RelatedClaims } from "@/app/(seller)/reclamations/[claimId]/_components/related-claims";
import { findClaimPage } from "@/db/queries/claim-page";
import { listClaimEvents } from "@/db/queries/journal";
import { listReplyReceipts } from "@/db/queries/journal-proofs";
import { listLinksOfClaim } from "@/db/queries/links";
import { mayAdministerMarketplace } from "@/lib/auth/permissions";
import { mayHandleClaims } from "@/lib/claims/permissions";
import { currentTime } from "@/lib/server/clock";
import { requireAdmin } from "@/lib/server/session";
import { AuditorNotice } from "../../../_components/auditor-notice";
import { ClaimDossier } from "./_components/claim-dossier";
import { ClaimJournal } from "./_components/claim-journal";
import { ContestRuling } from "./_components/contest-ruling";
import { CustomerLinks } from "./_components/customer-links";
import { OperatorSection } from "./_components/operator-section";

type Props = { readonly params: Promise<{ readonly claimId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("compliance"))("dossier") };
}

/** One claim for the operator: what the seller sees, the journal beside it, and the operator's own acts; an auditor reads. */
export default async function ComplianceClaimPage({ params }: Props) {
  const [t, scope, { claimId }] = await Promise.all([getTranslations("compliance"), requireAdmin(), params]);
  if (!z.uuid().safeParse(claimId).success) notFound();
  const now = currentTime();
  const page = await findClaimPage(scope, claimId, now);
  if (!page) notFound();
  const [reader, titleOf, events, links, states, receipts] = await Promise.all([
    readerAt(now),
    situationTitles(),
    listClaimEvents(scope, claimId),
    listLinksOfClaim(scope, claimId),
    getTranslations("claim.states"),
    listReplyReceipts(scope, claimId),
  ]);
  const { title, phase } = titleOf(page.claim.situation, page.claim.phase);
  return (
    <>
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ href: "/conformite", label: t("title") }]} />}
        eyebrow={`${page.claim.reference} · ${page.seller.name}`}
        title={title}
        lead={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            {phase && <span>{phase}</span>}
            <StatusBadge tone={CLAIM_STATE_TONES[page.claim.state]}>{states(page.claim.state)}</StatusBadge>
          </span>
        }
      />
      <div className="mb-stack empty:hidden">
        <RelatedClaims scope={scope} claimId={claimId} reader={reader} base="/conformite/reclamations" />
      </div>
      <AuditorNotice scope={scope} />
      <ClaimClocks page={page} reader={reader} />
      <div className="grid grid-cols-1 gap-6 wrap-anywhere lg:grid-cols-[2fr_1fr]">
        <div className="min-w-0 space-y-6">
          <Conversation page={page} members={[]} reader={reader} receipts={receipts} />
          <ContestRuling page={page} reader={reader} mayRule={mayHandleClaims(scope)} />
          {mayHandleClaims(scope) && <OperatorSection page={page} />}
          <ClaimJournal events={events} reader={reader} />
        </div>
        <div className="min-w-0 space-y-6">
          <ClaimDossier page={page} reader={reader} />
          <CustomerLinks claimId={claimId} links={links} reader={reader} mayWrite={mayAdministerMarketplace(scope)} />
        </div>
      </div>
    </>
  );
}
