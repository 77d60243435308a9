import { deflateSync } from "node:zlib";
import { PDFDocument, PDFName, PDFString } from "@cantoo/pdf-lib";

export type SamplePdf = { readonly pages?: number; readonly trap?: (pdf: PDFDocument) => unknown };

export async function samplePdf({ pages = 1, trap }: SamplePdf = {}): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  for (let page = 0; page < pages; page += 1) pdf.addPage([300, 200]).drawText("Preuve de livraison");
  await trap?.(pdf);
  return pdf.save();
}

export function withScript(pdf: PDFDocument): void {
  pdf.addJavaScript("main", "app.alert('bonjour')");
}

export function withLaunch(pdf: PDFDocument): void {
  const action = pdf.context.obj({ Type: "Action", S: "Launch", F: PDFString.of("calc.exe") });
  pdf.catalog.set(PDFName.of("OpenAction"), pdf.context.register(action));
}

export async function lockedPdf(passwords: { readonly userPassword?: string; readonly ownerPassword: string }) {
  const pdf = await PDFDocument.create();
  pdf.addPage([300, 200]).drawText("Facture");
  await pdf.encrypt({ ...passwords, permissions: { printing: "highResolution", copying: false } });
  return pdf.save();
}

/** An object stream of 200 MB of spaces, in a file of 200 KB. */
export function bombPdf(): Uint8Array {
  const unfolded = Buffer.alloc(200 * 1024 * 1024, " ");
  unfolded.write("7 0 <</JS (x)>>");
  const folded = deflateSync(unfolded);
  return Buffer.concat([
    Buffer.from(
      "%PDF-1.7\n1 0 obj\n<</Type /Catalog /Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type /Pages /Kids [] /Count 0>>\nendobj\n",
    ),
    Buffer.from(`6 0 obj\n<</Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${folded.length}>>\nstream\n`),
    folded,
    Buffer.from("\nendstream\nendobj\ntrailer\n<</Root 1 0 R /Size 8>>\nstartxref\n0\n%%EOF\n"),
  ]);
}
