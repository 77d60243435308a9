import type { TestProject } from "vitest/node";
import { migrateDatabase } from "@/db/migrate";
import { startCluster, THROW_AWAY_SETTINGS } from "../../scripts/support/cluster.ts";
import { ensureDatabase, superuserUrl } from "../../scripts/support/database.ts";
import { removeDirectory, throwAwayDirectory } from "../../scripts/support/throw-away.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The migrated database each test file copies, as its owner, a plain role. */
    templateUrl: string;
    superuserUrl: string;
  }
}

/** One throw-away PostgreSQL per run, with one migrated template that each test file copies for itself. */
export default async function setup(project: TestProject) {
  const directory = await throwAwayDirectory();
  // An autovacuum worker belongs to the superuser: it would keep a test's database from being dropped by its owner.
  const settings = [...THROW_AWAY_SETTINGS, "max_connections=200", "autovacuum=off"];
  const cluster = await startCluster(directory, settings);
  const stop = async () => {
    await cluster.stop();
    removeDirectory(directory);
  };
  try {
    const templateUrl = await ensureDatabase(cluster.record, { createDatabases: true });
    await migrateDatabase(templateUrl);
    project.provide("templateUrl", templateUrl);
    project.provide("superuserUrl", superuserUrl(cluster.record, "postgres"));
  } catch (error) {
    await stop();
    throw error;
  }
  return stop;
}
