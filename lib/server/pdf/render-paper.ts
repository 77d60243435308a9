import { buffer } from "node:stream/consumers";
import { type DocumentProps, pdf } from "@react-pdf/renderer";
import type { ReactElement } from "react";
import { loadFonts } from "@/lib/server/pdf/fonts";

/** Bytes of a paper. The element is built after the fonts are open, since readable text asks them. */
export async function renderPaper(paper: () => ReactElement<DocumentProps>): Promise<Uint8Array> {
  await loadFonts();
  return new Uint8Array(await buffer(await pdf(paper()).toBuffer()));
}
