import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { closeDatabase } from "@/db/client";
import { verifyDocument } from "@/lib/server/files/verify-document";
import { clamd, EICAR, knowsEicar } from "../../support/clamd";
import { type TestDatabase, testDatabase } from "../../support/test-database";
import { hugePng } from "../../unit/upload/huge-png";
import { bombPdf, samplePdf } from "../../unit/upload/sample-pdf";
import { DOORS } from "./doors";
import type { Choice } from "./plain-sender";
import { filesFolder, storedFiles } from "./stored-files-fixture";
import { type SellerWithClaim, sellerWithClaim } from "./upload-fixture";

let db: TestDatabase;
let scanner: Awaited<ReturnType<typeof clamd>>;
let shop: SellerWithClaim;
beforeAll(async () => {
  db = testDatabase();
  scanner = await clamd(knowsEicar);
  vi.stubEnv("CLAMD_URL", scanner.url);
});
beforeEach(async () => {
  shop = await sellerWithClaim();
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await scanner.close();
  await closeDatabase();
  await db.close();
});

const rows = () => db.superuser`select id, status, refusal_reason, file_name, sha256 from documents
  where seller_id = ${shop.sellerId} and status <> 'uploading'`;
const incoming = () => {
  const folder = join(process.env.DATA_DIR ?? "", "uploads");
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".part")) : [];
};
const stored = () => (existsSync(filesFolder()) ? storedFiles() : []);

async function square(format: "jpeg" | "png"): Promise<Buffer> {
  const noise = { type: "gaussian", mean: 128, sigma: 40 } as const;
  return sharp({ create: { width: 300, height: 300, channels: 3, background: "#888", noise } })
    .toFormat(format)
    .toBuffer();
}

const ZIP = Buffer.concat([Buffer.from("PK\u0005\u0006"), Buffer.alloc(18)]);
const BAD = [
  {
    what: "a program with a PDF's name",
    name: "preuve.pdf",
    bytes: () => Buffer.from(`MZ${"\u0090\u0000".repeat(40)}`),
    reason: "file_type",
  },
  {
    what: "a program with a picture's name",
    name: "photo.jpg",
    bytes: () => Buffer.from("\u007fELF\u0002\u0001\u0001 etc."),
    reason: "file_type",
  },
  {
    what: "an SVG with a PNG's name",
    name: "photo.png",
    bytes: () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
    reason: "file_type",
  },
  {
    what: "a page with a picture's name",
    name: "photo.webp",
    bytes: () => Buffer.from("<!doctype html><script>alert(1)</script>"),
    reason: "file_type",
  },
  {
    what: "a PDF that is an archive too",
    name: "preuve.pdf",
    bytes: async () => Buffer.concat([await samplePdf(), ZIP]),
    reason: "file_type",
  },
  { what: "a PDF bomb", name: "preuve.pdf", bytes: bombPdf, reason: "pdf_bomb" },
  {
    what: "a PNG of 900 megapixels",
    name: "photo.png",
    bytes: () => hugePng(30_000, 30_000),
    reason: "too_many_pixels",
  },
  {
    what: "half a photo",
    name: "photo.jpg",
    bytes: async () => (await square("jpeg")).subarray(0, 9_000),
    reason: "damaged",
  },
  { what: "what every scanner knows", name: "preuve.pdf", bytes: () => EICAR, reason: "malware" },
] as const;

const TYPES: Readonly<Record<string, string>> = {
  pdf: "application/pdf",
  jpg: "image/jpeg",
  png: "image/png",
  webp: "image/webp",
};
const choice = (name: string, bytes: Uint8Array): Choice => ({
  name,
  type: TYPES[name.split(".").at(-1) ?? ""] ?? "",
  bytes: new Uint8Array(bytes),
});

describe.each(DOORS)("$door", { timeout: 60_000 }, ({ send }) => {
  test.each(BAD)(
    "$what is taken in unseen and refused with its reason, and no byte stays",
    async ({ name, bytes, reason }) => {
      const before = stored();
      expect(await send(shop, choice(name, await bytes()))).toBe("received");
      const [row] = await rows();
      await verifyDocument({ sellerId: shop.sellerId, documentId: row?.id });
      expect(await rows()).toMatchObject([{ status: "refused", refusal_reason: reason }]);
      expect([stored(), incoming()]).toEqual([before, []]);
    },
  );

  test("a picture that is a page too is kept without the page", async () => {
    const page = Buffer.from("<!doctype html><script>alert(1)</script>");
    expect(await send(shop, choice("photo.jpg", Buffer.concat([await square("jpeg"), page])))).toBe("received");
    const [row] = await rows();
    const before = stored();
    await verifyDocument({ sellerId: shop.sellerId, documentId: row?.id });
    expect(await rows()).toMatchObject([{ status: "verified" }]);
    const [kept] = stored().filter((path) => !before.includes(path));
    expect((await sharp(kept).metadata()).format).toBe("jpeg");
  });

  test("zero bytes are refused at the door", async () => {
    const before = stored();
    expect(await send(shop, choice("photo.jpg", new Uint8Array()))).toBe("empty");
    expect([await rows(), stored(), incoming()]).toEqual([[], before, []]);
  });

  test.each([
    { what: "path parts", name: "../../etc/passwd.jpg", kept: "passwd.jpg" },
    { what: "another system's path parts", name: "C:\\Users\\jeanne\\photo.jpg", kept: "photo.jpg" },
    { what: "characters that hide or turn text", name: "pre\u202egpj.uve\u200b.jpg", kept: "pregpj.uve.jpg" },
    { what: "500 characters", name: `${"é".repeat(496)}.jpg`, kept: `${"é".repeat(115)}….jpg` },
  ])("a name with $what is shown without", async ({ name, kept }) => {
    expect(await send(shop, { ...choice("photo.jpg", await square("jpeg")), name })).toBe("received");
    expect(await rows()).toMatchObject([{ status: "uploaded", file_name: kept }]);
  });
});
