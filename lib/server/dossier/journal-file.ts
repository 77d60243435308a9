import { listProvenEvents } from "@/db/queries/journal-proofs";
import type { AdminScope } from "@/lib/auth/scope";
import type { InclusionProof, ProvenEvent } from "@/lib/journal/proof";
import { proveInclusion } from "@/lib/server/journal/proofs";

/** A claim's journal as a dossier holds it. */
export type JournalFile = {
  readonly format: "espace-vendeur journal 1";
  readonly stream: string;
  readonly events: readonly ProvenEvent[];
  /** The last root that seals this stream; null before its first night. */
  readonly inclusion: InclusionProof | null;
};

/** A seller's internal notes are nobody else's: their rows are in the chain, their words are not. */
export async function readJournalFile(scope: AdminScope, claimId: string): Promise<JournalFile> {
  const events = await listProvenEvents(scope, claimId);
  return {
    format: "espace-vendeur journal 1",
    stream: `claim:${claimId}`,
    events: events.map((event) => (event.type === "note_added" ? { ...event, payload: null } : event)),
    inclusion: await proveInclusion(scope, claimId, "last"),
  };
}
