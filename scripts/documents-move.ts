import { closeDatabase } from "@/db/client";
import { env } from "@/lib/env";
import { moveFiles } from "@/lib/server/files/move-files";
import { sweepScope } from "@/lib/server/scope";
import { localFiles, remoteFiles } from "@/lib/server/storage/stored-files";

/*
 * `npm run documents:move`: copies every verified document from DATA_DIR to UploadThing, has the documents name the
 * copies, then deletes the old bytes. It may run while the product does, may be stopped, and goes on when run again.
 * What cannot be read, or is not what its document says, is named and stays where it is.
 */
const GRACE_MS = 60_000;

process.exitCode = env().UPLOADTHING_TOKEN ? await move().finally(closeDatabase) : refuse();

async function move(): Promise<number> {
  const { moved, faults } = await moveFiles(sweepScope("move_files"), {
    from: localFiles(),
    to: remoteFiles(),
    graceMs: GRACE_MS,
    tell: (count) => {
      if (count % 100 === 0) process.stdout.write(`${count} files moved\n`);
    },
  });
  process.stdout.write(`${moved} files moved to UploadThing\n`);
  for (const { documentId, part, fault } of faults)
    process.stderr.write(`not moved: ${part} ${documentId}: ${fault}\n`);
  return faults.length === 0 ? 0 : 1;
}

function refuse(): number {
  process.stderr.write("UPLOADTHING_TOKEN is not set: there is nowhere to move documents to\n");
  return 1;
}
