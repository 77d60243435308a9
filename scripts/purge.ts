import { closeDatabase } from "@/db/client";
import { currentTime } from "@/lib/server/clock";
import { previewPurge, purgeData } from "@/lib/server/purge";
import { sweepScope } from "@/lib/server/scope";

/*
 * `npm run -s purge -- --dry-run` says what has had its time, kind by kind; without the flag it is taken away, as the
 * worker does every night.
 */
const flags = process.argv.slice(2);
const unknown = flags.find((flag) => flag !== "--dry-run");
process.exitCode = unknown === undefined ? await run().finally(closeDatabase) : refuse(unknown);

async function run(): Promise<number> {
  const isDry = flags.includes("--dry-run");
  const lines = await (isDry ? previewPurge : purgeData)(sweepScope("purge_data"), currentTime());
  for (const { kind, before, count } of lines) {
    process.stdout.write(`${kind}: ${count} ${isDry ? "would go" : "gone"}, kept since ${before.slice(0, 10)}\n`);
  }
  return 0;
}

function refuse(flag: string): number {
  process.stderr.write(`Unknown flag: ${flag}. There is --dry-run.\n`);
  return 1;
}
