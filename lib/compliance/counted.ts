import { LEFT_BANDS, type LeftBand, type Measure } from "@/lib/compliance/measure";

/** One line of what was counted in a period. */
export type CountedRow = {
  readonly measure: Measure;
  readonly situation: string;
  readonly detail: string;
  /** Monday of the week. */
  readonly week: string;
  /** Whether the bound of a clock that has not ended is past. */
  readonly isOver: boolean;
  readonly count: number;
};

export type OpenNow = { readonly overdue: number; readonly soon: number; readonly lateRefunds: number };

/** `overdue` is a part of `missed`; `due` is `met` + `missed`. Running and cancelled clocks are in none of them. */
export type OnTime = {
  readonly due: number;
  readonly met: number;
  readonly missed: number;
  readonly overdue: number;
};

/** A part of a whole, for a rate with its sample. */
export type Share = { readonly part: number; readonly whole: number };

/** The figures that stand beside the on-time rate, in the order they are shown. */
export const SHARES = [
  "complete_at_once",
  "promises_kept",
  "proofs_contested",
  "proofs_upheld",
  "refusals_overturned",
  "gestures_refused",
  "reopened",
  "requalified",
  "clocks_cancelled",
  "identical",
  "recorded_by_seller",
] as const;
export type ShareKey = (typeof SHARES)[number];

type Rows = readonly CountedRow[];

export function onTimeOf(rows: Rows): OnTime {
  const met = sum(rows, "clock_met");
  const overdue = sum(rows, "clock_open", ({ isOver }) => isOver);
  const missed = sum(rows, "clock_late") + sum(rows, "clock_ended") + overdue;
  return { due: met + missed, met, missed, overdue };
}

export function sharesOf(rows: Rows): Readonly<Record<ShareKey, Share>> {
  const of = (measure: Measure, detail?: string) =>
    sum(rows, measure, (row) => detail === undefined || row.detail === detail);
  const upheld = of("proof_upheld");
  const overturned = of("refusal_overturned");
  const kept = of("promise_kept");
  const broken = of("promise_late") + sum(rows, "promise_open", ({ isOver }) => isOver);
  const gestures = sum(rows, "solution_answered", ({ detail }) => detail.startsWith("goodwill_gesture:"));
  const received = of("claim_received");
  const cancelled = of("clock_cancelled");
  return {
    complete_at_once: { part: of("first_reply", "at_once"), whole: of("first_reply") },
    promises_kept: { part: kept, whole: kept + broken },
    proofs_contested: { part: of("proof_contested"), whole: of("reply_sent", "confirm_delivery") },
    proofs_upheld: { part: upheld, whole: upheld + of("proof_overturned") },
    refusals_overturned: { part: overturned, whole: overturned + of("refusal_upheld") },
    gestures_refused: { part: of("solution_answered", "goodwill_gesture:refused"), whole: gestures },
    reopened: { part: of("claim_reopened", "within_14"), whole: of("claim_closed") },
    requalified: { part: of("requalified"), whole: received },
    clocks_cancelled: { part: cancelled, whole: cancelled + onTimeOf(rows).due },
    identical: { part: of("identical_reply"), whole: of("reply_sent") },
    recorded_by_seller: { part: of("claim_received", "seller"), whole: received },
  };
}

/** A key with the figures of its rows, in the order the keys first come. */
export function onTimeBy(rows: Rows, keyOf: (row: CountedRow) => string): ReadonlyMap<string, OnTime> {
  const groups = Map.groupBy(
    rows.filter(({ measure }) => measure.startsWith("clock_") && measure !== "clock_cancelled"),
    keyOf,
  );
  const figures = [...groups].map(([key, group]) => [key, onTimeOf(group)] as const);
  return new Map(figures.filter(([, { due }]) => due > 0).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** How many answers were given with how much time left. */
export function timeLeftOf(rows: Rows): readonly { readonly band: LeftBand; readonly count: number }[] {
  return LEFT_BANDS.map((band) => ({ band, count: sum(rows, "answer_left", ({ detail }) => detail === band) }));
}

/** Working time to the first answer: so many minutes, at most, for this share of the answers; from quarters of an hour. */
export type AnswerTimes = { readonly sample: number; readonly p50: number; readonly p90: number; readonly p95: number };

export function answerTimesOf(rows: Rows): AnswerTimes | undefined {
  const quarters = new Map<number, number>();
  for (const { measure, detail, count } of rows) {
    if (measure === "answer_time") quarters.set(Number(detail), (quarters.get(Number(detail)) ?? 0) + count);
  }
  const sorted = [...quarters].sort(([a], [b]) => a - b);
  const sample = sorted.reduce((total, [, count]) => total + count, 0);
  if (sample === 0) return undefined;
  const at = (share: number) => {
    let passed = 0;
    for (const [quarter, count] of sorted) {
      passed += count;
      if (passed >= share * sample) return (quarter + 1) * 15;
    }
    throw new Error("A percentile lies beyond its sample");
  };
  return { sample, p50: at(0.5), p90: at(0.9), p95: at(0.95) };
}

/** Claims beside the orders dispatched in the same days, by what the rows are told apart by. */
export function claimsPerOrder(rows: Rows): {
  readonly orders: number;
  readonly bySituation: ReadonlyMap<string, number>;
  readonly byCarrier: ReadonlyMap<string, Share>;
} {
  const carriers = new Set(rows.filter(({ measure }) => measure === "order_dispatched").map(({ detail }) => detail));
  const received = Map.groupBy(
    rows.filter(({ measure }) => measure === "claim_received"),
    ({ situation }) => situation,
  );
  return {
    orders: sum(rows, "order_dispatched"),
    bySituation: new Map([...received].map(([situation, group]) => [situation, sum(group, "claim_received")])),
    byCarrier: new Map(
      [...carriers].sort().map((carrier) => [
        carrier,
        {
          part: sum(rows, "claim_carrier", ({ detail }) => detail === carrier),
          whole: sum(rows, "order_dispatched", ({ detail }) => detail === carrier),
        },
      ]),
    ),
  };
}

function sum(rows: Rows, measure: Measure, keep: (row: CountedRow) => boolean = () => true): number {
  return rows.reduce((total, row) => (row.measure === measure && keep(row) ? total + row.count : total), 0);
}
