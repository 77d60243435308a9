import { Mail } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { Alert } from "@/app/_components/ui/alert";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { PageHeader } from "@/app/_components/ui/page-header";
import { Pagination } from "@/app/_components/ui/pagination";
import { Tabs } from "@/app/_components/ui/tabs";
import { listMails } from "@/db/queries/mails";
import { MAIL_STATUSES } from "@/lib/notifications/mail-status";
import { canSendMail } from "@/lib/server/mail/transport";
import { requireAdmin } from "@/lib/server/session";
import { MailTable } from "./_components/mail-table";

type Props = { readonly searchParams: Promise<unknown> };

const PAGE_SIZE = 50;
const query = z.object({
  etat: z.enum(MAIL_STATUSES).optional().catch(undefined),
  avant: z.uuid().optional().catch(undefined),
});

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin.mails"))("title") };
}

export default async function OutboxPage({ searchParams }: Props) {
  const [t, asked, scope] = await Promise.all([getTranslations("admin.mails"), searchParams, requireAdmin()]);
  const { etat: status, avant: before } = query.parse(asked);
  const mails = await listMails(scope, { status, before }, PAGE_SIZE);
  const last = mails.length === PAGE_SIZE ? mails.at(-1) : undefined;
  const tabs = [
    { href: "/courriels", label: t("all"), isCurrent: status === undefined },
    ...MAIL_STATUSES.map((value) => ({
      href: `/courriels?etat=${value}`,
      label: t(`statuses.${value}`),
      isCurrent: status === value,
    })),
  ];
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      {!canSendMail() && <Alert className="mb-stack">{t("kept_notice")}</Alert>}
      <Tabs label={t("filter")} tabs={tabs} />
      {mails.length > 0 ? (
        <MailTable mails={mails} />
      ) : (
        <EmptyState icon={Mail} title={t("empty_title")}>
          {t("empty")}
        </EmptyState>
      )}
      <Pagination
        label={t("title")}
        nextHref={last && `/courriels?${new URLSearchParams({ ...(status ? { etat: status } : {}), avant: last.id })}`}
      />
    </>
  );
}
