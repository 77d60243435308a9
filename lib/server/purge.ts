import { z } from "zod";
import { countPurgeable, purgeKind, recordPurge } from "@/db/commands/purge";
import { findMarketplace } from "@/db/queries/marketplace";
import type { AdminScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import { zoneId } from "@/lib/calendar/zone";
import { keptSince, PURGED_KINDS, type PurgedKind } from "@/lib/compliance/retention";
import { currentTime } from "@/lib/server/clock";
import { defineTask } from "@/lib/server/jobs/task";
import { sweepScope } from "@/lib/server/scope";
import { deleteStoredFile } from "@/lib/server/storage/stored-files";

export type PurgeLine = { readonly kind: PurgedKind; readonly before: Instant; readonly count: number };
type Sweep = ReturnType<typeof sweepScope>;

/** Every night: what has had its time goes. */
export const purgeDataTask = defineTask(z.unknown(), async () => {
  await purgeData(sweepScope("purge_data"), currentTime());
});

/** What a purge would take away now, kind by kind; nothing is written. */
export async function previewPurge(scope: Sweep | AdminScope, now: Instant): Promise<readonly PurgeLine[]> {
  const zone = (await findMarketplace(scope))?.zone ?? zoneId("Europe/Paris");
  const lines: PurgeLine[] = [];
  for (const kind of PURGED_KINDS) {
    const before = keptSince(kind, now, zone);
    lines.push({ kind, before, count: await countPurgeable(scope, kind, before) });
  }
  return lines;
}

/** The same, done. Files go last: what a crash leaves of them is named by nothing and swept with the orphans. */
export async function purgeData(scope: Sweep, now: Instant): Promise<readonly PurgeLine[]> {
  const done: PurgeLine[] = [];
  for (const { kind, before } of await previewPurge(scope, now)) {
    const { count, files } = await purgeKind(scope, kind, before, now);
    for (const key of files) await deleteStoredFile(key);
    done.push({ kind, before, count });
  }
  const counts = Object.fromEntries(done.filter(({ count }) => count > 0).map(({ kind, count }) => [kind, count]));
  if (Object.keys(counts).length > 0) await recordPurge(scope, counts, now);
  return done;
}
