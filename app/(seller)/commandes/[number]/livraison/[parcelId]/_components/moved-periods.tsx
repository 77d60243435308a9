import { useTranslations } from "next-intl";
import { StatusBadge } from "@/app/_components/ui/badge";
import { Table } from "@/app/_components/ui/table";
import type { AffectedClock } from "@/db/commands/delivery-clocks";
import type { Instant } from "@/lib/calendar/instant";
import { formatDay } from "@/lib/i18n/format";
import type { Reader } from "../../../../../reclamations/[claimId]/_components/reader";

type Props = { readonly periods: readonly AffectedClock[]; readonly reader: Reader };

/** Whether a period that ran would be over already. */
export function becomesOverdue({ from, to }: AffectedClock, now: Instant): boolean {
  return to !== null && to.dueBefore <= now && (from === null || from.dueBefore > now);
}

/** Period by period: the day it ends now, and the day it would end. */
export function MovedPeriods({ periods, reader: { locale, now } }: Props) {
  const t = useTranslations("orders.delivery.effect");
  const kinds = useTranslations("clock.kinds");
  const day = (span: AffectedClock["from"]) => (span ? formatDay(span.dueOn, locale) : t("none"));
  return (
    <Table
      caption={t("caption")}
      hideCaption
      rows={periods}
      rowKey={({ claimId, kind }) => `${claimId} ${kind}`}
      columns={[
        {
          key: "claim",
          header: t("claim"),
          isRowHeader: true,
          cell: ({ claimId, claimReference }) => (
            <a className="prose-link" href={`/reclamations/${claimId}`}>
              {claimReference}
            </a>
          ),
        },
        { key: "period", header: t("period"), cell: ({ kind }) => kinds(kind) },
        { key: "from", header: t("from"), cell: ({ from }) => day(from) },
        { key: "to", header: t("to"), cell: ({ to }) => <strong>{day(to)}</strong> },
        { key: "effect", header: t("effect"), cell: (clock) => <Effect clock={clock} now={now} /> },
      ]}
    />
  );
}

function Effect({ clock, now }: { readonly clock: AffectedClock; readonly now: Instant }) {
  const t = useTranslations("orders.delivery.effect.effects");
  if (becomesOverdue(clock, now)) return <StatusBadge tone="late">{t("over")}</StatusBadge>;
  if (clock.change !== "moved" || !clock.from || !clock.to) return t(clock.change);
  return t(clock.to.dueBefore > clock.from.dueBefore ? "later" : "earlier");
}
