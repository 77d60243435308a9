import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { type TestDatabase, testDatabase } from "../../support/test-database";
import { type Choice, plainForm, postForm } from "./plain-sender";
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

const form = (files: readonly Choice[], fields?: Record<string, string>) => plainForm(shop, files, fields);
const post = (body: FormData, headers?: Record<string, string>) => postForm(shop, body, headers);

const photo = (size = 100): Choice => ({
  bytes: new Uint8Array(randomBytes(size)),
  name: "photo.jpg",
  type: "image/jpeg",
});
const received = async () =>
  (await db.superuser`select 1 from documents where seller_id = ${shop.sellerId} and status = 'uploaded'`).length;

describe("a form without JavaScript", () => {
  test("files are stored and the sender is back on the page", async () => {
    const before = await received();
    const answer = await post(form([photo(), photo(200_000)]));
    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toBe(`/reclamations/${shop.claimId}?vue=1&envoi=received#documents`);
    expect(await received()).toBe(before + 2);
  });

  test.each([
    { because: "nothing was chosen", files: () => [{ ...photo(0), name: "" }], result: "nothing_chosen" },
    { because: "a file is empty", files: () => [photo(0)], result: "empty" },
    { because: "one byte too many", files: () => [photo(16 * 1024 * 1024 + 1)], result: "too_large" },
    {
      because: "an iPhone's format",
      files: () => [{ ...photo(), name: "a.heic", type: "image/heic" }],
      result: "heic",
    },
  ])("$because", async ({ files, result }) => {
    const before = await received();
    expect((await post(form(files()))).headers.get("location")).toContain(`envoi=${result}`);
    expect(await received()).toBe(before);
  });

  test("exactly 16 MB are taken", async () => {
    expect((await post(form([photo(16 * 1024 * 1024)]))).headers.get("location")).toContain("envoi=received");
  });

  test("a refused file does not lose the others", async () => {
    const before = await received();
    const answer = await post(
      form([photo(), { ...photo(), name: "a.exe", type: "application/x-msdownload" }, photo()]),
    );
    expect(answer.headers.get("location")).toContain("envoi=file_type");
    expect(await received()).toBe(before + 2);
  });

  test.each([
    { count: 10, result: "received" },
    { count: 11, result: "too_many_files" },
    { count: 25, result: "too_many_files" },
  ])("of $count files ten are taken: $result", async ({ count, result }) => {
    const before = await received();
    const noPhotoTaken = { ...photo(0), name: "" };
    const answer = await post(form([...Array.from({ length: count }, () => photo()), noPhotoTaken]));
    expect(answer.headers.get("location")).toContain(`envoi=${result}`);
    expect(await received()).toBe(before + 10);
  });

  test("a customer sends by the link's token, a wrong one sends nothing", async () => {
    const fields = (token: string) => ({ token, kind: "photo" });
    expect((await post(form([photo()], fields("good")))).headers.get("location")).toContain("envoi=received");
    expect((await post(form([photo()], fields("bad")))).headers.get("location")).toContain("envoi=not_allowed");
  });

  test("files before the fields that name their owner are not taken", async () => {
    const data = new FormData();
    data.append("file", new Blob(["x"], { type: "image/jpeg" }), "a.jpg");
    data.append("claimId", shop.claimId);
    expect((await post(data)).headers.get("location")).toContain("envoi=broken_form");
  });

  test("another site's form is refused", async () => {
    expect((await post(form([photo()]), { origin: "https://evil.example" })).status).toBe(403);
  });

  test("the way back never leaves our pages", async () => {
    const answer = await post(form([photo()]), { referer: "https://evil.example/x" });
    expect(answer.headers.get("location")).toBe("/?envoi=received#documents");
  });
});
