import type postgres from "postgres";
import { ALL_SELLERS } from "../../lib/compliance/measure.ts";

/**
 * Count the figures of all rows at once, by the same functions as the triggers that no copied row has met. What the
 * journal says of them is recomputed by the nightly check, as ever.
 */
export async function countFigures(sql: postgres.Sql): Promise<void> {
  await sql`truncate figure_changes, figure_counts`;
  await sql`
    insert into figure_counts (seller_id, day, measure, situation, channel_id, detail, bound, count)
    select counted.seller_id, f.day, f.measure, claims.situation::text, claims.channel_id, f.detail, f.bound, count(*)
      from (
        select c.seller_id, c.claim_id, figures_of(c) as f from clocks c
        union all
        select c.seller_id, c.claim_id, figures_of(c) from commitments c
        union all
        select m.seller_id, m.claim_id, figures_of(m) from figure_marks m
      ) counted
      join claims on claims.seller_id = counted.seller_id and claims.id = counted.claim_id,
      lateral (select (counted.f).*) f
     group by 1, 2, 3, 4, 5, 6, 7`;
  await sql`
    insert into figure_counts (seller_id, day, measure, situation, channel_id, detail, bound, count)
    select o.seller_id, f.day, f.measure, '', o.channel_id, f.detail, f.bound, count(*)
      from (select p.seller_id, p.order_id, figures_of(p) as f from parcels p) counted
      join orders o on o.seller_id = counted.seller_id and o.id = counted.order_id,
      lateral (select (counted.f).*) f
     group by 1, 2, 3, 4, 5, 6, 7`;
  await sql`
    insert into figure_counts (seller_id, day, measure, situation, channel_id, detail, bound, count)
    select ${ALL_SELLERS}::uuid, day, measure, situation, channel_id, detail, bound, sum(count)
      from figure_counts group by 2, 3, 4, 5, 6, 7`;
}
