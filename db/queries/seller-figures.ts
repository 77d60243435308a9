import { type SQL, sql } from "drizzle-orm";
import { type CountFilter, narrowed } from "@/db/queries/figures";
import { withScope } from "@/db/scope";
import type { AdminScope, JobScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import { ALL_SELLERS } from "@/lib/compliance/measure";
import type { SellerSort } from "@/lib/compliance/side-by-side";

export type SellerFigures = {
  readonly sellerId: string;
  readonly name: string;
  readonly due: number;
  readonly met: number;
  readonly overdue: number;
  readonly received: number;
  readonly requalified: number;
  readonly promisesKept: number;
  readonly promisesDue: number;
};

type Reader = AdminScope | Extract<JobScope, { readonly kind: "sweep" }>;

/** Every seller's figures of a period in one order, so many at once. A seller without claims has zeros. */
export async function listSellerFigures(
  scope: Reader,
  filter: CountFilter & { readonly sort: SellerSort; readonly offset: number; readonly limit: number },
  now: Instant,
): Promise<readonly SellerFigures[]> {
  return withScope(scope, (tx) =>
    tx.execute<SellerFigures>(sql`
      with kept as (${keptOf(filter)}), summed as (
        select seller_id,
          sum(count) filter (where measure in ('clock_met', 'clock_late', 'clock_ended')
            or (measure = 'clock_open' and bound <= ${now}::timestamptz)) as due,
          sum(count) filter (where measure = 'clock_met') as met,
          sum(count) filter (where measure = 'clock_open' and bound <= ${now}::timestamptz) as overdue,
          sum(count) filter (where measure = 'claim_received') as received,
          sum(count) filter (where measure = 'requalified') as requalified,
          sum(count) filter (where measure = 'promise_kept') as promises_kept,
          sum(count) filter (where measure in ('promise_kept', 'promise_late')
            or (measure = 'promise_open' and bound <= ${now}::timestamptz)) as promises_due
        from kept group by seller_id
      ), figures as (
        select s.id, s.name, coalesce(due, 0)::int as due, coalesce(met, 0)::int as met,
          coalesce(overdue, 0)::int as overdue, coalesce(received, 0)::int as received,
          coalesce(requalified, 0)::int as requalified, coalesce(promises_kept, 0)::int as promises_kept,
          coalesce(promises_due, 0)::int as promises_due
        from sellers s left join summed on summed.seller_id = s.id
        ${filter.sellerId ? sql`where s.id = ${filter.sellerId}::uuid` : sql``}
      )
      select id as "sellerId", name, due, met, overdue, received, requalified,
        promises_kept as "promisesKept", promises_due as "promisesDue"
      from figures order by ${ORDERS[filter.sort]}, name, id limit ${filter.limit} offset ${filter.offset}`),
  );
}

export type SellerWeek = {
  readonly sellerId: string;
  readonly week: string;
  readonly due: number;
  readonly met: number;
};

/** The weeks of some sellers, for drawings side by side. */
export async function listSellerWeeks(
  scope: AdminScope,
  filter: CountFilter,
  sellerIds: readonly string[],
  now: Instant,
): Promise<readonly SellerWeek[]> {
  if (sellerIds.length === 0) return [];
  return withScope(scope, (tx) =>
    tx.execute<SellerWeek>(sql`
      select seller_id as "sellerId", date_trunc('week', day)::date::text as week,
        coalesce(sum(count) filter (where measure <> 'clock_open' or bound <= ${now}::timestamptz), 0)::int as due,
        coalesce(sum(count) filter (where measure = 'clock_met'), 0)::int as met
      from (${keptOf(filter)}) kept
      where seller_id in (select value::uuid from json_array_elements_text(${JSON.stringify(sellerIds)}::json))
        and measure in ('clock_met', 'clock_late', 'clock_ended', 'clock_open')
      group by 1, 2 order by 1, 2`),
  );
}

/** Folded and not folded yet, of each seller apart. */
function keptOf(filter: CountFilter): SQL {
  const one = filter.sellerId ? sql`and seller_id = ${filter.sellerId}::uuid` : sql``;
  const within = sql`day between ${filter.fromOn} and ${filter.toOn} ${one} ${narrowed(filter)}`;
  return sql`
    select seller_id, day, measure, bound, count from figure_counts where seller_id <> ${ALL_SELLERS}::uuid and ${within}
    union all
    select seller_id, day, measure, bound, change from figure_changes where ${within}`;
}

const ORDERS: Readonly<Record<SellerSort, SQL>> = {
  name: sql`name`,
  rate: sql`met::numeric / nullif(due, 0) asc nulls last, due desc`,
  due: sql`due desc`,
  overdue: sql`overdue desc`,
  claims: sql`received desc`,
};
