import { z } from "zod";
import { moveClocks } from "@/db/commands/move-clocks";
import type { AdminScope } from "@/lib/auth/scope";
import { currentTime } from "@/lib/server/clock";
import { defineTask } from "@/lib/server/jobs/task";
import { sweepScope } from "@/lib/server/scope";

/** How long the confirmation of a correction waits for its clocks; the job moves the rest. */
const PATIENCE_MS = 2000;

/** Moves the open clocks a correction reaches, part by part; run again it goes on where it was. */
export const moveClocksTask = defineTask(z.object({ version: z.int() }), async ({ version }, { signal }) => {
  const scope = sweepScope("move_clocks");
  while (!(await moveClocks(scope, version, currentTime())).finished) signal.throwIfAborted();
});

/** Moves the first of them at once, so that a small correction is done when its page is shown. */
export async function moveFirstClocks(scope: AdminScope, version: number): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  while (performance.now() < end) {
    if ((await moveClocks(scope, version, currentTime())).finished) return;
  }
}
