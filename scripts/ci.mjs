/* `.ci/run`: the tests and the static checks of a fresh clone. */
import { bootstrap } from "./support/bootstrap.mjs";

await bootstrap("scripts/ci.ts");
