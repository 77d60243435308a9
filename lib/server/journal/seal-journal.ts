import { z } from "zod";
import { sealJournal } from "@/db/commands/seal-journal";
import { findMarketplace } from "@/db/queries/marketplace";
import { addDays } from "@/lib/calendar/civil-day";
import { localDay } from "@/lib/calendar/zone";
import { currentTime } from "@/lib/server/clock";
import { defineTask } from "@/lib/server/jobs/task";
import { sweepScope } from "@/lib/server/scope";

/** Seals the journal of the day that has just ended for the marketplace. */
export const sealJournalTask = defineTask(z.unknown(), async () => {
  const scope = sweepScope("seal_journal");
  const marketplace = await findMarketplace(scope);
  if (!marketplace) return;
  const now = currentTime();
  await sealJournal(scope, addDays(localDay(now, marketplace.zone), -1), now);
});
