import { useLocale, useTranslations } from "next-intl";
import { Table } from "@/app/_components/ui/table";
import { carrierByName } from "@/lib/carriers/carrier";
import { SITUATIONS } from "@/lib/claims/claim";
import { type CountedRow, claimsPerOrder } from "@/lib/compliance/counted";
import { formatNumber } from "@/lib/i18n/format";
import { situationTitle } from "@/lib/policy/situations";

/** A carrier is counted by the name the order gave it. */
function nameOf(carrier: string): string {
  const given = carrier.replaceAll("_", " ");
  const known = carrierByName(given);
  return known.id === "other" ? given : known.name;
}

/** Claims received per 100 orders dispatched in the same days, by situation and by carrier of the first parcel. */
export function ClaimsPerOrder({ rows }: { readonly rows: readonly CountedRow[] }) {
  const t = useTranslations("compliance.per_order");
  const locale = useLocale();
  const { orders, bySituation, byCarrier } = claimsPerOrder(rows);
  if (orders === 0) return null;
  const per100 = (claims: number, of: number) => (of === 0 ? "–" : formatNumber((claims * 100) / of, locale, 1));
  const situations = SITUATIONS.flatMap((situation) => {
    const claims = bySituation.get(situation) ?? 0;
    return claims > 0 ? [{ situation, claims }] : [];
  });
  const carriers = [...byCarrier].map(([carrier, share]) => ({ carrier, ...share }));
  return (
    <section aria-labelledby="par-commande" className="mb-6">
      <h2 id="par-commande" className="text-xl font-bold">
        {t("title")}
      </h2>
      <p className="mb-3 text-ink-muted">{t("lead", { count: orders })}</p>
      <div className="grid items-start gap-6 xl:grid-cols-2">
        <Table
          caption={t("by_situation")}
          rows={situations}
          rowKey={(row) => row.situation}
          columns={[
            {
              key: "situation",
              header: t("situation"),
              isRowHeader: true,
              cell: (row) => situationTitle(row.situation)[locale],
            },
            { key: "claims", header: t("claims"), align: "end", cell: (row) => row.claims },
            { key: "rate", header: t("rate"), align: "end", cell: (row) => per100(row.claims, orders) },
          ]}
        />
        <Table
          caption={t("by_carrier")}
          rows={carriers}
          rowKey={(row) => row.carrier}
          columns={[
            { key: "carrier", header: t("carrier"), isRowHeader: true, cell: (row) => nameOf(row.carrier) },
            { key: "orders", header: t("orders"), align: "end", cell: (row) => row.whole },
            { key: "claims", header: t("claims"), align: "end", cell: (row) => row.part },
            { key: "rate", header: t("rate"), align: "end", cell: (row) => per100(row.part, row.whole) },
          ]}
        />
      </div>
    </section>
  );
}
