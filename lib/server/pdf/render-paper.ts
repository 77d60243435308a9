import { buffer } from "node:stream/consumers";
import { setImmediate } from "node:timers/promises";
import { type DocumentProps, pdf } from "@react-pdf/renderer";
import type { ReactElement } from "react";
import { loadFonts } from "@/lib/server/pdf/fonts";

/**
 * Bytes of a paper. The element is built after the fonts are open, since readable text asks them.
 *
 * React frees a tree in a task of its own: without a turn of the event loop, papers made in a row would all stay in
 * memory, a quarter of a megabyte each.
 */
export async function renderPaper(paper: () => ReactElement<DocumentProps>): Promise<Uint8Array> {
  await loadFonts();
  const bytes = new Uint8Array(await buffer(await pdf(paper()).toBuffer()));
  await setImmediate();
  return bytes;
}
