import { and, eq, inArray, isNull } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { type ClaimAct, originOf, stopClock } from "@/db/commands/clocks";
import { appendEvents } from "@/db/commands/journal";
import { announceKept } from "@/db/commands/later-mails";
import { type ClockRow, readClocks } from "@/db/queries/clock-facts";
import { commitments } from "@/db/schema/replies";
import type { Transaction } from "@/db/scope";
import type { IsoDate } from "@/lib/calendar/civil-day";
import type { Instant } from "@/lib/calendar/instant";
import type { DeadlineKind } from "@/lib/deadlines/rule";
import { turnOfCommitment } from "@/lib/replies/commitment";
import type { CommitmentDraft } from "@/lib/replies/promises";

/** Write what an answer promises. `proposed`: it binds the seller once the customer says yes. */
export async function openCommitments(
  tx: Transaction,
  act: ClaimAct,
  promised: {
    readonly replyId: string;
    readonly drafts: readonly CommitmentDraft[];
    readonly status: "open" | "proposed";
    readonly clocks: readonly ClockRow[];
  },
): Promise<void> {
  if (promised.drafts.length === 0) return;
  const rows = promised.drafts.map(({ clockKind, ...draft }) => ({
    ...draft,
    sellerId: act.sellerId,
    id: uuidv7(),
    claimId: act.claimId,
    replyId: promised.replyId,
    clockId: promised.clocks.find((clock) => clock.kind === clockKind && !clock.cancelledAt)?.id ?? null,
    status: promised.status,
    createdAt: act.now,
  }));
  const opened = rows.map(({ id, replyId, kind, dueOn, amountCents, clockId, status }) => ({
    type: "commitment_opened" as const,
    payload: { commitmentId: id, replyId, kind, dueOn, amountCents, clockId, status },
  }));
  await Promise.all([tx.insert(commitments).values(rows), appendEvents(tx, originOf(act), opened)]);
}

export async function readCommitments(tx: Transaction, sellerId: string, claimId: string) {
  return tx
    .select()
    .from(commitments)
    .where(and(eq(commitments.sellerId, sellerId), eq(commitments.claimId, claimId)))
    .orderBy(commitments.createdAt, commitments.id);
}

export type CommitmentRow = Awaited<ReturnType<typeof readCommitments>>[number];

/** Promises an answer made, answered by the customer or taken back with it. */
export async function settleCommitments(
  tx: Transaction,
  act: ClaimAct,
  settled: { readonly rows: readonly CommitmentRow[]; readonly to: "open" | "refused" | "withdrawn" | "lapsed" },
): Promise<void> {
  if (settled.rows.length === 0) return;
  await tx
    .update(commitments)
    .set({ status: settled.to, answeredAt: act.now })
    .where(and(eq(commitments.sellerId, act.sellerId), inArray(commitments.id, idsOf(settled.rows))));
  await appendEvents(
    tx,
    originOf(act),
    settled.rows.map(({ id, kind }) => ({
      type: "commitment_answered",
      payload: { commitmentId: id, kind, status: settled.to },
    })),
  );
}

/** A yes said late gives the seller some days still: the promise's day moves, and the journal says where. */
export async function postponeCommitments(
  tx: Transaction,
  act: ClaimAct,
  moved: readonly { readonly row: CommitmentRow; readonly dueOn: IsoDate }[],
): Promise<void> {
  for (const { row, dueOn } of moved) {
    await tx
      .update(commitments)
      .set({ dueOn })
      .where(and(eq(commitments.sellerId, act.sellerId), eq(commitments.id, row.id)));
  }
  await appendEvents(
    tx,
    originOf(act),
    moved.map(({ row, dueOn }) => ({
      type: "commitment_postponed",
      payload: { commitmentId: row.id, kind: row.kind, from: row.dueOn, dueOn },
    })),
  );
}

/** The legal clock that a promise turned out to run beside: it started after the promise was made. */
export async function putClockBeside(
  tx: Transaction,
  act: ClaimAct,
  beside: { readonly promises: readonly { readonly id: string }[]; readonly kind: DeadlineKind },
): Promise<void> {
  const clock = (await readClocks(tx, act.sellerId, act.claimId)).find(
    ({ kind, cancelledAt }) => kind === beside.kind && !cancelledAt,
  );
  if (!clock || beside.promises.length === 0) return;
  await tx
    .update(commitments)
    .set({ clockId: clock.id })
    .where(
      and(
        eq(commitments.sellerId, act.sellerId),
        inArray(commitments.id, idsOf(beside.promises)),
        isNull(commitments.clockId),
      ),
    );
}

/** How an answer is named as the evidence of an earlier promise. */
export function replyEvidence(replyId: string): string {
  return `reply:${replyId}`;
}

/** The same for a message, which may bring the proof that was promised. */
export function messageEvidence(messageId: string): string {
  return `message:${messageId}`;
}

/** An answer taken back keeps no promise: those it had kept are open again. */
export async function reopenCommitments(tx: Transaction, act: ClaimAct, replyId: string): Promise<void> {
  const rows = await tx
    .update(commitments)
    .set({ status: "open", doneAt: null, doneEvidence: null })
    .where(
      and(
        eq(commitments.sellerId, act.sellerId),
        eq(commitments.claimId, act.claimId),
        eq(commitments.status, "done"),
        eq(commitments.doneEvidence, replyEvidence(replyId)),
      ),
    )
    .returning({ id: commitments.id, kind: commitments.kind });
  await appendEvents(
    tx,
    originOf(act),
    rows.map(({ id, kind }) => ({
      type: "commitment_answered",
      payload: { commitmentId: id, kind, status: "open" },
    })),
  );
}

export type Evidence = { readonly reference: string; readonly at: Instant };

/**
 * What was promised happened, with its evidence: the open promises it keeps are done, and the legal clocks that run
 * beside them are met at the instant of the deed.
 */
export async function fulfilCommitments(
  tx: Transaction,
  act: ClaimAct,
  done: {
    readonly keeps: (promise: CommitmentRow) => boolean;
    readonly evidence: Evidence;
    readonly clocks: readonly ClockRow[];
  },
): Promise<readonly CommitmentRow[]> {
  const rows = (await readCommitments(tx, act.sellerId, act.claimId)).filter(
    (row) => row.status === "open" && done.keeps(row),
  );
  if (rows.length === 0) return rows;
  await tx
    .update(commitments)
    .set({ status: "done", doneAt: done.evidence.at, doneEvidence: done.evidence.reference })
    .where(and(eq(commitments.sellerId, act.sellerId), inArray(commitments.id, idsOf(rows))));
  await appendEvents(
    tx,
    originOf(act),
    rows.map(({ id, kind }) => ({
      type: "commitment_done",
      payload: { commitmentId: id, kind, doneAt: done.evidence.at, evidence: done.evidence.reference },
    })),
  );
  for (const clock of done.clocks) {
    if (rows.some((row) => row.clockId === clock.id)) await stopClock(tx, act, clock, done.evidence.at);
  }
  if (!isToldItself(done.evidence.reference)) await announceKept(tx, act, rows.filter(isNews));
  return rows;
}

/** An answer or a message that keeps a promise has its own mail. */
function isToldItself(reference: string): boolean {
  return reference.startsWith(replyEvidence("")) || reference.startsWith(messageEvidence(""));
}

/** A customer needs no mail about what they did themselves. */
function isNews({ kind }: CommitmentRow): boolean {
  return turnOfCommitment(kind) !== "customer";
}

function idsOf(rows: readonly { readonly id: string }[]): string[] {
  return rows.map((row) => row.id);
}
