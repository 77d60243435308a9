import { isMainThread, parentPort, workerData } from "node:worker_threads";
import { PDFiumLibrary } from "@hyzyla/pdfium";
import sharp from "sharp";

/*
 * Runs in a thread of its own, ended from outside when it takes too long. PDFium is WebAssembly: whatever a hostile
 * file makes of it stays inside its own memory. Imports packages only, since Node runs this file as it is.
 */

/** Pixels: wide enough to read a slip on a laptop, tall enough for an A4 page of that width. */
const MAX_WIDTH = 1240;
const MAX_HEIGHT = 1754;
/** WebAssembly counts memory in pages of 64 KB; PDFium could otherwise take two gigabytes. */
const MAX_MEMORY_PAGES = 384 * 16;

if (!isMainThread && parentPort) {
  limitMemory();
  const bytes: Uint8Array = workerData;
  parentPort.postMessage(await firstPage(bytes));
}

/** The first page drawn as a WebP picture. */
async function firstPage(bytes: Uint8Array): Promise<Uint8Array> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(bytes, "");
  const page = document.getPage(0);
  const { originalWidth, originalHeight } = page.getOriginalSize();
  const scale = Math.min(MAX_WIDTH / originalWidth, MAX_HEIGHT / originalHeight);
  const size = { width: pixels(originalWidth * scale), height: pixels(originalHeight * scale) };
  const { data } = await page.render({ ...size, render: "bitmap", renderFormFields: true });
  return sharp(data, { raw: { ...size, channels: 4 } })
    .flatten({ background: "white" })
    .webp({ quality: 80 })
    .toBuffer();
}

function pixels(length: number): number {
  return Math.max(1, Math.round(length));
}

function limitMemory(): void {
  const { grow } = WebAssembly.Memory.prototype;
  WebAssembly.Memory.prototype.grow = function limitedGrow(pages) {
    if (this.buffer.byteLength / 65_536 + pages > MAX_MEMORY_PAGES) throw new RangeError("memory limit");
    return grow.call(this, pages);
  };
}
