import { once } from "node:events";
import { answerCase } from "@/lib/deadlines/case";
import { JsonArrayReader, NotAnArrayError } from "./json-array";

/**
 * Public conformance door: `npm run -s deadlines < cases.json` (see tests/conformance/README.md).
 * Standard output holds the answers and nothing else.
 */
async function main(): Promise<void> {
  const reader = new JsonArrayReader();
  let separator = "[";
  process.stdin.setEncoding("utf8");
  for await (const chunk of process.stdin) {
    for (const element of reader.push(String(chunk))) {
      await write(separator + JSON.stringify(answerCase(element)));
      separator = ",\n";
    }
  }
  reader.end();
  await write(separator === "[" ? "[]\n" : "]\n");
}

/** Answers are gathered into pieces of this many characters: one system call each, and no more held at once. */
const PIECE = 1 << 16;
let piece = "";

async function write(text: string): Promise<void> {
  piece += text;
  if (piece.length < PIECE && !text.endsWith("\n")) return;
  const full = piece;
  piece = "";
  if (!process.stdout.write(full)) await once(process.stdout, "drain");
}

main().catch((error: unknown) => {
  if (!(error instanceof NotAnArrayError)) throw error;
  process.stderr.write(`standard input is not a JSON array: ${error.message}\n`);
  process.exitCode = 1;
});
