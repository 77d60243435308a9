import { createHash } from "node:crypto";

/** First field of every hash; a change of format is a new number, never an edit. */
export const JOURNAL_FORMAT = "1";
/** `prev_hash` of a stream's first event. */
export const GENESIS_HASH = "0".repeat(64);

export type JournalHeader = {
  readonly stream: string;
  readonly seq: number;
  readonly atText: string;
  readonly actor: string;
  readonly type: string;
  readonly payloadHash: string;
  readonly prevHash: string;
};

/**
 * Hash of one journal row: SHA-256 over the format version, stream (`kind:id`), seq, instant text, actor,
 * type, payload hash and previous hash, each preceded by its UTF-8 byte length so that no two rows share a text.
 */
export function eventHash(header: JournalHeader): string {
  const fields = [
    JOURNAL_FORMAT,
    header.stream,
    String(header.seq),
    header.atText,
    header.actor,
    header.type,
    header.payloadHash,
    header.prevHash,
  ];
  return createHash("sha256").update(joinedFields(fields)).digest("hex");
}

/** Fields one after the other, each preceded by its UTF-8 byte length: no two lists share a text. */
export function joinedFields(fields: readonly string[]): string {
  return fields.map((field) => `${Buffer.byteLength(field)}:${field}`).join("");
}

/** SHA-256 of salt and canonical JSON: the payload can be erased without breaking the chain. */
export function payloadHash(salt: string, canonicalPayload: string): string {
  return createHash("sha256").update(salt).update(canonicalPayload).digest("hex");
}
