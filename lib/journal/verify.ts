import { ERASABLE_EVENTS } from "@/lib/journal/erasable";
import { eventHash, GENESIS_HASH, type JournalHeader, payloadHash } from "@/lib/journal/hash";
import { MARKETPLACE_STREAM_ID } from "@/lib/journal/stream";

/** A journal row as it is stored, with its payload unless that was erased. */
export type StoredEvent = JournalHeader & {
  readonly hash: string;
  /** Microseconds since 1970 of the column beside the instant's text. */
  readonly atMicros: string;
  readonly sellerId: string | null;
  readonly payload: { readonly salt: string; readonly text: string; readonly sellerId: string | null } | null;
};

export type JournalFault =
  | "seq_gap"
  | "row_added"
  | "chain_broken"
  | "hash_wrong"
  | "instant_changed"
  | "seller_changed"
  | "payload_changed"
  | "payload_missing"
  | "head_missing"
  | "head_wrong"
  | "leaf_changed"
  | "leaf_unknown"
  | "leaf_missing"
  | "root_gap"
  | "root_changed"
  | "root_missing"
  | "root_unknown"
  | "document_changed"
  | "document_missing"
  | "document_unknown";

/** The first bad row and what is wrong with it. */
export type BadRow = { readonly row: string; readonly fault: JournalFault };

/** What must come next in a stream: the place a check of a long stream goes on from. */
export type StreamPosition = { readonly seq: number; readonly hash: string };
export const STREAM_START: StreamPosition = { seq: 0, hash: GENESIS_HASH };

/** The first thing wrong with a row, given the row before it; whether a payload may be missing is judged elsewhere. */
export function faultOf(event: StoredEvent, before: StreamPosition): JournalFault | undefined {
  if (event.seq !== before.seq + 1) return "seq_gap";
  if (event.prevHash !== before.hash) return "chain_broken";
  if (event.hash !== eventHash(event)) return "hash_wrong";
  if (event.payload && payloadHash(event.payload.salt, event.payload.text) !== event.payloadHash)
    return "payload_changed";
  if (!event.payload && !ERASABLE_EVENTS.some((type) => type === event.type)) return "payload_missing";
  // The columns beside the chain say what the chain says.
  if (Date.parse(event.atText) * 1000 !== Number(event.atMicros)) return "instant_changed";
  if (event.payload && event.payload.sellerId !== event.sellerId) return "seller_changed";
  return isOwner(event) ? undefined : "seller_changed";
}

/** A seller's stream bears its seller, the marketplace's none; a claim's is compared with its head. */
function isOwner({ stream, sellerId }: StoredEvent): boolean {
  if (stream === `marketplace:${MARKETPLACE_STREAM_ID}`) return sellerId === null;
  return sellerId !== null && (!stream.startsWith("seller:") || stream === `seller:${sellerId}`);
}
