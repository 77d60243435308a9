import { closeDatabase } from "@/db/client";
import { verifyJournal } from "@/lib/server/journal/verify-journal";
import { sweepScope } from "@/lib/server/scope";

/*
 * Checks the whole journal: every chain, head, daily root, and the bytes of every document whose hash it holds. Names
 * the first bad row and ends with status 1. With the hash of a root that was mailed as its argument, it also checks
 * that this root is among them: that nobody has rewritten all since.
 */
const [received] = process.argv.slice(2);
process.exitCode = await verify().finally(closeDatabase);

async function verify(): Promise<number> {
  const verdict = await verifyJournal(sweepScope("verify_journal"), received);
  if (!verdict.holds) {
    process.stderr.write(`The journal does not hold: ${verdict.bad.row}: ${verdict.bad.fault}\n`);
    return 1;
  }
  const { events, streams, roots, files, lastRoot } = verdict;
  process.stdout.write(
    `${events} events in ${streams} streams, ${roots} roots, ${files} documents: every hash holds\nLast root: ${lastRoot}\n`,
  );
  return 0;
}
