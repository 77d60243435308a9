import { Worker } from "node:worker_threads";

/** A page of text is drawn in a tenth of a second; what takes longer is downloaded instead. */
const TIME_LIMIT_MS = 10_000;
const HEAP_LIMIT_MB = 256;

/** The first page of a verified PDF as a WebP picture, or null when it cannot be drawn: it can still be downloaded. */
export async function pdfPreview(bytes: Uint8Array): Promise<Buffer | null> {
  const thread = new Worker(new URL("./preview-thread.ts", import.meta.url), {
    workerData: bytes,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_LIMIT_MB },
  });
  try {
    return await new Promise((resolve) => {
      const timer = setTimeout(() => resolve(null), TIME_LIMIT_MS);
      thread.once("message", (picture: unknown) =>
        resolve(picture instanceof Uint8Array ? Buffer.from(picture) : null),
      );
      // A file that breaks the drawing is a file without a picture: it was judged already.
      thread.once("error", () => resolve(null));
      thread.once("exit", () => clearTimeout(timer));
    });
  } finally {
    await thread.terminate();
  }
}
