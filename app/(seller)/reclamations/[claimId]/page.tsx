import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { ClientMessages } from "@/app/_components/client-messages";
import { Alert } from "@/app/_components/ui/alert";
import { UploadResult } from "@/app/_components/upload/upload-result";
import { findClaimPage } from "@/db/queries/claim-page";
import { listReplyReceipts } from "@/db/queries/journal-proofs";
import { listMailsOfClaim } from "@/db/queries/mails";
import { listMembers } from "@/db/queries/memberships";
import { mayHandleClaims } from "@/lib/claims/permissions";
import { currentTime } from "@/lib/server/clock";
import { requireSeller } from "@/lib/server/session";
import type { SearchParams } from "../_components/inbox-search";
import { RecordedNotice } from "../_components/recorded-notice";
import { SentNotice } from "../_components/sent-notice";
import { ClaimClocks } from "./_components/claim-clocks";
import { ClaimCommitments } from "./_components/claim-commitments";
import { ClaimDocuments } from "./_components/claim-documents";
import { ClaimHeader } from "./_components/claim-header";
import { ClaimIntake } from "./_components/claim-intake";
import { ClaimLife } from "./_components/claim-life";
import { ClaimMails } from "./_components/claim-mails";
import { ComposerSection } from "./_components/composer-section";
import { ContestSection } from "./_components/contest-section";
import { Conversation } from "./_components/conversation";
import { CustomerDecision, isAnotherAnswerAwaited } from "./_components/customer-decision";
import { GoodPractice } from "./_components/good-practice";
import { OrderSection } from "./_components/order-section";
import { readerAt } from "./_components/reader";
import { isFollowUpAwaited, WriteSection } from "./_components/write-section";

type Props = {
  readonly params: Promise<{ readonly claimId: string }>;
  readonly searchParams: Promise<SearchParams>;
};

/** Mails to the customer told beside the claim; the others are one page further. */
const MAILS_SHOWN = 3;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("claim");
  return { title: t("page_title") };
}

export default async function ClaimPage({ params, searchParams }: Props) {
  const scope = await requireSeller();
  const now = currentTime();
  const claimId = z.uuid().safeParse((await params).claimId);
  const page = claimId.success ? await findClaimPage(scope, claimId.data, now) : undefined;
  // Another seller's claim is not found, never forbidden.
  if (!page) notFound();
  const [t, search, reader, members, mails, receipts] = await Promise.all([
    getTranslations("claim"),
    searchParams,
    readerAt(now),
    listMembers(scope, scope.sellerId),
    listMailsOfClaim(scope, page.claim.id, MAILS_SHOWN),
    listReplyReceipts(scope, page.claim.id),
  ]);
  const mayWrite = mayHandleClaims(scope);
  const canAnswer = mayWrite && page.claim.state !== "closed";
  // A choice or a refusal asks for another answer, not for a message.
  const isFollowUp = isFollowUpAwaited(page.clocks) && !isAnotherAnswerAwaited(page);
  return (
    <ClientMessages namespaces={["claim", "reply", "verdict", "upload"]}>
      <SentNotice scope={scope} sent={search.envoyee} now={now} />
      <RecordedNotice result={search.saisie} />
      <ClaimHeader page={page} reader={reader} canAnswer={canAnswer} />
      <UploadResult result={search.envoi} />
      {!mayWrite && <Alert className="mb-stack">{t("read_only")}</Alert>}
      <CustomerDecision page={page} reader={reader} mayAnswer={canAnswer} />
      <ClaimClocks page={page} reader={reader} />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid min-w-0 gap-6">
          <ClaimIntake page={page} reader={reader} />
          <Conversation page={page} members={members} reader={reader} receipts={receipts} mayRequalify={mayWrite} />
          <ContestSection page={page} reader={reader} canAnswer={canAnswer} />
          {canAnswer && isFollowUp && <WriteSection page={page} />}
          {canAnswer && (
            <ComposerSection page={page} scope={scope} members={members} reader={reader} chosen={search.solution} />
          )}
          <ClaimDocuments page={page} reader={reader} canAnswer={mayWrite} />
          {mayWrite && !isFollowUp && <WriteSection page={page} />}
        </div>
        <div className="grid min-w-0 gap-6">
          <OrderSection page={page} reader={reader} />
          <ClaimCommitments page={page} reader={reader} mayWrite={mayWrite} asked={search.promesse} />
          <GoodPractice page={page} reader={reader} />
          <ClaimMails claimId={page.claim.id} mails={mails} reader={reader} mayWrite={mayWrite} />
          {mayWrite && <ClaimLife page={page} members={members} reader={reader} />}
        </div>
      </div>
    </ClientMessages>
  );
}
