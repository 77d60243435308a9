import { erasedSeqs } from "@/lib/journal/facts";
import { type ReadAhead, readAhead } from "@/lib/journal/read-ahead";
import { type BadRow, faultOf, STREAM_START, type StoredEvent, type StreamPosition } from "@/lib/journal/verify";

export type StoredHead = StreamPosition & { readonly stream: string; readonly sellerId: string | null };
export type StoredLeaf = StoredHead & { readonly rootNumber: number; readonly position: number };

/** Events, heads and leaves, each ordered by stream (claims, sellers, the marketplace), then by seq. */
export type StreamRows = {
  readonly events: AsyncIterable<StoredEvent>;
  readonly heads: AsyncIterable<StoredHead>;
  readonly leaves: AsyncIterable<StoredLeaf>;
};

type Current = {
  readonly head: StoredHead;
  position: StreamPosition;
  /** Events without a payload for which no erasure was read yet. */
  readonly unexplained: Set<number>;
};

/**
 * Check every stream against itself, its head and the leaves made of it, one row in memory at a time.
 *
 * @param visit is shown every sound event, and may name a bad row itself
 */
export async function verifyStreams(
  rows: StreamRows,
  visit: (event: StoredEvent) => Promise<BadRow | undefined>,
): Promise<BadRow | { readonly events: number; readonly streams: number }> {
  const heads = readAhead(rows.heads);
  const leaves = readAhead(rows.leaves);
  let current: Current | undefined;
  let events = 0;
  let streams = 0;
  for await (const event of rows.events) {
    if (current?.head.stream !== event.stream) {
      const ended: BadRow | undefined = current && (await endOf(current, leaves));
      if (ended) return ended;
      const head = await heads.take();
      if (head?.stream !== event.stream) return strayHead(head, event);
      current = { head, position: STREAM_START, unexplained: new Set() };
      streams += 1;
    }
    const bad = checkEvent(event, current) ?? (await checkLeaf(event, leaves)) ?? (await visit(event));
    if (bad) return bad;
    current.position = { seq: event.seq, hash: event.hash };
    events += 1;
  }
  const ended = current && (await endOf(current, leaves));
  if (ended) return ended;
  const head = await heads.peek();
  if (head) return { row: `${head.stream} #${head.seq}`, fault: "seq_gap" };
  const leaf = await leaves.peek();
  return leaf ? { row: nameOfLeaf(leaf), fault: "leaf_unknown" } : { events, streams };
}

function checkEvent(event: StoredEvent, current: Current): BadRow | undefined {
  const row = `${event.stream} #${event.seq}`;
  const fault = faultOf(event, current.position);
  if (fault === "seq_gap") return { row: `${event.stream} #${current.position.seq + 1}`, fault };
  if (fault) return { row, fault };
  if (event.seq > current.head.seq) return { row, fault: "row_added" };
  if (event.sellerId !== current.head.sellerId) return { row, fault: "seller_changed" };
  if (!event.payload) current.unexplained.add(event.seq);
  for (const seq of erasedSeqs(event)) current.unexplained.delete(seq);
  return undefined;
}

/** The leaf that seals this event, if there is one, says the same hash. */
async function checkLeaf(event: StoredEvent, leaves: ReadAhead<StoredLeaf>): Promise<BadRow | undefined> {
  const leaf = await leaves.peek();
  if (!leaf || !isAtOrBefore(leaf, event)) return undefined;
  await leaves.take();
  if (leaf.stream !== event.stream || leaf.seq !== event.seq) return { row: nameOfLeaf(leaf), fault: "leaf_unknown" };
  const isSame = leaf.hash === event.hash && leaf.sellerId === event.sellerId;
  return isSame ? undefined : { row: nameOfLeaf(leaf), fault: "leaf_changed" };
}

async function endOf({ head, position, unexplained }: Current, leaves: ReadAhead<StoredLeaf>) {
  if (position.seq < head.seq) return bad(`${head.stream} #${position.seq + 1}`, "seq_gap");
  if (position.seq !== head.seq || position.hash !== head.hash) return bad(`head of ${head.stream}`, "head_wrong");
  const [missing] = unexplained;
  if (missing !== undefined) return bad(`${head.stream} #${missing}`, "payload_missing");
  const leaf = await leaves.peek();
  return leaf?.stream === head.stream ? bad(nameOfLeaf(leaf), "leaf_unknown") : undefined;
}

function strayHead(head: StoredHead | undefined, event: StoredEvent): BadRow {
  if (head && streamOrder(head.stream) < streamOrder(event.stream)) return bad(`${head.stream} #1`, "seq_gap");
  return bad(`head of ${event.stream}`, "head_missing");
}

export function nameOfLeaf({ rootNumber, position, stream, seq }: StoredLeaf): string {
  return `leaf ${position} of root ${rootNumber} (${stream} #${seq})`;
}

function isAtOrBefore(leaf: StoredLeaf, event: StoredEvent): boolean {
  if (leaf.stream === event.stream) return leaf.seq <= event.seq;
  return streamOrder(leaf.stream) < streamOrder(event.stream);
}

const KINDS = ["claim", "seller", "marketplace"];

/** The database's order: the kind as it is declared, then the identifier. */
function streamOrder(stream: string): string {
  const [kind = "", id = ""] = stream.split(":");
  return `${KINDS.indexOf(kind)}:${id}`;
}

function bad(row: string, fault: BadRow["fault"]): BadRow {
  return { row, fault };
}
