import { migrateDatabase } from "@/db/migrate";
import { type ClusterRecord, startCluster } from "../../scripts/support/cluster.ts";
import { ensureDatabase } from "../../scripts/support/database.ts";
import { removeDirectory, throwAwayDirectory } from "../../scripts/support/throw-away.ts";

/**
 * Measure on a migrated database of its own, with its default settings: it keeps its promises on disk. Files go to a
 * directory that is removed with it.
 * What reads the environment, such as `db/client`, is imported by the measure, when the environment is set.
 */
export async function onBenchDatabase(measure: (record: ClusterRecord) => Promise<void>): Promise<void> {
  const directory = await throwAwayDirectory();
  const cluster = await startCluster(directory, []);
  try {
    process.env.DATABASE_URL = await ensureDatabase(cluster.record, { createDatabases: true });
    process.env.AUTH_SECRET ??= "a secret for the bench only, the same in every run";
    process.env.DATA_DIR = directory;
    await migrateDatabase(process.env.DATABASE_URL);
    await measure(cluster.record);
  } finally {
    await cluster.stop();
    removeDirectory(directory);
  }
}
