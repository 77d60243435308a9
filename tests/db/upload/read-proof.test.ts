import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { confirmProofFacts, proposeProofFacts } from "@/db/commands/proof-facts";
import { listClaimDocuments } from "@/db/queries/documents";
import { factsThatWereRead } from "@/lib/evidence/read-facts";
import { verifyDocument } from "@/lib/server/files/verify-document";
import { type TestDatabase, testDatabase } from "../../support/test-database";
import { samplePdf } from "../../unit/upload/sample-pdf";
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

async function slip(kind: string, text: string): Promise<string> {
  const bytes = await samplePdf({ trap: (pdf) => pdf.getPage(0).drawText(text, { y: 150, x: 10, size: 10 }) });
  const file = { name: "preuve.pdf", type: "application/pdf", size: bytes.length };
  const { url, customId } = await addressFor(shop.member(), file, { claimId: shop.claimId, kind });
  await put(url, new Uint8Array(bytes));
  await verifyDocument({ sellerId: shop.sellerId, documentId: customId });
  return customId;
}

async function factsOf(id: string) {
  const known = await listClaimDocuments(shop.member(), shop);
  return known.find((document) => document.id === id)?.facts;
}

const TEXT = "Colissimo\nNuméro de suivi : 6A15602676300\nLivré le 18/11/2026 à 11h20";

describe("facts read from a proof", () => {
  test("come from the text of its PDF, and judge nothing", async () => {
    const id = await slip("proof_of_delivery", TEXT);
    expect(factsThatWereRead(await factsOf(id), "file")).toEqual({
      carrier: "Colissimo",
      trackingNumber: "6A15602676300",
      deliveredAt: "2026-11-18T11:20",
    });
    expect(await db.superuser`select verdict from documents where id = ${id}`).toEqual([{ verdict: null }]);
  });

  test("are not looked for in another document", async () => {
    expect(factsThatWereRead(await factsOf(await slip("other", `${TEXT}\n2`)), "file")).toEqual({});
  });

  test("come from a pasted page until the proof is sent, and are over once confirmed", async () => {
    const id = await slip("proof_of_delivery", "Sans texte utile");
    const propose = () => proposeProofFacts(shop.member(), { documentId: id, read: { recipient: "Jeanne Martin" } });
    expect(await propose()).toMatchObject({ ok: true });
    expect(factsThatWereRead(await factsOf(id), "page")).toEqual({ recipient: "Jeanne Martin" });
    await confirmProofFacts(shop.member(), { documentId: id, facts: { recipient: "J. Martin" } }, now);
    expect(await factsOf(id)).toMatchObject({ recipient: "J. Martin" });
    expect(factsThatWereRead(await factsOf(id), "page")).toEqual({});
    await propose();
    expect(factsThatWereRead(await factsOf(id), "page")).toEqual({ recipient: "Jeanne Martin" });
    await db.superuser`update documents set sent_at = now() where id = ${id}`;
    expect(await propose()).toEqual({ ok: false, reason: "already_sent" });
  });

  test("another seller proposes nothing", async () => {
    const id = await slip("proof_of_delivery", "Un autre bordereau");
    const other = (await sellerWithClaim()).member();
    expect(await proposeProofFacts(other, { documentId: id, read: {} })).toEqual({ ok: false, reason: "not_found" });
  });
});
