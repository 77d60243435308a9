import type { IsoDate } from "@/lib/calendar/civil-day";
import { type Instant, instant, toEpochMs } from "@/lib/calendar/instant";
import { NO_BOUND } from "@/lib/compliance/cell";
import type { LeftBand, Measure } from "@/lib/compliance/measure";
import { type ClockFacts, clockState, effectiveDue } from "@/lib/deadlines/clock";

type ClockFigure = {
  readonly measure: Measure;
  readonly detail: string;
  readonly day: IsoDate;
  readonly bound: Instant;
};

const HOUR_MS = 3_600_000;
const AFTER_ALL: Instant = instant("2100-12-31T22:00:00Z");

/** What a seller's clock counts as, whenever one looks; one that the law suspends has no due day and counts as nothing. */
export function figuresOfClock(clock: ClockFacts): readonly ClockFigure[] {
  const due = effectiveDue(clock);
  if (clock.whoseTurn !== "seller" || !due) return [];
  const measure = endOf(clock);
  const ended = { measure, detail: clock.kind, day: due.dueOn, bound: due.dueBefore };
  const isAnswered = clock.kind === "reply" && clock.stoppedAt && measure !== "clock_cancelled";
  if (!isAnswered || !clock.stoppedAt) return [ended];
  const band = leftBand((toEpochMs(due.dueBefore) - toEpochMs(clock.stoppedAt)) / HOUR_MS);
  return [ended, { measure: "answer_left", detail: band, day: due.dueOn, bound: NO_BOUND }];
}

function endOf(clock: ClockFacts): Measure {
  if (!clock.stoppedAt && !clock.cancelledAt) return "clock_open";
  const state = clockState(clock, AFTER_ALL);
  if (state === "met") return "clock_met";
  if (state === "cancelled") return "clock_cancelled";
  return clock.stoppedAt ? "clock_late" : "clock_ended";
}

function leftBand(hours: number): LeftBand {
  if (hours > 48) return "over_48";
  if (hours > 24) return "24_48";
  if (hours > 12) return "12_24";
  if (hours > 4) return "4_12";
  if (hours > 0) return "0_4";
  return hours > -24 ? "late_24" : "late";
}
