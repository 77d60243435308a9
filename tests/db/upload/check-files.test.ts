import { mkdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { findLastFileCheck, listFaultyDocuments } from "@/db/queries/kept-files";
import { checkFiles } from "@/lib/server/files/check-files";
import { adminScope, sweepScope } from "@/lib/server/scope";
import { type TestDatabase, testDatabase } from "../../support/test-database";
import { samplePdf } from "../../unit/upload/sample-pdf";
import { filesFolder, kept, pathOfKey, storedFiles } from "./stored-files-fixture";
import { now, type SellerWithClaim, sellerWithClaim } from "./upload-fixture";

let db: TestDatabase;
let shop: SellerWithClaim;
beforeAll(() => {
  db = testDatabase();
});
beforeEach(async () => {
  // The check looks at every document there is, and those of other tests lie in folders that are gone.
  await db.superuser`update documents set status = 'refused', refusal_reason = 'missing' where status = 'verified'`;
  shop = await sellerWithClaim();
});
afterAll(async () => {
  await closeDatabase();
  await db.close();
});

const admin = adminScope({ role: "admin", actor: { kind: "operator", userId: uuidv7() } });
const check = () => checkFiles(sweepScope("check_files"), () => now);
const rowOf = async (id: string) => (await db.superuser`select * from documents where id = ${id}`)[0];

describe("the nightly check of stored files", () => {
  test("finds all as it was received, and says so to the operator and the journal", async () => {
    const bytes = await samplePdf({ pages: 2 });
    await kept(shop, bytes);
    const found = await check();
    expect(found).toMatchObject({ files: 1, bytes: bytes.length, isSound: true, faults: [] });
    expect(await findLastFileCheck(admin)).toMatchObject({ id: found.id, isSound: true });
    const [event] =
      await db.superuser`select type, actor from events where stream_kind = 'marketplace' order by seq desc limit 1`;
    expect(event).toEqual({ type: "files_checked", actor: "system:check_files" });
  });

  test("names a file that is gone, one that changed, and a preview that is gone", async () => {
    const [lost, changed, blind] = [
      await kept(shop, await samplePdf({ pages: 1 })),
      await kept(shop, await samplePdf({ pages: 2 })),
      await kept(shop, await samplePdf({ pages: 3 })),
    ];
    rmSync(pathOfKey((await rowOf(lost))?.storage_key));
    writeFileSync(pathOfKey((await rowOf(changed))?.storage_key), "%PDF-1.7 something else");
    rmSync(pathOfKey((await rowOf(blind))?.preview_key));
    const of = { sellerId: shop.sellerId };
    const faults = [
      { ...of, documentId: lost, part: "document", fault: "missing" },
      { ...of, documentId: changed, part: "document", fault: "changed" },
      { ...of, documentId: blind, part: "preview", fault: "missing" },
    ];
    expect(await check()).toMatchObject({ files: 3, isSound: false, faults });
    expect((await listFaultyDocuments(admin, [lost])).map(({ fileName, seller }) => [fileName, seller])).toEqual([
      ["preuve.pdf", "Atelier"],
    ]);
    const [event] =
      await db.superuser`select p.payload from events join event_payloads p using (stream_kind, stream_id, seq)
      where stream_kind = 'marketplace' order by seq desc limit 1`;
    expect(JSON.parse(event?.payload).faults).toEqual(faults);
  });

  test("a file that cannot be read hides no other", async () => {
    const [locked, gone] = [
      await kept(shop, await samplePdf({ pages: 1 })),
      await kept(shop, await samplePdf({ pages: 2 })),
    ];
    const path = pathOfKey((await rowOf(locked))?.storage_key);
    rmSync(path);
    mkdirSync(path);
    rmSync(pathOfKey((await rowOf(gone))?.storage_key));
    const { faults } = await check();
    expect(faults.map(({ documentId, fault }) => [documentId, fault])).toEqual([
      [locked, "unreadable"],
      [gone, "missing"],
    ]);
    rmSync(path, { recursive: true });
  });

  test("drops what has lain there for nobody for a week, and nothing younger or named", async () => {
    const id = await kept(shop, await samplePdf({ pages: 2 }));
    const document = await rowOf(id);
    const named = [pathOfKey(document?.storage_key), pathOfKey(document?.preview_key)];
    const [stray, half, young] = [orphan(uuidv7()), orphan(`${uuidv7()}.part`), orphan(uuidv7())];
    age([...named, stray, half], 8);
    age([young], 6);
    expect(await check()).toMatchObject({ orphans: 2, isSound: true });
    expect(storedFiles()).toEqual(expect.arrayContaining([...named, young]));
    expect(storedFiles()).not.toEqual(expect.arrayContaining([stray]));
    expect(storedFiles()).not.toEqual(expect.arrayContaining([half]));
  });
});

function orphan(name: string): string {
  const path = `${filesFolder()}/${name.slice(-2)}/${name}`;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, "nobody's");
  return path;
}

function age(paths: readonly string[], days: number): void {
  const then = Date.parse(now) / 1000 - days * 86_400;
  for (const path of paths) utimesSync(path, then, then);
}
