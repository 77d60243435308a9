import { z } from "zod";
import { failImport, finishImport, importBatch } from "@/db/commands/imports";
import { findImportContent } from "@/db/queries/imports";
import { findSellerVat } from "@/db/queries/seller-vat";
import type { OneSellerScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import { endOfDay, localDay, zoneId } from "@/lib/calendar/zone";
import { currentTime } from "@/lib/server/clock";
import { readOrderFile } from "@/lib/server/csv/order-file";
import { defineTask, type JobContext } from "@/lib/server/jobs/task";
import { jobScope } from "@/lib/server/scope";

/** Orders written in one transaction: large enough to be fast, small enough for the progress to move. */
const ORDERS_PER_BATCH = 250;
const PARIS = zoneId("Europe/Paris");

const actorSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("member"), userId: z.string() }),
  z.object({ kind: z.literal("api_key"), keyId: z.string() }),
]);

/** Import a file that somebody previewed and started. Run again after a crash it goes on where it was. */
export const importOrdersTask = defineTask(
  z.object({ sellerId: z.uuid(), importId: z.uuid(), actor: actorSchema }),
  async ({ sellerId, importId, actor }, job) => {
    const scope = jobScope(sellerId, actor);
    try {
      await importFile(scope, importId, job);
    } catch (error) {
      if (job.attempt >= job.maxAttempts) await failImport(scope, importId, currentTime());
      throw error;
    }
  },
);

/** A file is written by people at their desk: whatever they report of today has happened by its end. */
export function endOfToday(now: Instant): Instant {
  return endOfDay(localDay(now, PARIS), PARIS);
}

async function importFile(scope: OneSellerScope, importId: string, { signal }: JobContext) {
  const file = await findImportContent(scope, importId);
  if (file?.status !== "running") return;
  const latest = endOfToday(currentTime());
  const { orders } = await readOrderFile(file.content, { latest, seller: await findSellerVat(scope) });
  for (let from = file.doneCount; from < orders.length; from += ORDERS_PER_BATCH) {
    signal.throwIfAborted();
    const entries = orders.slice(from, from + ORDERS_PER_BATCH);
    if (!(await importBatch(scope, { importId, from, entries, latest }, currentTime()))) return;
  }
  await finishImport(scope, importId, currentTime());
}
