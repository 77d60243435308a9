import type postgres from "postgres";
import { copyInto } from "./copy-text.ts";
import { addChain, JOURNAL_COLUMNS, type JournalLines, type LivedChain, readChains } from "./lived-journal.ts";
import { listLived, readKnown, readRows, type TableRows } from "./lived-rows.ts";
import { copiesFor, type Plan, sellerOfCopy } from "./plan.ts";
import { type Copy, filled, TokenTable } from "./tokens.ts";

/** Copies held in memory at once. */
const BATCH = 20;

type Originals = { readonly tables: readonly TableRows[]; readonly chains: readonly LivedChain[] };

/** @returns rows written */
export async function multiply(sql: postgres.Sql, plan: Plan): Promise<number> {
  await settle(sql);
  const lived = await listLived(sql);
  const tokens = new TokenTable(await readKnown(sql));
  const { ofClaims, ofSellers } = await readRows(sql, lived, tokens);
  const claims = { tables: ofClaims, chains: await readChains(sql, "claim", lived, tokens) };
  const sellers = { tables: ofSellers, chains: await readChains(sql, "seller", lived, tokens) };
  const copies = copiesFor(plan, lived.length);
  const sellerCopies = Array.from({ length: copies.ofSellers }, (_, index) => ({ claim: 0, seller: index + 1 }));
  const claimCopies = Array.from({ length: copies.ofClaims }, (_, index) => ({
    claim: index + 1,
    seller: sellerOfCopy(index + 1, copies.ofSellers),
  }));
  const written = await write(sql, tokens, sellers, sellerCopies);
  return written + (await write(sql, tokens, claims, claimCopies));
}

/** No worker runs here: what was to be sent was sent. */
async function settle(sql: postgres.Sql) {
  await sql`update mails set status = 'sent', sent_at = created_at, attempts = 1 where status = 'queued'`;
  await sql`delete from graphile_worker._private_jobs`;
}

async function write(sql: postgres.Sql, tokens: TokenTable, originals: Originals, copies: readonly Copy[]) {
  let written = 0;
  for (let from = 0; from < copies.length; from += BATCH) {
    const batch = copies.slice(from, from + BATCH).map((copy) => ({ copy, values: tokens.valuesIn(copy) }));
    for (const { table, columns, rows } of originals.tables)
      written += await copyInto(sql, { table, columns }, linesOf(rows, batch));
    const lines: JournalLines = { events: [], event_payloads: [], event_heads: [] };
    for (const { copy, values } of batch) for (const chain of originals.chains) addChain(chain, copy, values, lines);
    written += await copyInto(sql, { table: "events", columns: JOURNAL_COLUMNS.events }, lines.events);
    const { event_payloads, event_heads } = JOURNAL_COLUMNS;
    written += await copyInto(sql, { table: "event_payloads", columns: event_payloads }, lines.event_payloads);
    written += await copyInto(sql, { table: "event_heads", columns: event_heads }, lines.event_heads);
  }
  return written;
}

function* linesOf(rows: TableRows["rows"], batch: readonly { readonly values: readonly string[] }[]) {
  for (const { values } of batch) for (const row of rows) yield filled(row, values);
}
