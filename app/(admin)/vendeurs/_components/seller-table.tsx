import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Table } from "@/app/_components/ui/table";
import type { SellerRow } from "@/db/queries/sellers";
import { toDate } from "@/lib/calendar/instant";
import { readerFormat } from "@/lib/i18n/reader-format";
import { SellerStatusBadge } from "./seller-status-badge";

/** Every seller, with the way to its page. */
export async function SellerTable({ sellers }: { readonly sellers: readonly SellerRow[] }) {
  const [t, format] = await Promise.all([getTranslations("admin.sellers"), readerFormat()]);
  return (
    <Table
      caption={t("title")}
      hideCaption
      rows={sellers}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "name",
          header: t("name"),
          isRowHeader: true,
          cell: ({ id, name }) => (
            <Link href={`/vendeurs/${id}`} className="prose-link">
              {name}
            </Link>
          ),
        },
        { key: "slug", header: t("slug"), cell: ({ slug }) => <code>{slug}</code> },
        { key: "status", header: t("status"), cell: ({ status }) => <SellerStatusBadge status={status} /> },
        { key: "members", header: t("members"), align: "end", cell: ({ members }) => format.number(members) },
        {
          key: "created",
          header: t("createdAt"),
          cell: ({ createdAt }) => format.day(toDate(createdAt), "numeric"),
        },
      ]}
    />
  );
}
