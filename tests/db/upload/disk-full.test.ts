import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { uuidv7 } from "uuidv7";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { isAlarming, readStoredFiles } from "@/app/(admin)/conformite/_components/read-stored-files";
import { closeDatabase } from "@/db/client";
import { adminScope } from "@/lib/server/scope";
import { localFiles } from "@/lib/server/storage/stored-files";
import { answerPut } from "@/lib/server/upload/ingest";
import { type TestDatabase, testDatabase } from "../../support/test-database";
import { addressFor, announce, ownIngest, put } from "./browser";
import { DOORS } from "./doors";
import { plainForm, postForm } from "./plain-sender";
import { filesFolder, storedFiles } from "./stored-files-fixture";
import { type SellerWithClaim, sellerWithClaim } from "./upload-fixture";

const disk = vi.hoisted(() => ({ free: 10_000_000_000 }));
vi.mock("node:fs/promises", async (original) => ({
  ...(await original<typeof import("node:fs/promises")>()),
  statfs: async () => ({ bavail: disk.free, bsize: 1 }),
}));

let db: TestDatabase;
let shop: SellerWithClaim;
beforeAll(async () => {
  db = testDatabase();
  shop = await sellerWithClaim();
});
afterEach(() => {
  disk.free = 10_000_000_000;
  vi.restoreAllMocks();
});
afterAll(async () => {
  await closeDatabase();
  await db.close();
});

const noSpace = () => Promise.reject(Object.assign(new Error("no space left on device"), { code: "ENOSPC" }));
const FILE = { name: "photo.jpg", type: "image/jpeg", bytes: new Uint8Array(50_000).fill(7) };
const input = () => ({ claimId: shop.claimId, kind: "photo" });
const stored = () => (existsSync(filesFolder()) ? storedFiles() : []);
const parts = () => readdirSync(join(process.env.DATA_DIR ?? "", "uploads")).filter((name) => name.endsWith(".part"));
const received = () => db.superuser`select 1 from documents where seller_id = ${shop.sellerId} and status = 'uploaded'`;

describe("too little free disk", () => {
  test.each(DOORS)("refuses a file in words $door, and announces nothing", async ({ send }) => {
    disk.free = 499_999_999;
    const before = await db.superuser`select 1 from documents where seller_id = ${shop.sellerId}`;
    expect(await send(shop, FILE)).toBe("disk_full");
    expect(await db.superuser`select 1 from documents where seller_id = ${shop.sellerId}`).toHaveLength(before.length);
  });

  test("refuses a file that was announced before it came to that", async () => {
    const { url } = await addressFor(shop.member(), { ...FILE, size: FILE.bytes.length }, input());
    disk.free = 0;
    const answer = await put(url, FILE.bytes);
    expect([answer.status, await answer.json()]).toEqual([507, { error: "disk_full" }]);
    disk.free = 10_000_000_000;
    expect((await put(url, FILE.bytes)).status).toBe(200);
  });

  test("is seen by the operator well before", async () => {
    const admin = adminScope({ role: "admin", actor: { kind: "operator", userId: uuidv7() } });
    expect(isAlarming(await readStoredFiles(admin))).toBe(false);
    disk.free = 1_999_999_999;
    expect(await readStoredFiles(admin)).toMatchObject({ disk: { level: "scarce" } });
    expect(isAlarming(await readStoredFiles(admin))).toBe(true);
  });
});

describe("a disk that is full in the middle of a file", () => {
  test("is said to the browser's client, and the beginning goes", async () => {
    const { url } = await addressFor(shop.member(), { ...FILE, size: FILE.bytes.length }, input());
    const ingest = ownIngest();
    const form = new FormData();
    form.append("file", new Blob([FILE.bytes]), "blob");
    const full = { ...ingest, incoming: { ...ingest.incoming, append: noSpace } };
    const answer = await answerPut(new Request(url, { method: "PUT", body: form }), full);
    expect([answer.status, await answer.json()]).toEqual([507, { error: "disk_full" }]);
    expect(parts()).toEqual([]);
  });

  test("leaves no announcement that the client believes in", async () => {
    vi.spyOn(ownIngest().incoming, "remember").mockImplementation(noSpace);
    const answer = await announce(shop.member(), { ...FILE, size: FILE.bytes.length }, input());
    expect(answer.status).toBeLessThan(600);
    const [address] = answer.ok ? await answer.json() : [];
    if (address) expect((await put(address.url, FILE.bytes)).status).toBe(404);
  });

  test("is said on the page, and the files behind are read on", async () => {
    const before = [stored(), (await received()).length];
    const put = vi.spyOn(localFiles(), "put").mockImplementationOnce(noSpace);
    const answer = await postForm(shop, plainForm(shop, [FILE, FILE]));
    expect(answer.headers.get("location")).toContain("envoi=disk_full");
    expect(put).toHaveBeenCalledTimes(2);
    expect((await received()).length).toBe(Number(before[1]) + 1);
  });

  test.each(DOORS.slice(1))("is no fault of the product's $door", async ({ send }) => {
    const before = stored();
    vi.spyOn(localFiles(), "put").mockImplementation(noSpace);
    expect(await send(shop, FILE)).toBe("disk_full");
    expect(stored()).toEqual(before);
  });
});

describe("a hundred and more files at once by one person", () => {
  test.each(DOORS)("$door: those above the hour's limit are refused in words, and leave no file", async ({ send }) => {
    const busy = await sellerWithClaim();
    const before = stored().length;
    const answers = await Promise.all(
      Array.from({ length: 130 }, () => send(busy, { ...FILE, bytes: FILE.bytes.slice(0, 100) })),
    );
    expect(answers.filter((answer) => answer === "received")).toHaveLength(120);
    expect(new Set(answers)).toEqual(new Set(["received", "too_many_uploads"]));
    expect(stored().length - before).toBe(120);
  });
});
