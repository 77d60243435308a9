import { useLocale, useTranslations } from "next-intl";
import type { Column } from "@/app/_components/ui/table";
import type { listOverdueClaims } from "@/db/queries/compliance";
import { situationTitle } from "@/lib/policy/situations";

type Clock = Pick<
  Awaited<ReturnType<typeof listOverdueClaims>>[number],
  "claimId" | "reference" | "sellerName" | "situation" | "clockKind"
>;

/** The columns that say which clock of which claim a row is about; the claim leads to its dossier. */
export function useClockColumns(): readonly Column<Clock>[] {
  const t = useTranslations("compliance.columns");
  const clock = useTranslations("clock.kinds");
  const locale = useLocale();
  return [
    {
      key: "claim",
      header: t("claim"),
      isRowHeader: true,
      cell: (row) => (
        <a className="prose-link font-semibold" href={`/conformite/reclamations/${row.claimId}`}>
          {row.reference}
        </a>
      ),
    },
    { key: "seller", header: t("seller"), cell: (row) => row.sellerName },
    {
      key: "situation",
      header: t("situation"),
      cell: (row) => situationTitle(row.situation)[locale],
    },
    { key: "clock", header: t("clock"), cell: (row) => clock(row.clockKind) },
  ];
}
