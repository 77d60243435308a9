import { createHash } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { recordVerification } from "@/db/commands/document-verification";
import { announceUpload, registerUpload } from "@/db/commands/documents";
import { openClaim } from "@/db/commands/open-claim";
import { sendReply } from "@/db/commands/send-reply";
import { instant } from "@/lib/calendar/instant";
import { localFiles } from "@/lib/server/storage/stored-files";
import { type MadeSeller, makeOrder } from "../../support/factory";

/** Files of a test lie in a folder of its own; set before anything reads the environment. */
process.env.DATA_DIR = mkdtempSync(join(tmpdir(), "journal-test-"));

export const OPENED = instant("2026-11-20T09:00:00Z");
export const ANSWERED = instant("2026-11-20T10:00:00Z");

/** A claim answered with a refund, and a photo with its bytes on the disk. */
export async function answeredClaim(seller: MadeSeller) {
  const order = await makeOrder(seller, { deliveredAt: null });
  const input = { orderNumber: order.number, situation: "parcel_not_received", message: "Rien reçu." } as const;
  const claim = await openClaim(seller.scope, { input, recordedBy: "seller", locale: "fr" }, OPENED);
  if (!claim.ok) throw new Error(claim.reason);
  const { claimId } = claim.value;
  const documentId = await verifiedPhoto(seller, claimId);
  const reply = {
    solution: "refund",
    message: "Remboursé.",
    amountCents: 9000,
    refundOn: "2026-11-25",
    refundMethod: "original_payment",
  } as const;
  const sent = await sendReply(seller.scope, { claimId, reply }, ANSWERED);
  if (!sent.ok) throw new Error(sent.reason);
  return { order, claimId, documentId, reply: sent.value };
}

/** The bytes kept for a claim's photo: no two are the same. */
export const photoOf = (claimId: string) => Buffer.from(`photo ${claimId}`);

async function verifiedPhoto(seller: MadeSeller, claimId: string) {
  const bytes = photoOf(claimId);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const file = { name: "photo.jpg", type: "image/jpeg", size: bytes.length };
  const announced = await announceUpload(
    seller.scope,
    { target: { kind: "claim", claimId }, kind: "photo", files: [file] },
    OPENED,
  );
  const [documentId] = announced.ok ? announced.value : [];
  if (!documentId) throw new Error("the photo was not announced");
  const stored = await localFiles().put({ id: documentId, ...file }, Readable.from([bytes]));
  const upload = { documentId, storageKey: stored.key, sizeBytes: bytes.length };
  await registerUpload(seller.scope, upload, OPENED);
  const facts = { verifiedType: "image/jpeg", sha256, originalSha256: sha256, sizeBytes: bytes.length } as const;
  const found = {
    ...facts,
    storageKey: stored.key,
    pageCount: null,
    capturedAt: null,
    previewKey: null,
    previewBytes: null,
    facts: {},
  };
  await recordVerification(seller.job, documentId, { verification: { kind: "verified", file: found }, now: OPENED });
  return documentId;
}
