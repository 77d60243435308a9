import { Readable } from "node:stream";
import { PDFDocument, StandardFonts } from "@cantoo/pdf-lib";
import { announceUpload, registerUpload } from "@/db/commands/documents";
import { confirmProofFacts } from "@/db/commands/proof-facts";
import type { SellerScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import type { ProofFacts } from "@/lib/evidence/document-facts";
import { verifyDocument } from "@/lib/server/files/verify-document";
import { storeFile } from "@/lib/server/storage/stored-files";

/** Upload a carrier's slip the way a seller does: announced, stored, verified, and its facts confirmed. */
export async function uploadProof(
  scope: SellerScope,
  proof: { readonly claimId: string; readonly facts: ProofFacts },
  now: Instant,
): Promise<string> {
  const bytes = await slip(proof.facts);
  const file = { name: "preuve-de-livraison.pdf", type: "application/pdf", size: bytes.byteLength };
  const target = { kind: "claim", claimId: proof.claimId } as const;
  const announced = await announceUpload(scope, { target, kind: "proof_of_delivery", files: [file] }, now);
  if (!announced.ok) throw new Error(announced.reason);
  const [documentId] = announced.value;
  if (!documentId) throw new Error("Nothing was announced");
  const stored = await storeFile({ id: documentId, ...file }, Readable.from([bytes]));
  await registerUpload(scope, { documentId, storageKey: stored.key, sizeBytes: stored.sizeBytes }, now);
  await verifyDocument({ sellerId: scope.sellerId, documentId });
  const confirmed = await confirmProofFacts(scope, { documentId, facts: proof.facts }, now);
  if (!confirmed.ok) throw new Error(confirmed.reason);
  return documentId;
}

async function slip(facts: ProofFacts): Promise<Buffer> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  const page = pdf.addPage([420, 300]);
  const lines = [
    "PREUVE DE LIVRAISON (exemple)",
    `Transporteur : ${facts.carrier ?? ""}`,
    `Numéro de suivi : ${facts.trackingNumber ?? ""}`,
    `Remis le : ${facts.deliveredAt ?? ""}`,
    `À : ${facts.recipient ?? ""}`,
    `Lieu : ${facts.place?.postcode ?? ""} ${facts.place?.city ?? ""}`,
  ];
  for (const [index, text] of lines.entries()) {
    page.drawText(text, { x: 30, y: 250 - index * 28, size: index === 0 ? 16 : 12, font });
  }
  return Buffer.from(await pdf.save());
}
