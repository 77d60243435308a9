import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { MailView } from "@/app/(admin)/courriels/_components/mail-view";
import { findMail } from "@/db/queries/mails";
import { mayHandleClaims } from "@/lib/claims/permissions";
import { isRetryable } from "@/lib/notifications/mail-status";
import { requireSeller } from "@/lib/server/session";
import { RetryForm } from "../../[claimId]/_components/mail-list";

type Props = { readonly params: Promise<{ readonly mailId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("claim.mails"))("title") };
}

/** A mail about a claim as its seller may read it. */
export default async function ClaimMailPage({ params }: Props) {
  const [t, scope, { mailId }] = await Promise.all([getTranslations("claim.mails"), requireSeller(), params]);
  const mail = z.uuid().safeParse(mailId).success ? await findMail(scope, mailId) : undefined;
  if (!mail?.claimId) notFound();
  return (
    <MailView mail={mail} back={{ href: `/reclamations/${mail.claimId}`, label: t("claim") }}>
      {mayHandleClaims(scope) && isRetryable(mail.status) && (
        <div className="mt-stack">
          <RetryForm mailId={mailId} />
        </div>
      )}
    </MailView>
  );
}
