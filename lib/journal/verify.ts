import { eventHash, GENESIS_HASH, payloadHash } from "@/lib/journal/hash";

/** A journal row as it is stored, with its payload unless that was erased. */
export type StoredEvent = {
  readonly stream: string;
  readonly seq: number;
  readonly atText: string;
  readonly actor: string;
  readonly type: string;
  readonly payloadHash: string;
  readonly prevHash: string;
  readonly hash: string;
  readonly payload: { readonly salt: string; readonly text: string } | null;
};

export type JournalFault = "seq_gap" | "chain_broken" | "hash_wrong" | "payload_changed";

/** What must come next in a stream: the place a check of a long stream goes on from. */
export type StreamPosition = { readonly seq: number; readonly hash: string };
export const STREAM_START: StreamPosition = { seq: 0, hash: GENESIS_HASH };

/** The first thing wrong with a row, given the row before it; an erased payload breaks nothing. */
export function faultOf(event: StoredEvent, before: StreamPosition): JournalFault | undefined {
  if (event.seq !== before.seq + 1) return "seq_gap";
  if (event.prevHash !== before.hash) return "chain_broken";
  if (event.hash !== eventHash(event)) return "hash_wrong";
  if (event.payload && payloadHash(event.payload.salt, event.payload.text) !== event.payloadHash)
    return "payload_changed";
  return undefined;
}
