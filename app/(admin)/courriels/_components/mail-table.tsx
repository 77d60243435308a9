import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Table } from "@/app/_components/ui/table";
import type { OutboxMail } from "@/db/queries/mails";
import { toDate } from "@/lib/calendar/instant";
import { readerFormat } from "@/lib/i18n/reader-format";
import { MailStatusBadge } from "./mail-status-badge";

/** Mails of one page, the latest first. */
export async function MailTable({ mails }: { readonly mails: readonly OutboxMail[] }) {
  const [t, format] = await Promise.all([getTranslations("admin.mails"), readerFormat()]);
  return (
    <Table
      caption={t("title")}
      hideCaption
      rows={mails}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "subject",
          header: t("subject"),
          isRowHeader: true,
          cell: ({ id, subject }) => (
            <Link href={`/courriels/${id}`} className="prose-link">
              {subject ?? t("not_written")}
            </Link>
          ),
        },
        { key: "recipient", header: t("recipient"), cell: ({ recipient }) => recipient },
        { key: "status", header: t("status"), cell: ({ status }) => <MailStatusBadge status={status} /> },
        {
          key: "created",
          header: t("createdAt"),
          cell: ({ createdAt }) => format.instant(toDate(createdAt), "numeric"),
        },
      ]}
    />
  );
}
