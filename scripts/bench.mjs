/* `npm run bench`: measures the product and sets each figure beside its target. */
import { bootstrap } from "./support/bootstrap.mjs";

await bootstrap("scripts/bench.ts");
