import { AFRelationship, PDFDocument, PDFName, PDFRef } from "@cantoo/pdf-lib";
import { facturXmp, type XmpFacts } from "@/lib/server/pdf/factur-x-xmp";

const FILE_NAME = "factur-x.xml";

export type FacturXParts = { readonly pdf: Uint8Array; readonly xml: string; readonly facts: XmpFacts };

/**
 * Adds `factur-x.xml` to a PDF/A-3b and declares it in the XMP.
 *
 * The same input gives the same bytes: dates come from the issue, never from the machine.
 */
export async function attachFacturX({ pdf, xml, facts }: FacturXParts): Promise<Uint8Array> {
  const file = await PDFDocument.load(pdf, { updateMetadata: false });
  await file.attach(new TextEncoder().encode(xml), FILE_NAME, {
    mimeType: "text/xml",
    description: "Facture au format Factur-X (profil EN 16931)",
    creationDate: facts.createdAt,
    modificationDate: facts.createdAt,
    afRelationship: AFRelationship.Alternative,
  });
  const old = file.catalog.get(PDFName.of("Metadata"));
  const metadata = file.context.stream(facturXmp(facts), { Type: "Metadata", Subtype: "XML" });
  file.catalog.set(PDFName.of("Metadata"), file.context.register(metadata));
  if (old instanceof PDFRef) {
    file.context.delete(old);
  }
  return file.save();
}
