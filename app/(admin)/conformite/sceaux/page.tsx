import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { Breadcrumbs } from "@/app/_components/ui/breadcrumbs";
import { Section } from "@/app/_components/ui/card";
import { PageHeader } from "@/app/_components/ui/page-header";
import { Pagination } from "@/app/_components/ui/pagination";
import { Table } from "@/app/_components/ui/table";
import { listJournalRoots } from "@/db/queries/journal-roots";
import { formatDay, formatInstant, formatNumber } from "@/lib/i18n/format";
import { requireAdmin, requireViewer } from "@/lib/server/session";

const ROOTS_A_PAGE = 60;
const before = z.coerce.number().int().min(2).max(10_000_000).optional().catch(undefined);

type Props = { readonly searchParams: Promise<{ readonly avant?: unknown }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("compliance.roots"))("title") };
}

/** The journal's daily roots, to compare with those in one's mailbox. */
export default async function RootsPage({ searchParams }: Props) {
  const [t, compliance, locale, scope, { zone }, search] = await Promise.all([
    getTranslations("compliance.roots"),
    getTranslations("compliance"),
    getLocale(),
    requireAdmin(),
    requireViewer(),
    searchParams,
  ]);
  const from = before.parse(search.avant);
  const found = await listJournalRoots(scope, {
    limit: ROOTS_A_PAGE + 1,
    ...(from === undefined ? {} : { before: from }),
  });
  const roots = found.slice(0, ROOTS_A_PAGE);
  const last = roots.at(-1);
  return (
    <>
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ href: "/conformite", label: compliance("title") }]} />}
        title={t("title")}
        lead={t("lead")}
      />
      <Section id="sceaux" title={t("list")} lead={t("verify")}>
        <Table
          caption={t("table")}
          hideCaption
          rows={roots}
          rowKey={({ number }) => String(number)}
          empty={<p className="text-ink-muted">{t("none")}</p>}
          columns={[
            { key: "number", header: t("number"), isRowHeader: true, cell: ({ number }) => number },
            { key: "day", header: t("day"), cell: ({ day }) => formatDay(day, locale, "short") },
            {
              key: "at",
              header: t("at"),
              cell: ({ atText }) => formatInstant(new Date(atText), zone, locale, "numeric"),
            },
            {
              key: "streams",
              header: t("streams"),
              align: "end",
              cell: ({ leafCount }) => formatNumber(leafCount, locale),
            },
            {
              key: "hash",
              header: t("hash"),
              cell: ({ hash }) => <code className="break-all text-sm">{hash}</code>,
            },
          ]}
        />
        <Pagination
          label={t("title")}
          previousHref={from === undefined ? undefined : "/conformite/sceaux"}
          nextHref={found.length > ROOTS_A_PAGE && last ? `/conformite/sceaux?avant=${last.number}` : undefined}
        />
      </Section>
    </>
  );
}
