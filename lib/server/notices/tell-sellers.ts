import { z } from "zod";
import { writeClockNotices } from "@/db/commands/clock-notices";
import { listDigestReaders, sendDigest } from "@/db/commands/digests";
import { tellNotice } from "@/db/commands/notices";
import { currentTime } from "@/lib/server/clock";
import { defineTask } from "@/lib/server/jobs/task";
import { jobScope, sweepScope } from "@/lib/server/scope";

/** Mails one piece of news to those who want it at once. */
export const tellNoticeTask = defineTask(
  z.object({ sellerId: z.uuid(), noticeId: z.uuid() }),
  ({ sellerId, noticeId }) =>
    tellNotice(jobScope(sellerId, { kind: "system", job: "tell_notice" }), noticeId, currentTime()),
);

/** Notes the clocks that end tomorrow or today, or have just passed, then mails the digests that are due. */
export const tellSellersTask = defineTask(z.unknown(), async (_, { signal }) => {
  const sweep = sweepScope("tell_sellers");
  await writeClockNotices(sweep, currentTime());
  for (const { sellerId, userId } of await listDigestReaders(sweep, currentTime())) {
    if (signal.aborted) throw new Error("Stopped between two digests; the next run sends the rest");
    await sendDigest(jobScope(sellerId, sweep.actor), userId, currentTime());
  }
});
