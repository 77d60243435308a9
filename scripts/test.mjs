/* `npm test`: every test, from a fresh clone. With `unit`, `db` or `e2e` a part of them. */
import { bootstrap } from "./support/bootstrap.mjs";

await bootstrap("scripts/test.ts");
