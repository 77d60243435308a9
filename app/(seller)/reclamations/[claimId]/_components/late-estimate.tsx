import clsx from "clsx";
import { getTranslations } from "next-intl/server";
import { OriginBadge } from "@/app/_components/origin-badge";
import { SOFT } from "@/app/_components/ui/tone";
import type { ClaimPage } from "@/db/queries/claim-page";
import { formatMoney, formatRate } from "@/lib/i18n/format";
import { type LateRefund, lateRefund } from "@/lib/replies/late-refund";
import type { Reader } from "./reader";

type Clock = ClaimPage["clocks"][number];

/** What the lateness of a refund's clock is estimated to add, if anything. */
export function lateRefundOf(clock: Clock, page: ClaimPage, { now }: Reader): LateRefund | null {
  const promise = page.commitments.find(({ clockId, status }) => clockId === clock.id && status !== "withdrawn");
  const priceCents = page.order.lines.reduce((sum, { quantity, unitPriceCents }) => sum + quantity * unitPriceCents, 0);
  const { totalCents: orderCents } = page.context.order;
  return lateRefund(clock, { promisedCents: promise?.amountCents ?? null, orderCents, priceCents }, now);
}

type Props = { readonly late: LateRefund; readonly currency: string; readonly reader: Reader };

/** What the law adds to a late refund: an estimate, with its basis, for the seller alone. */
export async function LateEstimate({ late, currency, reader: { locale } }: Props) {
  const t = await getTranslations("claim.late");
  const money = (cents: number) => formatMoney(cents, locale, currency);
  const { rate } = late.bracket;
  const basis = money(late.basisCents);
  const how =
    rate === "legal_interest" ? t("interest", { basis }) : t("share", { rate: formatRate(rate, locale), basis });
  return (
    <div className={clsx("mt-2 grid gap-1 rounded-md border px-3 py-2 text-sm", SOFT.late)}>
      <p className="font-bold">
        {late.amountCents === null ? t("unknown") : t("title", { amount: money(late.amountCents) })}
      </p>
      <p className="text-ink">{t("basis", { how, of: t(`of.${late.basis}`), days: late.daysLate })}</p>
      {late.missing === "legal_rate" && <p className="text-ink">{t("no_rate")}</p>}
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-ink">
        {late.amountCents !== null && t(late.reading === "to_confirm" ? "estimate_to_confirm" : "estimate")}
        <OriginBadge origin={late.origin} />
      </p>
    </div>
  );
}
