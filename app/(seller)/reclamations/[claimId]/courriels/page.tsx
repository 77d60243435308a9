import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { Breadcrumbs } from "@/app/_components/ui/breadcrumbs";
import { Card } from "@/app/_components/ui/card";
import { PageHeader } from "@/app/_components/ui/page-header";
import { listMailsOfClaim } from "@/db/queries/mails";
import { mayHandleClaims } from "@/lib/claims/permissions";
import { currentTime } from "@/lib/server/clock";
import { requireSeller } from "@/lib/server/session";
import { MailList } from "../_components/mail-list";
import { readerAt } from "../_components/reader";

type Props = { readonly params: Promise<{ readonly claimId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("claim.mails"))("title") };
}

/** Every mail to the customer of one claim, the latest first. */
export default async function ClaimMailsPage({ params }: Props) {
  const [t, scope, { claimId }, reader] = await Promise.all([
    getTranslations("claim.mails"),
    requireSeller(),
    params,
    readerAt(currentTime()),
  ]);
  const mails = z.uuid().safeParse(claimId).success ? await listMailsOfClaim(scope, claimId) : [];
  const total = mails[0]?.total ?? notFound();
  return (
    <>
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ href: `/reclamations/${claimId}`, label: t("claim") }]} />}
        title={t("title")}
        lead={total > mails.length ? t("latest", { count: mails.length, total }) : t("count", { count: total })}
      />
      <Card className="max-w-3xl">
        <MailList mails={mails} reader={reader} mayWrite={mayHandleClaims(scope)} />
      </Card>
    </>
  );
}
