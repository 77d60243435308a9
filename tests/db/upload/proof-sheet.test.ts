import { PDFDocument } from "@cantoo/pdf-lib";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { confirmProofFacts } from "@/db/commands/proof-facts";
import { findProofSheet } from "@/db/queries/proof-sheet";
import { proofSheetResponse } from "@/lib/server/files/proof-sheet";
import { verifyDocument } from "@/lib/server/files/verify-document";
import { readUploadedPdf } from "@/lib/server/pdf/uploaded-pdf";
import { type TestDatabase, testDatabase } from "../../support/test-database";
import { addressFor, put } from "./browser";
import { now, type SellerWithClaim, sellerWithClaim } from "./upload-fixture";

let db: TestDatabase;
let shop: SellerWithClaim;
beforeAll(async () => {
  db = testDatabase();
  shop = await sellerWithClaim();
});
afterAll(async () => {
  await closeDatabase();
  await db.close();
});

/** A photo of a slip as heavy as a phone takes it, its facts confirmed. */
async function proof(): Promise<string> {
  const grain = { type: "gaussian", mean: 128, sigma: 60 } as const;
  const photo = await sharp({ create: { width: 2400, height: 3000, channels: 3, background: "grey", noise: grain } })
    .jpeg({ quality: 95 })
    .toBuffer();
  const input = { claimId: shop.claimId, kind: "proof_of_delivery" };
  const file = { name: "bordereau.jpg", type: "image/jpeg", size: photo.length };
  const { url, customId } = await addressFor(shop.member(), file, input);
  await put(url, new Uint8Array(photo));
  await verifyDocument({ sellerId: shop.sellerId, documentId: customId });
  return customId;
}

const facts = {
  carrier: "Colissimo",
  trackingNumber: "6A15602676300",
  deliveredAt: "2026-11-18T10:30:00Z",
  place: { postcode: "69001", city: "Lyon" },
  recipient: "Jeanne Martin",
  evidenceKind: "signed_slip" as const,
};

/** Every word of a PDF, without its spaces. */
async function textOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const read = await readUploadedPdf(bytes);
  return read.ok ? read.value.pages.join(" ").replace(/\s+/g, "") : "";
}

describe("the sheet of a proof", { timeout: 60_000 }, () => {
  test("sums up its facts with the hash of its file, in less than 4 MB", async () => {
    const documentId = await proof();
    expect(await findProofSheet(shop.member(), documentId)).toBeUndefined();
    await confirmProofFacts(shop.member(), { documentId, facts }, now);
    const sheet = await findProofSheet(shop.member(), documentId);
    if (!sheet) throw new Error("no sheet");
    const bytes = new Uint8Array(await (await proofSheetResponse(sheet)).arrayBuffer());
    expect(bytes.byteLength).toBeLessThan(4 * 1024 * 1024);
    expect((await PDFDocument.load(bytes)).getPageCount()).toBe(2);
    const text = await textOf(bytes);
    expect(text.indexOf("Premièrepagedudocument")).toBeGreaterThan(text.indexOf("Page1sur2"));
    for (const part of [
      "6A15602676300",
      "JeanneMartin",
      "69001Lyon",
      "mercredi18novembre2026à11:30:00",
      sheet.document.sha256,
    ]) {
      expect(text).toContain(part);
    }
  });

  test("of a seller without a legal identity bears nobody else's address", async () => {
    const documentId = await proof();
    await confirmProofFacts(shop.member(), { documentId, facts }, now);
    await db.superuser`update sellers set legal_identity = null where id = ${shop.sellerId}`;
    const sheet = await findProofSheet(shop.member(), documentId);
    if (!sheet) throw new Error("no sheet");
    const text = await textOf(new Uint8Array(await (await proofSheetResponse(sheet)).arrayBuffer()));
    expect(text).toContain(sheet.sellerName.replace(/\s+/g, ""));
    expect(sheet.shippingAddress.line1).not.toBe("");
    expect(text).not.toContain(sheet.shippingAddress.line1.replace(/\s+/g, ""));
  });

  test("is the customer's once the proof was sent, and never another seller's", async () => {
    const documentId = await proof();
    await confirmProofFacts(shop.member(), { documentId, facts }, now);
    expect(await findProofSheet(shop.customer, documentId)).toBeUndefined();
    await db.superuser`update documents set sent_at = now() where id = ${documentId}`;
    expect(await findProofSheet(shop.customer, documentId)).toMatchObject({
      claimReference: expect.stringMatching(/^R-/),
    });
    const other = await sellerWithClaim();
    expect(await findProofSheet(other.member(), documentId)).toBeUndefined();
    expect(await findProofSheet(other.customer, documentId)).toBeUndefined();
  });
});
