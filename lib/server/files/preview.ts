import { Worker } from "node:worker_threads";
import { watchThread } from "./thread-limit";

/** A page of text takes a tenth of a second of the processor; what takes longer is downloaded instead. */
const CPU_LIMIT_MS = 10_000;
const HEAP_LIMIT_MB = 256;

/** The first page of a verified PDF as a WebP picture, or null when it cannot be drawn: it can still be downloaded. */
export async function pdfPreview(bytes: Uint8Array): Promise<Buffer | null> {
  const thread = new Worker(new URL("./preview-thread.ts", import.meta.url), {
    workerData: bytes,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_LIMIT_MB },
  });
  const watch = watchThread(thread, CPU_LIMIT_MS);
  try {
    return await new Promise((resolve, reject) => {
      watch.overLimit.then(() => resolve(null), reject);
      thread.once("message", (picture: unknown) =>
        resolve(picture instanceof Uint8Array ? Buffer.from(picture) : null),
      );
      // A file that breaks the drawing is a file without a picture: it was judged already.
      thread.once("error", () => resolve(null));
    });
  } finally {
    watch.stop();
    await thread.terminate();
  }
}
