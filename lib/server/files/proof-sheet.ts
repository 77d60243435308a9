import { buffer } from "node:stream/consumers";
import sharp from "sharp";
import type { FoundProofSheet } from "@/db/queries/proof-sheet";
import { toDate } from "@/lib/calendar/instant";
import { territoryOf } from "@/lib/calendar/territories";
import { proofFacts } from "@/lib/evidence/document-facts";
import { statedFacts } from "@/lib/evidence/stated-facts";
import { renderProofSheetPdf } from "../pdf/proof-sheet";
import { bareIdentity } from "../pdf/seller-brand";
import { readStoredFile } from "../storage/stored-files";

/** Pixels on the longer side: readable on paper, a few hundred kilobytes as JPEG. */
const PICTURE_SIDE = 1600;

/** The cover sheet of a proof, to keep beside its file. */
export async function proofSheetResponse({ document, ...found }: FoundProofSheet): Promise<Response> {
  const { postcode, country } = found.shippingAddress;
  const facts = proofFacts.safeParse(statedFacts(found.facts));
  const sha256 = document.sha256 ?? "";
  const bytes = await renderProofSheetPdf({
    seller: found.legalIdentity ?? bareIdentity(found.sellerName),
    orderNumber: found.orderNumber,
    claimReference: found.claimReference,
    customerName: found.customerName,
    facts: facts.success ? facts.data : {},
    file: {
      name: document.fileName,
      sha256,
      originalSha256: found.originalSha256 ?? sha256,
      receivedAt: toDate(found.receivedAt),
      sentAt: found.sentAt ? toDate(found.sentAt) : null,
    },
    zone: territoryOf(postcode, country).zone,
    picture: await pictureOf(document),
  });
  const name = `preuve-de-livraison-${found.orderNumber.replace(/[^A-Za-z0-9._-]/g, "_")}.pdf`;
  return new Response(new Uint8Array(bytes), {
    headers: {
      "content-type": "application/pdf",
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
      "x-robots-tag": "noindex",
    },
  });
}

/** What is looked at in the page, as paper takes it; null for a PDF that could not be drawn. */
async function pictureOf(document: FoundProofSheet["document"]): Promise<Buffer | null> {
  const isPicture = document.verifiedType?.startsWith("image/") === true;
  const key = document.previewKey ?? (isPicture ? document.storageKey : null);
  if (key === null) return null;
  return sharp(await buffer(await readStoredFile(key)))
    .resize({ width: PICTURE_SIDE, height: PICTURE_SIDE, fit: "inside", withoutEnlargement: true })
    .flatten({ background: "white" })
    .jpeg({ quality: 80 })
    .toBuffer();
}
