import { type SQL, sql } from "drizzle-orm";
import { withScope } from "@/db/scope";
import type { AdminScope, JobScope, SellerScope } from "@/lib/auth/scope";
import type { IsoDate } from "@/lib/calendar/civil-day";
import type { Instant } from "@/lib/calendar/instant";
import type { Situation } from "@/lib/claims/claim";
import type { CountedRow, OpenNow } from "@/lib/compliance/counted";
import { ALL_SELLERS } from "@/lib/compliance/measure";

type Reader = AdminScope | SellerScope | Extract<JobScope, { readonly kind: "sweep" }>;

export type CountFilter = {
  readonly fromOn: IsoDate;
  readonly toOn: IsoDate;
  readonly sellerId?: string | undefined;
  readonly situation?: Situation | undefined;
  readonly channelId?: string | undefined;
};

/**
 * What is counted in a period, both days inclusive: the folded counts and the changes not folded yet, read in one
 * statement. A clock that has not ended is told apart by whether its bound is past.
 */
export async function readFigures(scope: Reader, filter: CountFilter, now: Instant): Promise<readonly CountedRow[]> {
  const { counts, changes } = placesOf(scope, filter);
  const within = sql`day between ${filter.fromOn} and ${filter.toOn} ${narrowed(filter)}`;
  return withScope(scope, (tx) =>
    tx.execute<CountedRow>(sql`
      select measure, situation, detail, date_trunc('week', day)::date::text as week, bound <= ${now}::timestamptz as "isOver",
        sum(count)::int as count
      from (
        select day, measure, situation, detail, bound, count from figure_counts where ${counts} and ${within}
        union all
        select day, measure, situation, detail, bound, change from figure_changes where ${changes} and ${within}
      ) kept group by 1, 2, 3, 4, 5 having sum(count) <> 0`),
  );
}

/** What is awaited of the sellers now, whatever the period: over, due within 24 hours, refunds past their legal day. */
export async function readOpenNow(
  scope: Reader,
  filter: Omit<CountFilter, "fromOn" | "toOn">,
  now: Instant,
): Promise<OpenNow> {
  const { counts, changes } = placesOf(scope, filter);
  const open = sql`measure = 'clock_open' ${narrowed(filter)}`;
  const [row] = await withScope(scope, (tx) =>
    tx.execute<OpenNow>(sql`
      select coalesce(sum(count) filter (where bound <= ${now}::timestamptz), 0)::int as overdue,
        coalesce(sum(count) filter (where bound > ${now}::timestamptz and bound <= ${now}::timestamptz + interval '24 hours'), 0)::int as soon,
        coalesce(sum(count) filter (where bound <= ${now}::timestamptz and detail like '%refund'), 0)::int as "lateRefunds"
      from (
        select detail, bound, count from figure_counts where ${counts} and ${open}
        union all
        select detail, bound, change from figure_changes where ${changes} and ${open}
      ) kept`),
  );
  return row ?? { overdue: 0, soon: 0, lateRefunds: 0 };
}

/** Whose counts are read. Those of all sellers together have a place of their own, their changes have none. */
function placesOf(scope: Reader, { sellerId }: Pick<CountFilter, "sellerId">): { counts: SQL; changes: SQL } {
  const one = scope.kind === "seller" ? scope.sellerId : sellerId;
  const of = (id: string) => sql`seller_id = ${id}::uuid`;
  return one ? { counts: of(one), changes: of(one) } : { counts: of(ALL_SELLERS), changes: sql`true` };
}

/** Orders dispatched have no situation: they are kept whatever the choice, as what claims are held against. */
export function narrowed({ situation, channelId }: Pick<CountFilter, "situation" | "channelId">): SQL {
  const ofSituation = situation ? sql`and situation in (${situation}, '')` : sql``;
  return channelId ? sql`${ofSituation} and channel_id = ${channelId}` : ofSituation;
}
