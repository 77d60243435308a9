import { migrateDatabase } from "../../db/migrate.ts";
import { supervise } from "./child.ts";
import { type Cluster, type ClusterRecord, startCluster } from "./cluster.ts";
import { dropDatabase, ensureDatabase } from "./database.ts";
import { forgetHalfLoadedDemo, isDemoHalfLoaded } from "./demo.ts";
import type { Settings } from "./settings.ts";
import { onShutdown, shutDown } from "./shutdown.ts";

export type ProductDatabase = {
  readonly url: string;
  /** Present when it is ours, embedded. */
  readonly record?: ClusterRecord;
};

/** The database the settings name, or the embedded one, running and migrated. */
export async function openProductDatabase(settings: Settings): Promise<ProductDatabase> {
  const database = settings.DATABASE_URL ? { url: settings.DATABASE_URL } : await openEmbedded(settings.DATA_DIR);
  try {
    await migrateDatabase(database.url);
  } catch (error) {
    throw new Error(`The database could not be reached or migrated: ${sentenceOf(error)}`, { cause: error });
  }
  return database;
}

async function openEmbedded(dataDir: string): Promise<ProductDatabase> {
  const { record } = await runCluster(dataDir);
  if (isDemoHalfLoaded(dataDir)) {
    await dropDatabase(record);
    forgetHalfLoadedDemo(dataDir);
  }
  return { record, url: await ensureDatabase(record) };
}

/** The server restarts after a crash; on another port nobody would find it, so that ends the product. */
async function runCluster(dataDir: string): Promise<Cluster> {
  let cluster = await startCluster(dataDir);
  const { port } = cluster.record;
  let isFirst = true;
  const start = async () => {
    if (!isFirst) cluster = await startCluster(dataDir);
    isFirst = false;
    if (cluster.record.port !== port) void shutDown(1, `The database's port ${port} was taken by another program.`);
    return cluster.process;
  };
  const supervised = await supervise("The database", start, (sentence) => void shutDown(1, sentence));
  onShutdown(async () => {
    supervised.letGo();
    await cluster.stop();
  });
  return cluster;
}

function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause instanceof Error ? ` (${error.cause.message})` : "";
  return `${error.message || error.name}${cause}`;
}
