/* Runs one of our TypeScript programs with a complete environment: `node scripts/run.mjs scripts/worker.ts`. */
import { bootstrap } from "./support/bootstrap.mjs";

await bootstrap("scripts/run.ts");
