import { resolve } from "node:path";
import { z } from "zod";
import { dropAbandonedUploads } from "@/db/commands/document-verification";
import { fromEpochMs, toDate, toEpochMs } from "@/lib/calendar/instant";
import { env } from "@/lib/env";
import { currentTime } from "../clock";
import { defineTask } from "../jobs/task";
import { sweepScope } from "../scope";
import { remoteFiles } from "../storage/stored-files";
import { incomingFiles } from "../upload/incoming";

/** An upload nobody has come back to for a day will not be finished. */
const ABANDONED_AFTER_MS = 24 * 3_600_000;

/** Drops what was announced and never arrived: the rows nobody saw, and the parts of files on our own disk. */
export const sweepUploadsTask = defineTask(z.unknown(), async () => {
  const before = fromEpochMs(toEpochMs(currentTime()) - ABANDONED_AFTER_MS);
  const gone = await dropAbandonedUploads(sweepScope("sweep_uploads"), before);
  // What lies on our own disk for nobody is swept with the other orphans.
  if (env().UPLOADTHING_TOKEN) for (const id of gone) await remoteFiles().deleteById(id);
  await incomingFiles(resolve(env().DATA_DIR, "uploads")).sweep(toDate(before));
});
