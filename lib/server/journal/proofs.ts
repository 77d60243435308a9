import { findLeaf, listProvenEvents, readSealed } from "@/db/queries/journal-proofs";
import type { AdminScope, SellerScope } from "@/lib/auth/scope";
import { inclusionPath } from "@/lib/journal/merkle";
import type { InclusionProof, ReplyReceipt } from "@/lib/journal/proof";
import { sweepScope } from "@/lib/server/scope";

/**
 * That a claim's stream is sealed by a root.
 *
 * The path is made of other sellers' hashes, which their own seller's scope does not show: a sweep reads them, and
 * nothing but hashes leaves.
 */
export async function proveInclusion(
  scope: SellerScope | AdminScope,
  claimId: string,
  which: Parameters<typeof findLeaf>[2],
): Promise<InclusionProof | null> {
  const found = await findLeaf(scope, claimId, which);
  const sealed = found && (await readSealed(sweepScope("journal_proof"), found.rootNumber));
  const leaf = sealed?.leaves[found?.position ?? -1];
  if (!found || !sealed || !leaf) return null;
  return { leaf, path: inclusionPath(sealed.leaves, found.position), root: sealed.root };
}

/** The receipt of an answer, for its author or the operator; undefined when there is no such answer. */
export async function makeReceipt(
  scope: SellerScope | AdminScope,
  answer: { readonly claimId: string; readonly replyId: string },
): Promise<ReplyReceipt | undefined> {
  const events = await listProvenEvents(scope, answer.claimId);
  const event = events.find(({ type, payload }) => type === "reply_sent" && payload?.text.includes(answer.replyId));
  if (!event) return undefined;
  const inclusion = await proveInclusion(scope, answer.claimId, { fromSeq: event.seq });
  const sealed = inclusion?.leaf.seq ?? event.seq;
  const following = events
    .filter(({ seq }) => seq > event.seq && seq <= sealed)
    .map(({ payload: _, ...header }) => header);
  return { format: "espace-vendeur receipt 1", stream: `claim:${answer.claimId}`, event, following, inclusion };
}
