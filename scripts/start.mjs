/* `npm start`: everything from a fresh clone to a served product. `--dev` serves the sources as they change. */
import { bootstrap } from "./support/bootstrap.mjs";

await bootstrap("scripts/supervise.ts");
