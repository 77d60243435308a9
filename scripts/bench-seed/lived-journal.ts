import { createHash } from "node:crypto";
import type postgres from "postgres";
import { eventHash, GENESIS_HASH, payloadHash } from "../../lib/journal/hash.ts";
import { copyField } from "./copy-text.ts";
import type { Lived } from "./lived-rows.ts";
import { type Copy, filled, type Template, type TokenTable } from "./tokens.ts";

type LivedEvent = {
  readonly atText: string;
  readonly type: string;
  readonly salt: string;
  readonly actor: Template;
  readonly payload: Template;
};

/** A chain of events as it was lived, its texts with holes. */
export type LivedChain = {
  readonly kind: "claim" | "seller";
  readonly streamId: Template;
  readonly sellerId: Template;
  readonly events: readonly LivedEvent[];
};

export const JOURNAL_COLUMNS = {
  events: [
    "stream_kind",
    "stream_id",
    "seq",
    "seller_id",
    "at_text",
    "at",
    "actor",
    "type",
    "payload_hash",
    "prev_hash",
    "hash",
  ],
  event_payloads: ["stream_kind", "stream_id", "seq", "seller_id", "salt", "payload"],
  event_heads: ["stream_kind", "stream_id", "seller_id", "seq", "hash"],
} as const;

export type JournalLines = { readonly [Table in keyof typeof JOURNAL_COLUMNS]: string[] };

export async function readChains(
  sql: postgres.Sql,
  kind: LivedChain["kind"],
  lived: readonly Lived[],
  tokens: TokenTable,
) {
  const owners = new Map(lived.map(({ claimId }, owner) => [claimId, owner]));
  const rows = await sql`
    select e.stream_id, e.seller_id, e.at_text, e.actor, e.type, p.salt, p.payload
      from events e
      join event_payloads p using (stream_kind, stream_id, seq)
     where e.stream_kind = ${kind}
     order by e.stream_id, e.seq`;
  const chains = new Map<string, LivedChain & { readonly events: LivedEvent[] }>();
  for (const row of rows) {
    const owner = owners.get(row.stream_id) ?? -1;
    if (kind === "claim" && owner < 0) continue;
    const template = (text: string) => tokens.template(text, owner);
    const chain = chains.get(row.stream_id) ?? {
      kind,
      streamId: template(row.stream_id),
      sellerId: template(row.seller_id),
      events: [],
    };
    chains.set(row.stream_id, chain);
    const { at_text: atText, type, salt } = row;
    chain.events.push({ atText, type, salt, actor: template(row.actor), payload: template(row.payload) });
  }
  return [...chains.values()];
}

/** A copy's chain, each event bound to the one before as the product binds them. */
export function addChain(chain: LivedChain, copy: Copy, values: readonly string[], lines: JournalLines) {
  const [streamId, sellerId] = [filled(chain.streamId, values), filled(chain.sellerId, values)];
  let prevHash = GENESIS_HASH;
  for (const [index, event] of chain.events.entries()) {
    const seq = index + 1;
    const salt = createHash("md5").update(`${event.salt}:${copy.claim}:${copy.seller}`).digest("hex");
    const payload = filled(event.payload, values);
    const header = {
      stream: `${chain.kind}:${streamId}`,
      seq,
      atText: event.atText,
      actor: filled(event.actor, values),
      type: event.type,
      payloadHash: payloadHash(salt, payload),
      prevHash,
    };
    const hash = eventHash(header);
    const { atText, actor, type } = header;
    const row = [chain.kind, streamId, seq, sellerId, atText, atText, actor, type, header.payloadHash, prevHash, hash];
    lines.events.push(row.join("\t"));
    lines.event_payloads.push([chain.kind, streamId, seq, sellerId, salt, copyField(payload)].join("\t"));
    prevHash = hash;
  }
  lines.event_heads.push([chain.kind, streamId, sellerId, chain.events.length, prevHash].join("\t"));
}
