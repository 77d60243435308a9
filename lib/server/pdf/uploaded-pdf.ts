import { getDocumentProxy } from "unpdf";
import { accepted, type Outcome, refused } from "@/lib/outcome";

/** An invoice seldom has more; the rest of a longer file is left unread, and said so by `pageCount`. */
const PAGES_READ = 60;
/** More signs than any printed page holds; a hostile one could hold millions. */
const SIGNS_READ = 20_000;

const XML_NAMES = new Set(["factur-x.xml", "zugferd-invoice.xml", "xrechnung.xml"]);

export type UploadedPdf = {
  readonly pages: readonly string[];
  readonly pageCount: number;
  readonly xml?: string | undefined;
};

/** Text of a PDF page by page, and its Factur-X file if it has one. A file that asks for a password is refused. */
export async function readUploadedPdf(
  bytes: Uint8Array,
): Promise<Outcome<UploadedPdf, "pdf_unreadable" | "pdf_asks_password">> {
  try {
    return accepted(await read(bytes));
  } catch (error) {
    return refused(
      error instanceof Error && error.name === "PasswordException" ? "pdf_asks_password" : "pdf_unreadable",
    );
  }
}

type PdfFile = Awaited<ReturnType<typeof getDocumentProxy>>;

async function read(bytes: Uint8Array): Promise<UploadedPdf> {
  // The reader takes the buffer for itself: it gets a copy.
  const file = await getDocumentProxy(bytes.slice());
  try {
    const pages: string[] = [];
    for (let number = 1; number <= Math.min(file.numPages, PAGES_READ); number += 1) {
      pages.push(await pageWords(file, number));
    }
    return { pages, pageCount: file.numPages, xml: await attachedXml(file) };
  } finally {
    await file.loadingTask.destroy();
  }
}

async function pageWords(file: PdfFile, number: number): Promise<string> {
  const page = await file.getPage(number);
  const { items } = await page.getTextContent();
  return items
    .map((item) => ("str" in item ? `${item.str}${item.hasEOL ? "\n" : ""}` : ""))
    .join("")
    .slice(0, SIGNS_READ);
}

async function attachedXml(file: PdfFile): Promise<string | undefined> {
  for (const [id, { filename, content }] of (await file.getAttachments()) ?? []) {
    if (XML_NAMES.has(filename.toLowerCase())) {
      const found = content ?? (await file.getAttachmentContent(id));
      return found ? new TextDecoder().decode(found) : undefined;
    }
  }
  return undefined;
}
