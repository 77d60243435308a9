import { z } from "zod";
import { closeSilentClaim, listWaitingClaims } from "@/db/commands/close-silent-claims";
import type { Instant } from "@/lib/calendar/instant";
import { currentTime } from "@/lib/server/clock";
import { defineTask } from "@/lib/server/jobs/task";
import { jobScope, sweepScope } from "@/lib/server/scope";

const JOB = "close_silent_claims";
const PAGE = 500;

/** Closes what was answered and of which nothing is heard any more. */
export const closeSilentClaimsTask = defineTask(z.unknown(), async (_payload, { signal }) => {
  await closeSilentClaims(currentTime(), signal);
});

/** @returns how many claims were closed. Each in its own transaction: what is done when it is stopped stays done. */
export async function closeSilentClaims(now: Instant, signal?: AbortSignal): Promise<number> {
  let closed = 0;
  let page = await listWaitingClaims(sweepScope(JOB), undefined, PAGE);
  while (page.length > 0) {
    for (const { sellerId, claimId } of page) {
      signal?.throwIfAborted();
      const scope = jobScope(sellerId, { kind: "system", job: JOB });
      if ((await closeSilentClaim(scope, claimId, now)) === "closed") closed += 1;
    }
    page = await listWaitingClaims(sweepScope(JOB), page.at(-1), PAGE);
  }
  return closed;
}
