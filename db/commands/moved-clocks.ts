import { asc, type SQL, sql } from "drizzle-orm";
import { appendToClaims } from "@/db/commands/journal-streams";
import type { ClockRow } from "@/db/queries/clock-facts";
import { claims } from "@/db/schema/claims";
import { clocks } from "@/db/schema/clocks";
import type { Transaction } from "@/db/scope";
import type { Actor } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import type { CalendarOverride } from "@/lib/calendar/override";
import { nextDue } from "@/lib/claims/urgency";
import type { MovedCase } from "@/lib/deadlines/change-preview";
import { effectiveDue } from "@/lib/deadlines/clock";
import type { ClockCase } from "@/lib/deadlines/recount";

type Found = Pick<ClockRow, "id" | "sellerId" | "claimId">;

type Recounting = {
  readonly mover: (clock: ClockCase) => MovedCase | undefined;
  readonly correction: CalendarOverride;
  readonly actor: Actor;
  readonly now: Instant;
};

type Move = MovedCase & { readonly before: ClockRow; readonly after: ClockRow };

/**
 * Write where these clocks move to: the clocks, an event for each on its claim, and what is due next on the
 * claims. What was found is read again once its claim is locked: an answer that came first has ended its clock.
 */
export async function moveOpenClocks(
  tx: Transaction,
  found: readonly Found[],
  { mover, correction, actor, now }: Recounting,
): Promise<readonly Move[]> {
  if (found.length === 0) return [];
  const keys = found.map(({ sellerId, claimId }) => ({ sellerId, claimId }));
  await lockClaims(tx, keys);
  const rows = await readClocksOf(tx, keys);
  const looked = new Set(found.map(({ id }) => id));
  const moves = rows.filter(({ id }) => looked.has(id)).flatMap((row) => moveOf(row, mover));
  if (moves.length === 0) return [];
  await updateClocks(tx, moves);
  await settleClaims(tx, rows, moves, now);
  await appendToClaims(tx, { actor, at: now }, factsOf(moves, correction));
  return moves;
}

function moveOf(before: ClockRow, mover: Recounting["mover"]): readonly Move[] {
  if (before.stoppedAt || before.cancelledAt) return [];
  const moved = mover(before);
  if (!moved) return [];
  const { calendarVersion, nominalOn, dueOn, dueBefore } = moved.to;
  const counted = { ...before, calendarVersion, nominalOn, dueOn, dueBefore };
  return [{ ...moved, before, after: { ...counted, effectiveDueBefore: effectiveDue(counted)?.dueBefore ?? null } }];
}

type ClaimKey = Pick<ClockRow, "sellerId" | "claimId">;

/** In the order in which a deed locks the claims of an order. */
async function lockClaims(tx: Transaction, keys: readonly ClaimKey[]): Promise<void> {
  await tx
    .select({ id: claims.id })
    .from(claims)
    .where(isOneOf(sql`${claims.sellerId}, ${claims.id}`, keys))
    .orderBy(asc(claims.openedAt), asc(claims.id))
    .for("no key update");
}

async function readClocksOf(tx: Transaction, keys: readonly ClaimKey[]): Promise<readonly ClockRow[]> {
  return tx
    .select()
    .from(clocks)
    .where(isOneOf(sql`${clocks.sellerId}, ${clocks.claimId}`, keys))
    .orderBy(asc(clocks.startsAt), asc(clocks.id));
}

function isOneOf(columns: SQL, keys: readonly ClaimKey[]): SQL {
  return sql`(${columns}) in (select "sellerId", "claimId" from json_to_recordset(${JSON.stringify(keys)}::json) as wanted("sellerId" uuid, "claimId" uuid))`;
}

async function updateClocks(tx: Transaction, moves: readonly Move[]): Promise<void> {
  const rows = moves.map(({ after }) => ({
    seller_id: after.sellerId,
    id: after.id,
    calendar_version: after.calendarVersion,
    nominal_on: after.nominalOn,
    due_on: after.dueOn,
    due_before: after.dueBefore,
    effective_due_before: after.effectiveDueBefore,
  }));
  await tx.execute(sql`update clocks set
      calendar_version = moved.calendar_version, nominal_on = moved.nominal_on, due_on = moved.due_on,
      due_before = moved.due_before, effective_due_before = moved.effective_due_before
    from json_to_recordset(${JSON.stringify(rows)}::json) as moved(seller_id uuid, id uuid, calendar_version int,
      nominal_on date, due_on date, due_before timestamptz, effective_due_before timestamptz)
    where clocks.seller_id = moved.seller_id and clocks.id = moved.id`);
}

/** What `settleClaim` does, for many claims at once. */
async function settleClaims(
  tx: Transaction,
  rows: readonly ClockRow[],
  moves: readonly Move[],
  now: Instant,
): Promise<void> {
  const moved = new Map(moves.map(({ after }) => [after.id, after]));
  const fresh = Map.groupBy(
    rows.map((row) => moved.get(row.id) ?? row),
    (row) => row.claimId,
  );
  const settled = [...new Map(moves.map(({ before }) => [before.claimId, before.sellerId]))].map(([id, sellerId]) => ({
    seller_id: sellerId,
    id,
    ...dueColumns(fresh.get(id) ?? []),
  }));
  await tx.execute(sql`update claims set
      next_due_on = settled.next_due_on, next_due_before = settled.next_due_before,
      revision = claims.revision + 1, updated_at = ${now}
    from json_to_recordset(${JSON.stringify(settled)}::json) as settled(seller_id uuid, id uuid, next_due_on date,
      next_due_before timestamptz)
    where claims.seller_id = settled.seller_id and claims.id = settled.id`);
}

function dueColumns(ofClaim: readonly ClockRow[]) {
  const { nextDueOn, nextDueBefore } = nextDue(ofClaim);
  return { next_due_on: nextDueOn, next_due_before: nextDueBefore };
}

/** The events carry all that a recomputation from the journal needs, and the correction that is the cause. */
function factsOf(moves: readonly Move[], { version: correction }: CalendarOverride) {
  const byClaim = Map.groupBy(moves, ({ before }) => before.claimId);
  return [...byClaim].flatMap(([claimId, ofClaim]) =>
    ofClaim.slice(0, 1).map(({ before: { sellerId } }) => ({
      claimId,
      sellerId,
      facts: ofClaim.map(({ before, after }) => ({
        type: "clock_moved" as const,
        payload: {
          clockId: before.id,
          kind: before.kind,
          cause: "calendar",
          correction,
          ruleVersion: after.ruleVersion,
          calendar: after.calendar,
          calendarVersion: after.calendarVersion,
          zone: after.zone,
          from: spanOf(before),
          to: spanOf(after),
        },
      })),
    })),
  );
}

function spanOf({ startsAt, dueOn, dueBefore }: ClockRow) {
  return { startsAt, dueOn, dueBefore };
}
