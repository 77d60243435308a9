import type { ProofStep } from "@/lib/journal/merkle";
import type { JournalRoot } from "@/lib/journal/root";

/** One row of a stream as it leaves the product: its header, and its payload unless that was erased. */
export type ProvenEvent = {
  readonly seq: number;
  readonly atText: string;
  readonly actor: string;
  readonly type: string;
  readonly payloadHash: string;
  readonly prevHash: string;
  readonly hash: string;
  /** Canonical JSON, as it was hashed after its salt. */
  readonly payload: { readonly salt: string; readonly text: string } | null;
};

/** That a stream's event was its last when a root was made. */
export type InclusionProof = {
  readonly leaf: { readonly stream: string; readonly seq: number; readonly hash: string };
  readonly path: readonly ProofStep[];
  readonly root: JournalRoot;
};

/**
 * What proves an answer: its event, the headers that lead from it to an event a root sealed, and that event's place in
 * the root. Before the night there is no root yet.
 */
export type ReplyReceipt = {
  readonly format: "espace-vendeur receipt 1";
  readonly stream: string;
  readonly event: ProvenEvent;
  readonly following: readonly Omit<ProvenEvent, "payload">[];
  readonly inclusion: InclusionProof | null;
};
