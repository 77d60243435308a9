import { useLocale, useTranslations } from "next-intl";
import { StatusBadge } from "@/app/_components/ui/badge";
import { Section } from "@/app/_components/ui/card";
import { Table } from "@/app/_components/ui/table";
import type { MovedClaim, Shown } from "@/db/queries/moved-claims";
import type { ChangePreview } from "@/lib/deadlines/change-preview";
import { formatDay, formatNumber } from "@/lib/i18n/format";

/** Lines of a table: what matters comes first, and the rest is counted. */
const LINES = 20;

type Props = { readonly preview: ChangePreview & Shown };

/** What moves, by seller. */
export function MovedSellers({ preview: { sellers, sellerNames } }: Props) {
  const t = useTranslations("calendars.preview");
  const locale = useLocale();
  const shown = sellers.slice(0, LINES);
  const lead = shown.length < sellers.length && t("sellers.shown", { count: shown.length, total: sellers.length });
  return (
    <Section id="vendeurs" title={t("sellers.title")} lead={lead || undefined}>
      <Table
        caption={t("sellers.table")}
        hideCaption
        rows={shown}
        rowKey={({ sellerId }) => sellerId}
        columns={[
          {
            key: "seller",
            header: t("sellers.seller"),
            isRowHeader: true,
            cell: ({ sellerId }) => sellerNames.get(sellerId),
          },
          count("moved", t("figures.moved"), (row) => row.moved),
          count("overdue", t("figures.become_overdue"), (row) => row.becomeOverdue),
          count("relieved", t("figures.no_longer_overdue"), (row) => row.noLongerOverdue),
        ]}
      />
    </Section>
  );

  function count(key: string, header: string, of: (row: (typeof shown)[number]) => number) {
    return { key, header, align: "end", cell: (row: (typeof shown)[number]) => formatNumber(of(row), locale) } as const;
  }
}

/** The distinct moves: the same period begun on the same day moves alike for everyone. */
export function MovedCases({ preview: { cases } }: Props) {
  const t = useTranslations("calendars.preview.cases");
  const clock = useTranslations("clock.kinds");
  const locale = useLocale();
  const shown = cases.slice(0, LINES);
  const lead = shown.length < cases.length && t("lead", { shown: shown.length, total: cases.length });
  const day = (of: string) => formatDay(of, locale, "short");
  return (
    <Section id="dates" title={t("title")} lead={lead || undefined}>
      <Table
        caption={t("table")}
        hideCaption
        rows={shown}
        rowKey={(row) => [...Object.values(row.clock), row.to.dueBefore].join(" ")}
        columns={[
          { key: "clock", header: t("clock"), isRowHeader: true, cell: (row) => clock(row.clock.kind) },
          { key: "starts", header: t("starts"), cell: (row) => day(row.clock.startsOn) },
          { key: "from", header: t("from"), cell: (row) => day(row.clock.dueOn) },
          { key: "to", header: t("to"), cell: (row) => <strong>{day(row.to.dueOn)}</strong> },
          { key: "count", header: t("count"), align: "end", cell: (row) => formatNumber(row.count, locale) },
        ]}
      />
    </Section>
  );
}

/** The first claims one by one, with the date before and after. */
export function MovedClaims({ preview: { claims, moved, becomeOverdue } }: Props) {
  const t = useTranslations("calendars.preview.claims");
  const columns = useTranslations("calendars.preview.cases");
  const seller = useTranslations("calendars.preview.sellers");
  const clock = useTranslations("clock.kinds");
  const locale = useLocale();
  const day = (of: string) => formatDay(of, locale, "short");
  return (
    <Section
      id="reclamations"
      title={t("title")}
      lead={claims.length < moved ? t("shown", { count: claims.length, total: moved }) : becomeOverdue > 0 && t("all")}
    >
      <Table
        caption={t("table")}
        hideCaption
        rows={claims}
        rowKey={({ clockId }) => clockId}
        columns={[
          {
            key: "claim",
            header: t("claim"),
            isRowHeader: true,
            cell: ({ claimId, reference }) => (
              <a className="prose-link" href={`/conformite/reclamations/${claimId}`}>
                {reference}
              </a>
            ),
          },
          { key: "seller", header: seller("seller"), cell: ({ sellerName }) => sellerName },
          { key: "clock", header: columns("clock"), cell: (row) => clock(row.clock.kind) },
          { key: "from", header: columns("from"), cell: (row) => day(row.clock.dueOn) },
          { key: "to", header: columns("to"), cell: (row) => <strong>{day(row.to.dueOn)}</strong> },
          { key: "effect", header: t("effect"), cell: (row) => <Effect claim={row} /> },
        ]}
      />
    </Section>
  );
}

function Effect({ claim: { becomesOverdue, noLongerOverdue, clock, to } }: { readonly claim: MovedClaim }) {
  const t = useTranslations("calendars.preview.claims.effects");
  if (becomesOverdue) return <StatusBadge tone="late">{t("become_overdue")}</StatusBadge>;
  if (noLongerOverdue) return <StatusBadge tone="fine">{t("no_longer_overdue")}</StatusBadge>;
  return t(to.dueBefore > clock.dueBefore ? "later" : "earlier");
}
