import { and, eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { appendEvent, appendEvents } from "@/db/commands/journal";
import type { ClockRow } from "@/db/queries/clock-facts";
import { clocks } from "@/db/schema/clocks";
import type { Transaction } from "@/db/scope";
import type { Actor } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import { effectiveDue } from "@/lib/deadlines/clock";
import type { OpenedClock } from "@/lib/deadlines/open-clock";
import type { CancellingFact, Origin } from "@/lib/deadlines/rule";

/** The claim a clock belongs to, and who acts on it when. */
export type ClaimAct = {
  readonly sellerId: string;
  readonly claimId: string;
  readonly actor: Actor;
  readonly now: Instant;
};

/** A clock as it was computed, and the origin of its rule in the claim's situation. */
export type NewClock = OpenedClock & { readonly origin: Origin };

/** Store clocks as they were computed. The events carry all that a recomputation from the journal needs. */
export async function startClocks(tx: Transaction, act: ClaimAct, opened: readonly NewClock[]): Promise<void> {
  if (opened.length === 0) return;
  const rows = opened.map((clock) => ({
    ...clock,
    sellerId: act.sellerId,
    id: uuidv7(),
    claimId: act.claimId,
    effectiveDueBefore: effectiveDue(clock)?.dueBefore ?? null,
    createdAt: act.now,
  }));
  const started = rows.map((row) => ({
    type: "clock_started" as const,
    payload: { clockId: row.id, ...startPayload(row) },
  }));
  await Promise.all([tx.insert(clocks).values(rows), appendEvents(tx, originOf(act), started)]);
}

/** The claim's stream, for the events of one act. */
export function originOf(act: ClaimAct) {
  return { stream: { kind: "claim", id: act.claimId, sellerId: act.sellerId }, actor: act.actor, at: act.now } as const;
}

function startPayload(clock: NewClock) {
  return {
    kind: clock.kind,
    ruleVersion: clock.ruleVersion,
    calendar: clock.calendar,
    calendarVersion: clock.calendarVersion,
    zone: clock.zone,
    whoseTurn: clock.whoseTurn,
    origin: clock.origin,
    startsAt: clock.startsAt,
    dueOn: clock.dueOn,
    dueBefore: clock.dueBefore,
    suspendedBy: clock.suspendedBy ?? null,
  };
}

/** The fact that meets a clock happened at `at`; whether it was in time follows from the bound. */
export async function stopClock(tx: Transaction, act: ClaimAct, clock: ClockRow, at: Instant): Promise<void> {
  if (clock.stoppedAt || clock.cancelledAt) return;
  await Promise.all([
    tx.update(clocks).set({ stoppedAt: at }).where(ofClock(clock)),
    journalClock(tx, act, "clock_stopped", { clockId: clock.id, kind: clock.kind, stoppedAt: at }),
  ]);
}

/** @param at when the fact that cancels it happened: it may be recorded later */
export async function cancelClock(
  tx: Transaction,
  act: ClaimAct,
  clock: ClockRow,
  reason: CancellingFact | "answered" | "undone",
  at: Instant = act.now,
): Promise<void> {
  if (clock.stoppedAt || clock.cancelledAt) return;
  await Promise.all([
    tx.update(clocks).set({ cancelledAt: at, cancellationReason: reason }).where(ofClock(clock)),
    journalClock(tx, act, "clock_cancelled", { clockId: clock.id, kind: clock.kind, cancelledAt: at, reason }),
  ]);
}

/** What held the clock back by law fell away (L221-24: the goods are back, or their dispatch is proven). */
export async function resumeClock(tx: Transaction, act: ClaimAct, clock: ClockRow, at: Instant): Promise<void> {
  if (!clock.suspendedBy || clock.resumedAt || clock.stoppedAt || clock.cancelledAt) return;
  const effectiveDueBefore = effectiveDue({ ...clock, resumedAt: at })?.dueBefore ?? null;
  await Promise.all([
    tx.update(clocks).set({ resumedAt: at, effectiveDueBefore }).where(ofClock(clock)),
    journalClock(tx, act, "clock_resumed", { clockId: clock.id, kind: clock.kind, resumedAt: at }),
  ]);
}

/** Undo of an answer within its ten seconds: the clock is as if it had never stopped. */
export async function restartClock(tx: Transaction, act: ClaimAct, clock: ClockRow): Promise<void> {
  await Promise.all([
    tx.update(clocks).set({ stoppedAt: null, cancelledAt: null, cancellationReason: null }).where(ofClock(clock)),
    journalClock(tx, act, "clock_restarted", { clockId: clock.id, kind: clock.kind }),
  ]);
}

function ofClock(clock: Pick<ClockRow, "sellerId" | "id">) {
  return and(eq(clocks.sellerId, clock.sellerId), eq(clocks.id, clock.id));
}

async function journalClock(
  tx: Transaction,
  act: ClaimAct,
  type: "clock_started" | "clock_stopped" | "clock_cancelled" | "clock_resumed" | "clock_restarted",
  payload: Parameters<typeof appendEvent>[1]["payload"],
): Promise<void> {
  await appendEvent(tx, { ...originOf(act), type, payload });
}
