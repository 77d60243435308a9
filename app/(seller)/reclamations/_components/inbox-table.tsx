import { UserRound } from "lucide-react";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { Badge } from "@/app/_components/ui/badge";
import { type Column, Table } from "@/app/_components/ui/table";
import { TimeLeft } from "@/app/_components/ui/time-left";
import type { InboxClaim } from "@/db/queries/inbox";
import type { Instant } from "@/lib/calendar/instant";
import { formatInstant } from "@/lib/i18n/format";
import { formatBound, pressureOf, timeLeft } from "@/lib/i18n/time-left";
import { shortName } from "@/lib/orders/short-name";
import { requireViewer } from "@/lib/server/session";
import type { InboxSearch } from "./inbox-search";
import { situationTitles } from "./situation-title";

type Props = { readonly claims: readonly InboxClaim[]; readonly search: InboxSearch; readonly now: Instant };

/** One line per claim, most urgent first: what, until when, who, and the customer's last words. */
export async function InboxTable({ claims, search, now }: Props) {
  const [t, locale, { zone }, titleOf] = await Promise.all([
    getTranslations("inbox"),
    getLocale(),
    requireViewer(),
    situationTitles(),
  ]);
  const columns: readonly Column<InboxClaim>[] = [
    {
      key: "claim",
      header: t("columns.claim"),
      isRowHeader: true,
      cell: (claim) => <ClaimCell claim={claim} words={titleOf(claim.situation, claim.phase)} t={t} />,
    },
    { key: "due", header: t("columns.due"), cell: (claim) => <DueCell {...{ claim, now, zone, locale, t }} /> },
    {
      key: "customer",
      header: t("columns.customer"),
      cell: (claim) => (
        <>
          {shortName(claim.customerName)}
          <span className="tabular block text-sm text-ink-muted">{claim.orderNumber}</span>
        </>
      ),
    },
    {
      key: "received",
      header: t("columns.received"),
      cell: (claim) => (
        <>
          <time dateTime={claim.receivedAt} className="text-sm md:whitespace-nowrap">
            {formatInstant(new Date(claim.receivedAt), zone, locale, "short")}
          </time>
          <span className="mt-1 flex items-center gap-1 text-sm text-ink-muted max-md:justify-end">
            <UserRound aria-hidden className="size-4" />
            {claim.assignedName ?? t("unassigned")}
          </span>
        </>
      ),
    },
  ];
  return (
    <Table caption={t(`tabs.${search.vue}`)} hideCaption columns={columns} rows={claims} rowKey={(claim) => claim.id} />
  );
}

type Words = Awaited<ReturnType<typeof getTranslations<"inbox">>>;

function ClaimCell({
  claim,
  words,
  t,
}: {
  readonly claim: InboxClaim;
  readonly words: { readonly title: string; readonly phase: string | undefined };
  readonly t: Words;
}) {
  return (
    <div>
      <Link href={`/reclamations/${claim.id}`} className="prose-link font-bold">
        {words.title}
      </Link>
      {words.phase && <span className="font-normal text-ink-muted"> {words.phase}</span>}
      {claim.state === "to_triage" && (
        <>
          {" "}
          <Badge>{t("to_triage")}</Badge>
        </>
      )}
      {claim.lastWords && (
        <p className="mt-0.5 line-clamp-2 max-w-prose font-normal text-ink-muted max-md:text-base">{claim.lastWords}</p>
      )}
    </div>
  );
}

type DueProps = {
  readonly claim: InboxClaim;
  readonly now: Instant;
  readonly zone: string;
  readonly locale: "fr" | "en";
  readonly t: Words;
};

function DueCell({ claim, now, zone, locale, t }: DueProps) {
  if (!claim.nextDueBefore) return <span className="text-sm text-ink-muted">{t("nothing_due")}</span>;
  const due = new Date(claim.nextDueBefore);
  return (
    <>
      <TimeLeft
        tone={pressureOf(due, new Date(now))}
        words={timeLeft(due, new Date(now), locale)}
        date={formatBound(due, claim.nextClock?.zone ?? zone, locale, { readerZone: zone })}
        dateTime={claim.nextDueBefore}
      />
      {claim.nextClock && <span className="block text-sm">{t(`due_kinds.${claim.nextClock.kind}`)}</span>}
    </>
  );
}
