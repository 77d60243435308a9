import { closeDatabase } from "@/db/client";
import { startJobs } from "@/lib/server/jobs/runner";

/* The worker: takes jobs until it is told to end, and finishes those it has. */
const runner = await startJobs();

for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.once(signal, () => void runner.stop().catch(() => {}));
}

await runner.finished;
await closeDatabase();
process.exit(0);
