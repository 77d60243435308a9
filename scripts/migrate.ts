import { migrateDatabase } from "@/db/migrate";
import { env } from "@/lib/env";

const { DATABASE_URL } = env();
if (DATABASE_URL === undefined) throw new Error("DATABASE_URL is not set.");
await migrateDatabase(DATABASE_URL);
console.log("The database is up to date.");
