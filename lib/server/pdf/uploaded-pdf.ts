import { getDocumentProxy } from "unpdf";
import { accepted, type Outcome, refused } from "@/lib/outcome";

/** An invoice seldom has more. Of a longer file the first pages are read and the last ones, where totals stand. */
const FIRST_PAGES = 50;
const LAST_PAGES = 10;
/** Pages at either end that are read before the others. */
const ENDS = 3;
/** What takes longer is not an invoice: the pages read so far are judged. */
const TIME_LIMIT_MS = 8000;
/** More signs than any printed page holds; a hostile one could hold millions. */
const SIGNS_READ = 20_000;

const XML_NAMES = new Set(["factur-x.xml", "zugferd-invoice.xml", "xrechnung.xml"]);

export type UploadedPdf = {
  /** One text a page, empty for a page that was not read. */
  readonly pages: readonly string[];
  readonly pageCount: number;
  readonly pagesRead: number;
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
  // The reader takes the buffer for itself, and no Node buffer: it gets a copy.
  const file = await getDocumentProxy(new Uint8Array(bytes));
  try {
    const pageCount = file.numPages;
    const pages = Array.from({ length: pageCount }, () => "");
    const stopAt = performance.now() + TIME_LIMIT_MS;
    let pagesRead = 0;
    for (const number of pagesToRead(pageCount)) {
      if (performance.now() > stopAt) break;
      pages[number - 1] = await pageWords(file, number);
      pagesRead += 1;
    }
    return { pages, pageCount, pagesRead, xml: await attachedXml(file) };
  } finally {
    await file.loadingTask.destroy();
  }
}

/** The ends first: they hold the mentions and the totals, should the time run out in between. */
function pagesToRead(pageCount: number): readonly number[] {
  const all = Array.from({ length: pageCount }, (_, index) => index + 1);
  const kept = pageCount <= FIRST_PAGES + LAST_PAGES ? all : [...all.slice(0, FIRST_PAGES), ...all.slice(-LAST_PAGES)];
  return [...new Set([...kept.slice(0, ENDS), ...kept.slice(-ENDS), ...kept])];
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
