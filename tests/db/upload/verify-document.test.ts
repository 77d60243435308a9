import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { findServableDocument, listClaimDocuments, listCustomerDocuments } from "@/db/queries/documents";
import { actorText } from "@/lib/auth/scope";
import { verifyDocument } from "@/lib/server/files/verify-document";
import { type TestDatabase, testDatabase } from "../../support/test-database";
import { samplePdf, withScript } from "../../unit/upload/sample-pdf";
import { addressFor, put } from "./browser";
import { type SellerWithClaim, sellerWithClaim } from "./upload-fixture";

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

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const rowOf = async (id: string) => (await db.superuser`select * from documents where id = ${id}`)[0];

async function sent(bytes: Uint8Array, file: { name: string; type: string }, sender = shop.member()): Promise<string> {
  const input = { claimId: shop.claimId, kind: "photo" };
  const { url, customId } = await addressFor(sender, { size: bytes.length, ...file }, input);
  await put(url, new Uint8Array(bytes));
  return customId;
}

const PDF = { name: "preuve.pdf", type: "application/pdf" };
const JPEG = { name: "photo.jpg", type: "image/jpeg" };
const verify = (documentId: string) => verifyDocument({ sellerId: shop.sellerId, documentId });
const stored = () => {
  const folder = join(process.env.DATA_DIR ?? "", "files");
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
};

describe("verifyDocument", () => {
  test("a PDF is kept byte for byte, its hash and pages are known", async () => {
    const bytes = await samplePdf({ pages: 2 });
    const id = await sent(bytes, PDF);
    expect(await findServableDocument(shop.member(), id)).toBeNull();
    await verify(id);
    expect(await rowOf(id)).toMatchObject({
      status: "verified",
      verified_type: "application/pdf",
      sha256: sha256(bytes),
      original_sha256: sha256(bytes),
      page_count: 2,
    });
    expect(await findServableDocument(shop.member(), id)).toMatchObject({ id, fileName: "preuve.pdf" });
    const types =
      await db.superuser`select type, actor from events where stream_id = ${shop.claimId} order by seq desc limit 1`;
    expect(types).toMatchObject([{ type: "document_verified", actor: "system:verify_document" }]);
  });

  test("the first page of a PDF can be looked at, and so can a large photo; a small one is its own preview", async () => {
    const pdf = await sent(await samplePdf({ pages: 9 }), PDF);
    await verify(pdf);
    const preview = (await rowOf(pdf))?.preview_key;
    expect(stored().map((entry) => entry.name)).toContain(preview?.replace("local/", ""));
    const large = await sent(await noise(2400), JPEG);
    await verify(large);
    const answer = await findServableDocument(shop.member(), large);
    expect(answer?.previewBytes).toBeLessThan(answer?.sizeBytes ?? 0);
    const small = await sent(await noise(100), JPEG);
    await verify(small);
    expect(await rowOf(small)).toMatchObject({ preview_key: null, preview_bytes: null });
  });

  test("a photo is drawn again: the original's hash and time stay as facts, its bytes go", async () => {
    const exif = { IFD2: { DateTimeOriginal: "2026:11:20 10:11:12", OffsetTimeOriginal: "+01:00" } };
    const photo = await sharp({ create: { width: 60, height: 30, channels: 3, background: "red" } })
      .jpeg()
      .withExif(exif)
      .toBuffer();
    const id = await sent(photo, JPEG);
    await verify(id);
    const row = await rowOf(id);
    expect(row).toMatchObject({
      status: "verified",
      original_sha256: sha256(photo),
      captured_at: new Date("2026-11-20T09:11:12Z"),
      facts: { file: { width: 60, height: 30 } },
    });
    expect(row?.sha256).not.toBe(sha256(photo));
    const names = stored().map((entry) => entry.name);
    expect(names).not.toContain(id);
    expect(names).toContain(row?.storage_key.replace("local/", ""));
  });

  test.each([
    {
      because: "a program under a picture's name",
      bytes: () => Buffer.from("MZ\u0090\u0000aaaaaaaaaaaaaaaaaa"),
      reason: "file_type",
    },
    { because: "a PDF that runs a script", bytes: () => samplePdf({ trap: withScript }), reason: "pdf_script" },
    { because: "half a photo", bytes: async () => (await noise(200)).subarray(0, 2000), reason: "damaged" },
  ])("refuses $because with its reason, and keeps no byte of it", async ({ bytes, reason }) => {
    const id = await sent(new Uint8Array(await bytes()), JPEG);
    await verify(id);
    expect(await rowOf(id)).toMatchObject({ status: "refused", refusal_reason: reason });
    expect(stored().map((entry) => entry.name)).not.toContain(id);
    expect(await findServableDocument(shop.member(), id)).toBeNull();
  });

  test("the same file twice is stored once per seller", async () => {
    const bytes = await samplePdf({ pages: 3 });
    const [first, second] = [await sent(bytes, PDF), await sent(bytes, { ...PDF, name: "encore.pdf" })];
    await verify(first);
    await verify(second);
    expect((await rowOf(second))?.preview_key).toBe((await rowOf(first))?.preview_key);
    expect((await rowOf(second))?.storage_key).toBe(`local/${first}`);
    expect(stored().map((entry) => entry.name)).not.toContain(second);
    expect(await rowOf(second)).toMatchObject({ status: "verified", page_count: 3, file_name: "encore.pdf" });
  });

  test("run twice, it changes nothing more", async () => {
    const id = await sent(await samplePdf({ pages: 4 }), PDF);
    await verify(id);
    await verify(id);
    const events = await db.superuser`
      select 1 from events e join event_payloads p using (stream_kind, stream_id, seq)
      where e.type = 'document_verified' and p.payload like ${`%${id}%`}`;
    expect(events).toHaveLength(1);
  });

  test("bytes that are gone are refused, not retried for ever", async () => {
    const id = await sent(await samplePdf({ pages: 5 }), PDF);
    await db.superuser`update documents set storage_key = 'local/00000000-0000-4000-8000-000000000000' where id = ${id}`;
    await verify(id);
    expect(await rowOf(id)).toMatchObject({ status: "refused", refusal_reason: "missing" });
  });
});

describe("who sees a document", () => {
  test("another seller sees nothing", async () => {
    const id = await sent(await samplePdf({ pages: 6 }), PDF);
    await verify(id);
    const other = await sellerWithClaim();
    expect(await findServableDocument(other.member(), id)).toBeNull();
    expect(await listClaimDocuments(other.member(), shop)).toEqual([]);
    expect(await listCustomerDocuments(other.customer)).toEqual([]);
    await verifyDocument({ sellerId: other.sellerId, documentId: id });
  });

  test("the customer sees a seller's document once it was sent, and never a note's", async () => {
    const id = await sent(await samplePdf({ pages: 7 }), PDF);
    await verify(id);
    expect(await findServableDocument(shop.customer, id)).toBeNull();
    await db.superuser`update documents set sent_at = now() where id = ${id}`;
    expect(await findServableDocument(shop.customer, id)).toMatchObject({ id });
    expect((await listCustomerDocuments(shop.customer)).map((document) => document.id)).toContain(id);
    await db.superuser`update documents set visibility = 'internal' where id = ${id}`;
    expect(await findServableDocument(shop.customer, id)).toBeNull();
  });
});

function noise(side: number): Promise<Buffer> {
  const grain = { type: "gaussian", mean: 128, sigma: 30 } as const;
  return sharp({ create: { width: side, height: side, channels: 3, background: "grey", noise: grain } })
    .jpeg()
    .toBuffer();
}

describe("a refused file", () => {
  const told = (id: string) =>
    db.superuser`select recipient, link_id, claim_id, content from mails where dedupe_key like ${`%:document:${id}:refused:%`}`;
  const sentByCustomer = async (bytes: Uint8Array) => {
    const id = await sent(bytes, JPEG);
    await db.superuser`update documents set uploaded_by = ${actorText(shop.customer.actor)} where id = ${id}`;
    return id;
  };
  const broken = Buffer.from("MZ\u0090\u0000aaaaaaaaaaaaaaaaaa");

  test("is told to the customer who sent it, with the link, once", async () => {
    await db.superuser`update orders set customer_email = 'jeanne@example.org' where id = ${shop.orderId}`;
    const id = await sentByCustomer(broken);
    await verify(id);
    await verify(id);
    expect(await told(id)).toMatchObject([
      {
        recipient: "jeanne@example.org",
        link_id: expect.any(String),
        claim_id: shop.claimId,
        content: { fileName: "photo.jpg", reason: { fileRefusal: "file_type" }, place: "customer" },
      },
    ]);
  });

  test("is told at the address the operator corrected", async () => {
    await db.superuser`update customer_links set email = 'jeanne@nouvelle.example' where order_id = ${shop.orderId}`;
    const id = await sentByCustomer(broken);
    await verify(id);
    expect(await told(id)).toMatchObject([{ recipient: "jeanne@nouvelle.example" }]);
  });

  test("is told to the member who sent it", async () => {
    const { actor } = shop.member();
    const userId = actor.kind === "member" ? actor.userId : "";
    await db.superuser`
      insert into users (id, email, name, created_at) values (${userId}, 'lea@atelier.example', 'Léa', now())`;
    await db.superuser`
      insert into memberships (seller_id, user_id, role, created_at) values (${shop.sellerId}, ${userId}, 'agent', now())`;
    const id = await sent(broken, JPEG);
    await verify(id);
    expect(await told(id)).toMatchObject([
      { recipient: "lea@atelier.example", link_id: null, content: { place: "claim", claimId: shop.claimId } },
    ]);
  });

  test("an accepted one is told to nobody", async () => {
    const id = await sentByCustomer(await samplePdf({ pages: 1 }));
    await verify(id);
    expect(await told(id)).toEqual([]);
  });
});
