import { existsSync } from "node:fs";
import type { Readable } from "node:stream";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { moveFiles } from "@/lib/server/files/move-files";
import { sweepScope } from "@/lib/server/scope";
import type { FileStorage } from "@/lib/server/storage/storage";
import { localFiles } from "@/lib/server/storage/stored-files";
import { loopbackStorage } from "../../support/loopback-storage";
import { type TestDatabase, testDatabase } from "../../support/test-database";
import { type UploadthingHost, uploadthingHost } from "../../support/uploadthing-host";
import { samplePdf } from "../../unit/upload/sample-pdf";
import { kept, pathOfKey } from "./stored-files-fixture";
import { type SellerWithClaim, sellerWithClaim } from "./upload-fixture";

let db: TestDatabase;
let host: UploadthingHost;
let shop: SellerWithClaim;
beforeAll(() => {
  db = testDatabase();
});
beforeEach(async () => {
  // The move takes every document there is, and those of other tests lie in folders that are gone.
  await db.superuser`update documents set status = 'refused', refusal_reason = 'missing' where status = 'verified'`;
  host = await uploadthingHost();
  shop = await sellerWithClaim();
});
afterAll(async () => {
  host.close();
  await closeDatabase();
  await db.close();
});

const move = (to: FileStorage = loopbackStorage(host)) =>
  moveFiles(sweepScope("move_files"), { from: localFiles(), to, graceMs: 0 });
const rowsOf = () => db.superuser`select id, storage_key, preview_key, sha256 from documents
  where seller_id = ${shop.sellerId} order by id`;
const bytesOf = async (stream: Readable) => Buffer.concat(await stream.toArray());

describe("moving documents to UploadThing", () => {
  test("bytes and previews are there and named, and no longer here", async () => {
    const pdf = await samplePdf({ pages: 2 });
    await kept(shop, pdf);
    const [before] = await rowsOf();
    expect(await move()).toEqual({ moved: 2, faults: [] });
    const [after] = await rowsOf();
    expect(after?.storage_key).toMatch(/^uploadthing\//);
    expect(after?.preview_key).toMatch(/^uploadthing\//);
    expect(await bytesOf(await loopbackStorage(host).read(after?.storage_key))).toEqual(Buffer.from(pdf));
    expect([before?.storage_key, before?.preview_key].map((key) => existsSync(pathOfKey(key)))).toEqual([false, false]);
    expect(await move()).toEqual({ moved: 0, faults: [] });
  });

  test("killed after a file was sent and before its row said so, run again: nothing lost, nothing twice", async () => {
    const files = [await samplePdf({ pages: 1 }), await samplePdf({ pages: 2 }), await samplePdf({ pages: 3 })];
    for (const bytes of files) await kept(shop, bytes);
    const loopback = loopbackStorage(host);
    let sent = 0;
    const killed: FileStorage = {
      ...loopback,
      put: async (file, content) => {
        const stored = await loopback.put(file, content);
        sent += 1;
        if (sent === 3) throw new Error("killed");
        return stored;
      },
    };
    await expect(move(killed)).rejects.toThrow("killed");
    expect(host.files.size).toBe(3);
    const half = await rowsOf();
    expect(half.filter((row) => row.storage_key.startsWith("uploadthing/"))).toHaveLength(1);
    for (const row of half) expect(await isThere(row.storage_key)).toBe(true);

    expect(await move()).toMatchObject({ faults: [] });
    const rows = await rowsOf();
    expect(host.files.size).toBe(6);
    for (const [index, row] of rows.entries()) {
      expect(await bytesOf(await loopback.read(row.storage_key))).toEqual(Buffer.from(files[index] ?? []));
    }
  });

  test("the same file of two documents is moved once for both", async () => {
    const bytes = await samplePdf({ pages: 2 });
    await kept(shop, bytes);
    await kept(shop, bytes);
    expect(await move()).toMatchObject({ moved: 2, faults: [] });
    expect(new Set((await rowsOf()).map((row) => row.storage_key)).size).toBe(1);
    expect(host.files.size).toBe(2);
  });

  test("what is not what its document says is named and stays", async () => {
    const id = await kept(shop, await samplePdf({ pages: 1 }));
    await db.superuser`update documents set sha256 = repeat('0', 64), preview_key = null, preview_bytes = null where id = ${id}`;
    expect(await move()).toEqual({
      moved: 0,
      faults: [{ sellerId: shop.sellerId, documentId: id, part: "document", fault: "changed" }],
    });
    expect(host.files.size).toBe(0);
  });

  test("two runs at once move each file once", async () => {
    for (const pages of [1, 2, 3, 4]) await kept(shop, await samplePdf({ pages }));
    const [one, other] = await Promise.all([move(), move()]);
    expect([...one.faults, ...other.faults]).toEqual([]);
    expect(host.files.size).toBe(8);
    for (const row of await rowsOf()) expect(row.storage_key).toMatch(/^uploadthing\//);
  });
});

async function isThere(key: string): Promise<boolean> {
  return key.startsWith("local/")
    ? existsSync(pathOfKey(key))
    : (await loopbackStorage(host).sizeOf(`uploadthing/${key.slice(12)}`)) !== null;
}
