import { closeDatabase } from "@/db/client";
import { listHeads, listJournal } from "@/db/queries/journal";
import { faultOf, STREAM_START, type StreamPosition } from "@/lib/journal/verify";
import { sweepScope } from "@/lib/server/scope";

/*
 * Checks every hash of the journal: each row against the one before it, each payload that was not erased, and
 * each stream's last row against its head. Names the first bad row and ends with status 1.
 */
const PAGE = 2_000;
const scope = sweepScope("verify_journal");

process.exitCode = await verify().finally(closeDatabase);

async function verify(): Promise<number> {
  const ends = new Map<string, StreamPosition>();
  let after: Parameters<typeof listJournal>[1];
  let count = 0;
  for (;;) {
    const page = await listJournal(scope, after, PAGE);
    for (const event of page) {
      const fault = faultOf(event, ends.get(event.stream) ?? STREAM_START);
      if (fault) return report(`${event.stream} #${event.seq}: ${fault}`);
      ends.set(event.stream, { seq: event.seq, hash: event.hash });
    }
    count += page.length;
    after = page.at(-1);
    if (page.length < PAGE) break;
  }
  for (const head of await listHeads(scope)) {
    const stream = `${head.streamKind}:${head.streamId}`;
    const end = ends.get(stream);
    if (end?.seq !== head.seq || end.hash !== head.hash)
      return report(`${stream}: rows are missing after #${end?.seq ?? 0}`);
  }
  process.stdout.write(`${count} events in ${ends.size} streams: every hash holds\n`);
  return 0;
}

function report(problem: string): number {
  process.stderr.write(`The journal does not hold: ${problem}\n`);
  return 1;
}
