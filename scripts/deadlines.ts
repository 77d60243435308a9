import { once } from "node:events";
import { answerCase, type CaseAnswer } from "@/lib/deadlines/case";
import { JsonArrayReader, LONGEST_ELEMENT, NotAnArrayError, TooLongElement } from "./json-array";

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
      await write(separator + JSON.stringify(answer(element)));
      separator = ",\n";
    }
  }
  reader.end();
  await write(separator === "[" ? "[]\n" : "]\n");
}

function answer(element: unknown): CaseAnswer {
  if (element instanceof TooLongElement) return { id: null, error: `case: longer than ${LONGEST_ELEMENT} characters` };
  return answerCase(element);
}

/** Answers are gathered into pieces of this many characters: one system call each, and no more held at once. */
const PIECE = 1 << 16;
let piece = "";

async function write(text: string): Promise<void> {
  piece += text;
  if (piece.length >= PIECE || text.endsWith("\n")) await flush();
}

async function flush(): Promise<void> {
  const full = piece;
  piece = "";
  if (!process.stdout.write(full)) await once(process.stdout, "drain");
}

main().catch(async (error: unknown) => {
  if (!(error instanceof NotAnArrayError)) throw error;
  await flush();
  process.stderr.write(`standard input is not a JSON array: ${error.message}\n`);
  process.exitCode = 1;
});
