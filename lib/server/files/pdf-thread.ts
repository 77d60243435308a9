import { isMainThread, parentPort, workerData } from "node:worker_threads";
import {
  decodePDFRawStream,
  PDFArray,
  PDFContext,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFInvalidObject,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFStream,
  PDFString,
} from "@cantoo/pdf-lib";

/*
 * Runs in a thread of its own, ended from outside when it takes too long: a hostile PDF may loop, but not here.
 * Imports packages only, since Node runs this file as it is.
 */

export type PdfFindings =
  | { readonly ok: true; readonly pageCount: number }
  | {
      readonly ok: false;
      readonly reason: "damaged" | "pdf_password" | "pdf_script" | "pdf_launch" | "pdf_attachment" | "pdf_bomb";
    };

/** Bytes of object streams a PDF may unfold to, all together: a real one of 16 MB stays far below. */
const MAX_INFLATED_BYTES = 64 * 1024 * 1024;
/** Attachments that are data or pictures: a Factur-X invoice carries its XML. */
const HARMLESS_ATTACHMENT = /\.(xml|txt|csv|json|png|jpe?g|webp)$/i;

if (!isMainThread && parentPort) {
  const bytes: Uint8Array = workerData;
  parentPort.postMessage(await inspectPdf(bytes));
}

/** What a PDF can do besides being read. Permission-only encryption is opened with the empty password. */
export async function inspectPdf(bytes: Uint8Array): Promise<PdfFindings> {
  const inflation = limitInflation();
  try {
    const pdf = await PDFDocument.load(bytes, { password: "", updateMetadata: false });
    if (inflation.isExceeded()) return { ok: false, reason: "pdf_bomb" };
    const threat = threatIn(pdf.context);
    if (threat) return { ok: false, reason: threat };
    const pageCount = pdf.getPageCount();
    return pageCount > 0 ? { ok: true, pageCount } : { ok: false, reason: "damaged" };
  } catch (error) {
    if (inflation.isExceeded()) return { ok: false, reason: "pdf_bomb" };
    return { ok: false, reason: isLocked(error) ? "pdf_password" : "damaged" };
  } finally {
    inflation.restore();
  }
}

function isLocked(error: unknown): boolean {
  return error instanceof Error && /password|encryption/i.test(error.message);
}

type Threat = "pdf_script" | "pdf_launch" | "pdf_attachment";

function threatIn(context: PDFContext): Threat | null {
  for (const [, object] of context.enumerateIndirectObjects()) {
    const threat = threatOf(object);
    if (threat) return threat;
  }
  return null;
}

/** Direct children are walked with an explicit stack: nesting is the sender's, the call stack is ours. */
function threatOf(root: PDFObject): Threat | null {
  const waiting: PDFObject[] = [root];
  for (let object = waiting.pop(); object; object = waiting.pop()) {
    if (object instanceof PDFInvalidObject) {
      const threat = threatInText(object.toString());
      if (threat) return threat;
    }
    const dict = object instanceof PDFStream ? object.dict : object;
    if (dict instanceof PDFDict) {
      const threat = threatInDict(dict);
      if (threat) return threat;
      waiting.push(...dict.values());
    }
    if (object instanceof PDFArray) waiting.push(...object.asArray());
  }
  return null;
}

function threatInDict(dict: PDFDict): Threat | null {
  const has = (name: string) => dict.has(PDFName.of(name));
  const action = dict.get(PDFName.of("S"));
  if (has("JS") || has("JavaScript") || has("XFA") || action === PDFName.of("JavaScript")) return "pdf_script";
  if (action === PDFName.of("Launch") || has("Launch")) return "pdf_launch";
  if (has("EF") && !attachmentNames(dict).every((name) => HARMLESS_ATTACHMENT.test(name))) return "pdf_attachment";
  return null;
}

function attachmentNames(dict: PDFDict): readonly string[] {
  const names = ["UF", "F"].flatMap((key) => {
    const value = dict.lookup(PDFName.of(key));
    return value instanceof PDFString || value instanceof PDFHexString ? [value.decodeText()] : [];
  });
  return names.length > 0 ? names : [""];
}

/** An object the parser could not read may still be read by another program. */
function threatInText(text: string): Threat | null {
  const plain = text.replace(/#([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  if (/\/(JS|JavaScript|XFA)\b/.test(plain)) return "pdf_script";
  if (/\/Launch\b/.test(plain)) return "pdf_launch";
  return /\/EF\b/.test(plain) ? "pdf_attachment" : null;
}

/** The library unfolds object streams without a limit; every decoder asks this one method for room. */
function limitInflation() {
  const flate = PDFRawStream.of(PDFContext.create().obj({ Filter: "FlateDecode" }), Uint8Array.of(0x78, 0x9c));
  const decoder: { ensureBuffer: (this: { buffer: Uint8Array }, bytes: number) => Uint8Array } = Object.getPrototypeOf(
    Object.getPrototypeOf(decodePDFRawStream(flate)),
  );
  const original = decoder.ensureBuffer;
  let inflated = 0;
  decoder.ensureBuffer = function ensureBuffer(bytes) {
    const before = this.buffer.byteLength;
    if (bytes > before && inflated + bytes - before > MAX_INFLATED_BYTES) inflated = Number.POSITIVE_INFINITY;
    if (inflated > MAX_INFLATED_BYTES) throw new Error("inflated past the limit");
    const room = original.call(this, bytes);
    inflated += room.byteLength - before;
    return room;
  };
  return {
    isExceeded: () => inflated > MAX_INFLATED_BYTES,
    restore: () => {
      decoder.ensureBuffer = original;
    },
  };
}
