import { and, eq, inArray, isNull, ne } from "drizzle-orm";
import { type ClaimAct, originOf, stopClock } from "@/db/commands/clocks";
import { type Evidence, fulfilCommitments } from "@/db/commands/commitments";
import { appendEvents } from "@/db/commands/journal";
import { readClocks } from "@/db/queries/clock-facts";
import { documents } from "@/db/schema/documents";
import type { Transaction } from "@/db/scope";
import type { DocumentKind, ProofVerdictLevel } from "@/lib/evidence/document";

/** What the files leave with: an answer or a message of the claim. */
export type SentWith = { readonly replyId: string } | { readonly messageId: string };

export type SentDocument = {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly verdict: ProofVerdictLevel | null;
};

/**
 * Give files to the customer: verified ones of the claim's own order that were not sent before. Others are as if
 * they had not been named, so that no file of another order ever leaves.
 */
export async function sendDocuments(
  tx: Transaction,
  act: ClaimAct,
  sent: { readonly orderId: string; readonly documentIds: readonly string[]; readonly with: SentWith },
): Promise<readonly SentDocument[]> {
  if (sent.documentIds.length === 0) return [];
  const rows = await tx
    .update(documents)
    .set({ ...sent.with, claimId: act.claimId, sentAt: act.now })
    .where(
      and(
        eq(documents.sellerId, act.sellerId),
        eq(documents.orderId, sent.orderId),
        inArray(documents.id, [...sent.documentIds]),
        eq(documents.status, "verified"),
        ne(documents.visibility, "internal"),
        isNull(documents.sentAt),
        // Its names were blacked out on another one: this one never leaves.
        isNull(documents.replacedBy),
      ),
    )
    .returning({ id: documents.id, kind: documents.kind, sha256: documents.sha256, verdict: documents.verdict });
  await appendEvents(
    tx,
    originOf(act),
    rows.map(({ id, ...document }) => ({ type: "document_sent", payload: { documentId: id, ...document } })),
  );
  return rows;
}

/** A sound proof that reaches the customer meets its clock and keeps its promise, whatever it came with. */
export async function meetProofClock(
  tx: Transaction,
  act: ClaimAct,
  { sent, evidence }: { readonly sent: readonly SentDocument[]; readonly evidence: Evidence },
): Promise<void> {
  const isSound = ({ kind, verdict }: SentDocument) =>
    kind === "proof_of_delivery" && verdict !== null && verdict !== "contradictory";
  if (!sent.some(isSound)) return;
  const clocks = await readClocks(tx, act.sellerId, act.claimId);
  for (const clock of clocks) {
    if (clock.kind === "proof_of_delivery") await stopClock(tx, act, clock, act.now);
  }
  await fulfilCommitments(tx, act, { keeps: ({ kind }) => kind === "proof_of_delivery", evidence, clocks: [] });
}

/** The prepaid label that was to follow reaches the customer: its promise is kept. */
export async function keepLabelPromise(
  tx: Transaction,
  act: ClaimAct,
  { sent, evidence }: { readonly sent: readonly SentDocument[]; readonly evidence: Evidence },
): Promise<void> {
  if (!sent.some(({ kind }) => kind === "return_label")) return;
  await fulfilCommitments(tx, act, { keeps: ({ kind }) => kind === "return_label", evidence, clocks: [] });
}
