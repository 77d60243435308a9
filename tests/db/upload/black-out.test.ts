import { createHash } from "node:crypto";
import { buffer } from "node:stream/consumers";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { sendDocuments } from "@/db/commands/sent-documents";
import { findServableDocument, listClaimDocuments } from "@/db/queries/documents";
import { withScope } from "@/db/scope";
import type { Area } from "@/lib/evidence/black-out";
import { blackOut as drawAreas } from "@/lib/server/files/black-out";
import { blackOutDocument, drawBlackedOut } from "@/lib/server/files/keep-blacked-out";
import { verifyJournal } from "@/lib/server/journal/verify-journal";
import { sweepScope } from "@/lib/server/scope";
import { readStoredFile } from "@/lib/server/storage/stored-files";
import { type TestDatabase, testDatabase } from "../../support/test-database";
import { samplePdf } from "../../unit/upload/sample-pdf";
import { kept, storedFiles } from "./stored-files-fixture";
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

const NAME: Area = { left: 25, top: 50, width: 50, height: 25 };
const rowOf = async (id: string) => (await db.superuser`select * from documents where id = ${id}`)[0];
const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
let shade = 0;

/** A picture all of one red, of which there is no other. */
async function red(format: "png" | "jpeg" | "webp"): Promise<Buffer> {
  shade += 1;
  const background = { r: 200 + shade, g: 30, b: 30 };
  return sharp({ create: { width: 80, height: 40, channels: 3, background } })
    .toFormat(format)
    .toBuffer();
}

const sent = (bytes: Uint8Array, type: string) => kept(shop, bytes, { name: "signatures.png", type });
const blackOut = (documentId: string, areas: readonly Area[] = [NAME], seller = shop) =>
  blackOutDocument(seller.member(), { documentId, areas }, now);

async function accepted(documentId: string): Promise<string> {
  const outcome = await blackOut(documentId);
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value.documentId;
}

describe("names blacked out on a picture", () => {
  test.each(["png", "jpeg", "webp"] as const)(
    "are in no pixel of a %s any more, and the rest is as it was",
    async (format) => {
      const second = await rowOf(await accepted(await sent(await red(format), `image/${format}`)));
      const bytes = await buffer(await readStoredFile(second?.storage_key));
      expect(second).toMatchObject({ status: "verified", verified_type: `image/${format}`, sha256: sha256(bytes) });
      const { data, info } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true });
      const redAt = (x: number, y: number) => data[(y * info.width + x) * info.channels] ?? -1;
      // A lossy format blurs colours over a few pixels at the edge, from outside inwards.
      const inside = Array.from({ length: 32 * 4 }, (_, index) =>
        redAt(24 + (index % 32), 23 + Math.floor(index / 32)),
      );
      expect(Math.max(...inside)).toBeLessThan(40);
      expect(redAt(2, 2)).toBeGreaterThan(180);
      expect(redAt(78, 38)).toBeGreaterThan(180);
    },
  );

  test("the first one's facts, verdict and original hash stay, and the journal holds", async () => {
    const original = await red("png");
    const first = await sent(original, "image/png");
    await db.superuser`update documents set verdict = 'fair', kind = 'proof_of_delivery',
      facts = facts || '{"carrier": "colissimo"}' where id = ${first}`;
    const second = await accepted(first);
    expect(await rowOf(second)).toMatchObject({
      original_sha256: sha256(original),
      kind: "proof_of_delivery",
      verdict: "fair",
      facts: { carrier: "colissimo", file: { blackedOutFrom: first, blackedOutAreas: 1 } },
      sent_at: null,
      replaced_by: null,
    });
    expect((await rowOf(first))?.replaced_by).toBe(second);
    expect(await verifyJournal(sweepScope("verify_journal"))).toMatchObject({ holds: true });
  });

  test("the first one never leaves, and the customer is never served it", async () => {
    const first = await sent(await red("png"), "image/png");
    const second = await accepted(first);
    const act = { ...shop.member(), claimId: shop.claimId, now };
    const given = await withScope(shop.member(), (tx) =>
      sendDocuments(tx, act, {
        orderId: shop.orderId,
        documentIds: [first, second],
        with: { messageId: shop.claimId },
      }),
    );
    expect(given.map(({ id }) => id)).toEqual([second]);
    expect(await findServableDocument(shop.customer, second)).not.toBeNull();
    await db.superuser`update documents set sent_at = now() where id = ${first}`;
    expect(await findServableDocument(shop.customer, first)).toBeNull();
    const listed = await listClaimDocuments(shop.member(), shop);
    expect(listed.find(({ id }) => id === first)?.replacedBy).toBe(second);
  });

  test("the same picture sent again is the first one, names and all", async () => {
    const original = await red("png");
    const first = await sent(original, "image/png");
    await accepted(first);
    const again = await sent(original, "image/png");
    expect((await rowOf(again))?.storage_key).toBe((await rowOf(first))?.storage_key);
  });

  test("what is shown before is what is kept after", async () => {
    const first = await sent(await red("png"), "image/png");
    const shown = await drawBlackedOut(shop.member(), { documentId: first, areas: [NAME] });
    const second = await rowOf(await accepted(first));
    expect(shown.ok && sha256(shown.value.picture.bytes)).toBe(second?.sha256);
  });
});

test("nothing can be told from the result about what was covered", async () => {
  const results = ["#c01e1e", "#ffffff"].map(async (colour) => {
    const name = { create: { width: 40, height: 10, channels: 3 as const, background: colour } };
    const page = sharp({ create: { width: 80, height: 40, channels: 3, background: "#eee" } });
    const bytes = await page
      .composite([{ input: name, left: 20, top: 20 }])
      .png()
      .toBuffer();
    return sha256((await drawAreas(bytes, [NAME])).bytes);
  });
  const [one, other] = await Promise.all(results);
  expect(one).toBe(other);
});
describe("nothing is blacked out, and no file is left", () => {
  test("twice at once: one of the two", async () => {
    const first = await sent(await red("png"), "image/png");
    const before = storedFiles().length;
    const outcomes = await Promise.all([blackOut(first), blackOut(first)]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ reason: "already_replaced" });
    expect(storedFiles()).toHaveLength(before + 1);
  });

  test("on a PDF, on what was sent, by another seller, by who only reads", async () => {
    const pdf = await kept(shop, await samplePdf());
    const gone = await sent(await red("png"), "image/png");
    await db.superuser`update documents set sent_at = now() where id = ${gone}`;
    const picture = await sent(await red("png"), "image/png");
    const before = storedFiles().length;
    expect(await blackOut(pdf)).toMatchObject({ ok: false, reason: "not_a_picture" });
    expect(await blackOut(gone)).toMatchObject({ ok: false, reason: "already_sent" });
    expect(await blackOut(picture, [NAME], await sellerWithClaim())).toMatchObject({ ok: false, reason: "not_found" });
    const viewer = blackOutDocument(shop.member("viewer"), { documentId: picture, areas: [NAME] }, now);
    expect(await viewer).toMatchObject({ ok: false, reason: "not_allowed" });
    expect(storedFiles()).toHaveLength(before);
  });
});
