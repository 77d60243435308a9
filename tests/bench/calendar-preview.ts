import type { Sql } from "postgres";
import { isoDate } from "@/lib/calendar/civil-day";
import { instant } from "@/lib/calendar/instant";
import type { OverrideDraft } from "@/lib/calendar/override";
import { onBenchDatabase } from "@/tests/support/bench-database";
import type { ClusterRecord } from "../../scripts/support/cluster.ts";
import { openDatabase, superuserUrl } from "../../scripts/support/database.ts";

/**
 * A new holiday previewed over a hundred thousand open clocks, then over a million, on a database of its own with
 * its default settings: `npx tsx tests/bench/calendar-preview.ts`. Every second clock moves; as many have ended.
 */
const SIZES = [100_000, 1_000_000];
const SELLERS = 200;
const MOVED_APART = 10_000;
const CLAIMS_AT_ONCE = 50_000;

const NOW = instant("2026-11-23T10:00:00Z");
const MOURNING: OverrideDraft = {
  calendar: "FR",
  day: isoDate("2026-11-24"),
  change: "add",
  name: { fr: "Jour de deuil national", en: "National day of mourning" },
  origin: "law:décret",
};

await onBenchDatabase(measure);

async function measure(record: ClusterRecord) {
  const { closeDatabase } = await import("@/db/client");
  const { correctCalendar } = await import("@/db/commands/calendar-changes");
  const { moveClocks } = await import("@/db/commands/move-clocks");
  const { findCalendarPreview } = await import("@/db/queries/calendar-preview");
  const { adminScope } = await import("@/lib/server/scope");
  const admin = adminScope({
    role: "admin",
    actor: { kind: "operator", userId: "0198a0c0-0000-7000-8000-000000000001" },
  });
  const db = openDatabase(superuserUrl(record));
  await makeSellers(db);
  let made = 0;
  for (const size of SIZES) {
    for (; made < size; made += CLAIMS_AT_ONCE) await makeClaims(db, made, made + CLAIMS_AT_ONCE);
    const before = process.memoryUsage().rss;
    let peak = before;
    let told = 0;
    const start = performance.now();
    const found = await findCalendarPreview(admin, MOURNING, NOW, () => {
      told += 1;
      peak = Math.max(peak, process.memoryUsage().rss);
    });
    const seconds = (performance.now() - start) / 1000;
    if (!found.ok) throw new Error(found.reason);
    const { open, moved, cases, sellers, claims } = found.value;
    if (open !== size || moved !== size / 2) throw new Error(`${open} open, ${moved} moved`);
    console.log(
      `preview over ${size.toLocaleString("en")} open clocks: ${seconds.toFixed(2)} s`,
      `(${moved} move, ${cases.length} distinct cases, ${sellers.length} sellers, ${claims.length} claims shown,`,
      `progress told ${told} times, memory +${Math.max(0, Math.round((peak - before) / 1e6))} MB)`,
    );
  }

  const found = await findCalendarPreview(admin, MOURNING, NOW);
  if (!found.ok) throw new Error(found.reason);
  const { version, name } = found.value;
  const corrected = await correctCalendar(admin, MOURNING, { shown: { version, name, figures: "as_shown" }, now: NOW });
  if (!corrected.ok) throw new Error(corrected.reason);
  const start = performance.now();
  for (let moved = 0; moved < MOVED_APART; moved += 1000) await moveClocks(admin, version, NOW);
  const seconds = (performance.now() - start) / 1000;
  console.log(`moved, each with its event: ${Math.round(MOVED_APART / seconds)} clocks a second`);
  await db.end();
  await closeDatabase();
}

/** Rows are written as the superuser, unchecked: making a million is not what is measured. */
async function makeSellers(db: Sql): Promise<void> {
  await db`set session_replication_role = replica`;
  await db`insert into sellers (id, slug, name, contact, created_at, updated_at)
    select uuidv7(), 'bench-' || n, 'Vendeur ' || n, '{}', now(), now() from generate_series(1, ${SELLERS}) n`;
  await db`insert into orders (seller_id, id, number, channel_id, placed_at, currency, customer_name,
      shipping_address, shipping_cents, shipping_vat_rate_bps, facts_hash, created_at, updated_at)
    select id, id, 'BENCH', 'api', '2026-10-28', 'EUR', 'Jeanne', '{"country":"FR","postcode":"69003"}', 0, 2000, '',
      now(), now()
    from sellers`;
}

/** Claims with a clock that has ended and an open one each; every second open one is counted over the new holiday. */
async function makeClaims(db: Sql, from: number, to: number): Promise<void> {
  await db`with made as (
      insert into claims (seller_id, id, reference, order_id, channel_id, situation, state, policy_version,
        recorded_by, statement_sent_at, received_at, opened_at, updated_at)
      select seller.id, uuidv7(), 'R-' || n, seller.id, 'api', 'other', 'awaiting_seller', 1, 'api',
        '2026-11-16T09:00Z', '2026-11-16T09:00Z', '2026-11-16T09:00Z', now()
      from generate_series(${from + 1}::int, ${to}::int) n
      join (select id, row_number() over (order by id) as rank from sellers) seller on seller.rank = 1 + n / 2 % ${SELLERS}
      returning seller_id, id, substr(reference, 3)::int as n
    ), counted as (
      select *, date '2026-11-16' + case n % 2 when 0 then 4 + n / 2 % 4 else n / 2 % 3 end as day from made
    ), due as (
      select *, case day when '2026-11-23' then '2026-11-25' else greatest(day + 2, '2026-11-24') end as over,
        day + 2 as before from counted
    )
    insert into clocks (seller_id, id, claim_id, kind, rule_version, calendar, zone, whose_turn, origin, starts_at,
      starts_on, nominal_on, due_on, due_before, effective_due_before, stopped_at, created_at)
    select seller_id, uuidv7(), id, kind::deadline_kind, 1, 'FR', 'Europe/Paris', 'seller', 'contract:bench',
      day + time '09:00', day, last, last, (last + 1)::timestamp at time zone 'Europe/Paris',
      (last + 1)::timestamp at time zone 'Europe/Paris',
      case kind when 'reply' then day + time '10:00' end, now()
    from (select *, case n % 2 when 0 then over else before end as last from due) one,
      unnest(array['reply', 'next_reply']) kind`;
}
