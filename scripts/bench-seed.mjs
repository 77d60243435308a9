/* `npm run bench:seed -- --claims 1000000 --sellers 5000`: a marketplace of that size, to measure on. */
import { bootstrap } from "./support/bootstrap.mjs";

await bootstrap("scripts/bench-seed.ts");
