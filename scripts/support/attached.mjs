/*
 * Runs a program in this process and ends it with the process that started
 * it: when that one is killed the channel closes, and nothing may stay behind
 * holding a port. Arguments: the program, then its own arguments.
 */
import { pathToFileURL } from "node:url";

process.on("disconnect", () => {
  process.kill(process.pid, "SIGTERM");
  setTimeout(() => process.exit(1), 10_000).unref();
});
process.channel?.unref();

const [node, , program, ...args] = process.argv;
process.argv = [node, program, ...args];
await import(pathToFileURL(program).href);
