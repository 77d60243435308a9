import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { type Column, Table } from "@/app/_components/ui/table";
import { TimeLeft } from "@/app/_components/ui/time-left";
import type { DuePromise } from "@/db/queries/due-promises";
import type { Instant } from "@/lib/calendar/instant";
import { endOfDay, type ZoneId } from "@/lib/calendar/zone";
import { formatDay, formatMoney } from "@/lib/i18n/format";
import { pressureOf, timeLeft } from "@/lib/i18n/time-left";
import { shortName } from "@/lib/orders/short-name";
import { turnOfCommitment } from "@/lib/replies/commitment";
import { situationTitles } from "./situation-title";

type Props = {
  readonly promises: readonly DuePromise[];
  /** The marketplace's: its midnight ends a promise's day. */
  readonly zone: ZoneId;
  readonly now: Instant;
};

/** One line per promise whose day has come: what, since when, and to whom; the link opens the form that keeps it. */
export async function PromiseTable({ promises, zone, now }: Props) {
  const [t, kinds, locale, titleOf] = await Promise.all([
    getTranslations("inbox"),
    getTranslations("claim.commitments.kinds"),
    getLocale(),
    situationTitles(),
  ]);
  const columns: readonly Column<DuePromise>[] = [
    {
      key: "promise",
      header: t("columns.promise"),
      isRowHeader: true,
      cell: ({ id, claimId, kind, amountCents, currency, situation, phase }) => (
        <div>
          <Link href={`/reclamations/${claimId}?promesse=${id}#promesse-${id}`} className="prose-link font-bold">
            {kinds(kind)}
            {amountCents !== null && ` · ${formatMoney(amountCents, locale, currency)}`}
          </Link>
          <span className="block font-normal text-ink-muted max-md:text-base">{titleOf(situation, phase).title}</span>
        </div>
      ),
    },
    {
      key: "due",
      header: t("columns.promised_for"),
      cell: ({ dueOn, kind }) => {
        const bound = new Date(endOfDay(dueOn, zone));
        const turn = turnOfCommitment(kind);
        return (
          <>
            <TimeLeft
              tone={pressureOf(bound, new Date(now))}
              words={timeLeft(bound, new Date(now), locale)}
              date={formatDay(dueOn, locale, "long_without_year")}
              dateTime={dueOn}
            />
            {turn !== "seller" && <span className="block text-sm">{t(`awaited_of.${turn}`)}</span>}
          </>
        );
      },
    },
    {
      key: "customer",
      header: t("columns.customer"),
      cell: ({ customerName, orderNumber }) => (
        <>
          {shortName(customerName)}
          <span className="tabular block text-sm text-ink-muted">{orderNumber}</span>
        </>
      ),
    },
  ];
  return <Table caption={t("tabs.promesses")} hideCaption columns={columns} rows={promises} rowKey={({ id }) => id} />;
}
