import { once } from "node:events";
import type postgres from "postgres";

const CHUNK = 256 * 1024;

/** Rows in PostgreSQL's text format on their way into a table, sent in large pieces. */
export async function copyInto(
  sql: postgres.Sql,
  { table, columns }: { readonly table: string; readonly columns: readonly string[] },
  lines: Iterable<string>,
): Promise<number> {
  const names = columns.map((column) => `"${column}"`).join(", ");
  const stream = await sql.unsafe(`copy "${table}" (${names}) from stdin`).writable();
  const failed = new Promise<never>((_, reject) => stream.once("error", reject));
  let rows = 0;
  let chunk = "";
  for (const line of lines) {
    chunk += line;
    chunk += "\n";
    rows += 1;
    if (chunk.length < CHUNK) continue;
    if (!stream.write(chunk)) await Promise.race([once(stream, "drain"), failed]);
    chunk = "";
  }
  const finished = once(stream, "finish");
  stream.end(chunk);
  await Promise.race([finished, failed]);
  return rows;
}

/** A text as a field of that format. */
export function copyField(text: string): string {
  return /[\\\n\r\t]/.test(text)
    ? text.replaceAll("\\", "\\\\").replaceAll("\n", "\\n").replaceAll("\r", "\\r").replaceAll("\t", "\\t")
    : text;
}
