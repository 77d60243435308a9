import { Worker } from "node:worker_threads";
import { z } from "zod";
import { MAX_PDF_PAGES } from "@/lib/evidence/accepted-file";
import type { FileRefusal } from "@/lib/evidence/verification";
import { accepted, type Outcome, refused } from "@/lib/outcome";
import { watchThread } from "./thread-limit";

/** A 16 MB invoice of two hundred pages is read in two seconds of the processor; what takes longer is no document. */
const CPU_LIMIT_MS = 20_000;
const HEAP_LIMIT_MB = 256;

const findingsSchema = z.discriminatedUnion("ok", [
  z.object({ ok: z.literal(true), pageCount: z.number() }),
  z.object({
    ok: z.literal(false),
    reason: z.enum(["damaged", "pdf_password", "pdf_script", "pdf_launch", "pdf_attachment", "pdf_bomb"]),
  }),
]);

/** Reads a PDF in a thread that can be ended: its bytes are copied, ours stay as they are. */
export async function readPdf(bytes: Uint8Array): Promise<Outcome<{ readonly pageCount: number }, FileRefusal>> {
  if (hasArchiveAtItsEnd(bytes)) return refused("file_type");
  const findings = await inspected(bytes);
  if (!findings.ok) return refused(findings.reason);
  return findings.pageCount > MAX_PDF_PAGES ? refused("too_many_pages") : accepted({ pageCount: findings.pageCount });
}

async function inspected(bytes: Uint8Array): Promise<z.output<typeof findingsSchema>> {
  const thread = new Worker(new URL("./pdf-thread.ts", import.meta.url), {
    workerData: bytes,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_LIMIT_MB },
  });
  const watch = watchThread(thread, CPU_LIMIT_MS);
  const bomb = { ok: false, reason: "pdf_bomb" } as const;
  try {
    return await new Promise((resolve, reject) => {
      watch.overLimit.then(() => resolve(bomb), reject);
      thread.once("message", (message) => resolve(findingsSchema.parse(message)));
      thread.once("error", (error) => (isOutOfMemory(error) ? resolve(bomb) : reject(error)));
    });
  } finally {
    watch.stop();
    await thread.terminate();
  }
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
}

/** A zip file is read from its end, so one file can be both: the end-of-directory mark gives it away. */
function hasArchiveAtItsEnd(bytes: Uint8Array): boolean {
  const tail = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).subarray(-66_000);
  return tail.includes("PK\u0005\u0006", 0, "latin1");
}
