import { and, asc, desc, eq, gt, inArray, sql } from "drizzle-orm";
import { figureChecks } from "@/db/schema/figures";
import { eventPayloads, events } from "@/db/schema/journal";
import { marketplace } from "@/db/schema/marketplace";
import { sellers } from "@/db/schema/sellers";
import { type Transaction, withScope, withSnapshot } from "@/db/scope";
import type { AdminScope, JobScope } from "@/lib/auth/scope";
import type { ZoneId } from "@/lib/calendar/zone";
import type { FigureDifference } from "@/lib/compliance/difference";
import { withKeptFacts } from "@/lib/compliance/erased-facts";
import { type DatedEvent, figuresFromJournal } from "@/lib/compliance/figures-from-journal";
import type { Measure } from "@/lib/compliance/measure";
import type { EventType } from "@/lib/journal/event";

type Sweep = Extract<JobScope, { readonly kind: "sweep" }>;

/** The only events figures follow from. */
const COUNTED: readonly EventType[] = [
  "claim_opened",
  "claim_requalified",
  "claim_decided",
  "claim_closed",
  "claim_reopened",
  "clock_started",
  "clock_moved",
  "clock_stopped",
  "clock_cancelled",
  "clock_resumed",
  "clock_restarted",
  "commitment_opened",
  "commitment_answered",
  "commitment_postponed",
  "commitment_done",
  "message_sent",
  "proof_contested",
  "proof_contest_ruled",
  "reply_sent",
  "reply_undone",
  "reply_answered",
  "personal_data_erased",
];
/** Events read at once, so that memory stays flat whatever the size of a seller. */
const PAGE = 5_000;

export type SellerCheck = {
  readonly events: number;
  readonly figures: number;
  readonly differences: readonly FigureDifference[];
};

/** One seller's figures as they are kept beside those its journal gives, in one instant of the database. */
export async function compareFigures(scope: Sweep, sellerId: string): Promise<SellerCheck> {
  return withSnapshot(scope, async (tx) => {
    const [market] = await tx.select({ zone: marketplace.zone }).from(marketplace).limit(1);
    if (!market) throw new Error("The marketplace has no row: run the migrations");
    const { counts, read } = await recount(tx, sellerId, market.zone);
    const kept = await readKept(tx, sellerId);
    const cells = new Set([...counts.keys(), ...kept.keys()]);
    const differences = [...cells].flatMap((cell) => {
      const [here, there] = [kept.get(cell) ?? 0, counts.get(cell) ?? 0];
      return here === there ? [] : [{ sellerId, cell, kept: here, journal: there }];
    });
    return { events: read, figures: cells.size, differences };
  });
}

async function recount(tx: Transaction, sellerId: string, zone: ZoneId) {
  const counts = new Map<string, number>();
  let read = 0;
  let open: (DatedEvent & { readonly seq: number; readonly type: EventType })[] = [];
  const close = () => {
    for (const [cell, count] of figuresFromJournal(withKeptFacts(open), zone))
      counts.set(cell, (counts.get(cell) ?? 0) + count);
    open = [];
  };
  let page = await readEvents(tx, sellerId, undefined);
  while (page.length > 0) {
    for (const { payload, ...event } of page) {
      if (open[0] && open[0].claimId !== event.claimId) close();
      open.push({ ...event, sellerId, payload: payload === null ? null : JSON.parse(payload) });
    }
    read += page.length;
    page = await readEvents(tx, sellerId, page.at(-1));
  }
  if (open.length > 0) close();
  return { counts, read };
}

function readEvents(tx: Transaction, sellerId: string, after: { claimId: string; seq: number } | undefined) {
  return tx
    .select({
      claimId: events.streamId,
      seq: events.seq,
      at: events.at,
      type: events.type,
      payload: eventPayloads.payload,
    })
    .from(events)
    .leftJoin(
      eventPayloads,
      and(
        eq(eventPayloads.streamKind, events.streamKind),
        eq(eventPayloads.streamId, events.streamId),
        eq(eventPayloads.seq, events.seq),
      ),
    )
    .where(
      and(
        eq(events.streamKind, "claim"),
        eq(events.sellerId, sellerId),
        inArray(events.type, [...COUNTED]),
        after ? sql`(${events.streamId}, ${events.seq}) > (${after.claimId}, ${after.seq})` : undefined,
      ),
    )
    .orderBy(asc(events.streamId), asc(events.seq))
    .limit(PAGE);
}

/** Of claims only: orders dispatched are facts of orders, which the claims' journal does not tell. */
async function readKept(tx: Transaction, sellerId: string): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.execute<{
    day: string;
    measure: Measure;
    situation: string;
    channel_id: string;
    detail: string;
    bound: string;
    count: number;
  }>(sql`
    select day::text, measure, situation, channel_id, detail,
      to_char(bound at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as bound, sum(count)::int as count
    from (
      select day, measure, situation, channel_id, detail, bound, count from figure_counts where seller_id = ${sellerId}
      union all
      select day, measure, situation, channel_id, detail, bound, change from figure_changes where seller_id = ${sellerId}
    ) kept
    where measure <> 'order_dispatched' group by 1, 2, 3, 4, 5, 6 having sum(count) <> 0`);
  return new Map(rows.map((row) => [keptText(row), row.count]));
}

type Kept = Record<"day" | "measure" | "situation" | "channel_id" | "detail" | "bound", string>;

function keptText(row: Kept): string {
  return [row.day, row.measure, row.situation, row.channel_id, row.detail, row.bound].join(" ");
}

/** Sellers one by one, in a fixed order. */
export async function listSellerIds(scope: Sweep, after: string | undefined, limit: number) {
  const rows = await withScope(scope, (tx) =>
    tx
      .select({ id: sellers.id })
      .from(sellers)
      .where(after ? gt(sellers.id, after) : undefined)
      .orderBy(asc(sellers.id))
      .limit(limit),
  );
  return rows.map(({ id }) => id);
}

/** The last recomputation, for the operator's eyes. */
export async function findLastCheck(scope: AdminScope | JobScope) {
  const [row] = await withScope(scope, (tx) =>
    tx.select().from(figureChecks).orderBy(desc(figureChecks.startedAt), desc(figureChecks.id)).limit(1),
  );
  return row;
}
