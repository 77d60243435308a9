import { createHash, randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { isProblem } from "@/lib/server/api/problems";
import { receiveDocument } from "@/lib/server/api/receive-document";
import { type TestDatabase, testDatabase } from "../../support/test-database";
import { addressFor, announce, held, put, putCutAfter } from "./browser";
import { plainForm, postForm } from "./plain-sender";
import { filesFolder, storedFiles } from "./stored-files-fixture";
import { now, type SellerWithClaim, sellerWithClaim } from "./upload-fixture";

let db: TestDatabase;
let shop: SellerWithClaim;
beforeAll(() => {
  db = testDatabase();
});
beforeEach(async () => {
  shop = await sellerWithClaim();
});
afterAll(async () => {
  await closeDatabase();
  await db.close();
});

const BYTES = new Uint8Array(randomBytes(300_000));
const stored = () => (existsSync(filesFolder()) ? storedFiles() : []);
const statuses = async () =>
  (await db.superuser`select status from documents where seller_id = ${shop.sellerId} order by id`).map(
    (row) => row.status,
  );

describe("a connection cut, with JavaScript", () => {
  test.each([
    { when: "within the part's header", sent: -10, kept: 0 },
    { when: "before the first byte of the file", sent: 0, kept: 0 },
    { when: "in the middle of the file", sent: 150_000, kept: 150_000 },
    { when: "after the last byte, before the form was closed", sent: 300_000, kept: 300_000 },
  ])("$when: nothing is seen, and the next attempt makes it whole", async ({ sent, kept }) => {
    const before = stored();
    const input = { claimId: shop.claimId, kind: "photo" };
    const file = { name: "photo.jpg", type: "image/jpeg", size: BYTES.length };
    const first = await addressFor(shop.member(), file, input);
    expect((await putCutAfter(first.url, BYTES, sent)).status).toBe(400);
    expect([stored(), await statuses()]).toEqual([before, ["uploading"]]);

    const again = await addressFor(shop.member(), file, { ...input, resume: first.customId });
    const start = await held(again.url);
    expect(start).toBe(kept);
    const answer = await put(again.url, BYTES.slice(start), start);
    expect(await answer.json()).toMatchObject({ fileHash: createHash("sha256").update(BYTES).digest("hex") });
    expect(await statuses()).toEqual(["uploaded"]);
  });

  test("between the announcement and the file: nothing is seen", async () => {
    const sent = await announce(shop.member(), { size: 10 }, { claimId: shop.claimId, kind: "photo" });
    expect([sent.status, await statuses()]).toEqual([200, ["uploading"]]);
  });
});

/** A form whose connection dies after so many bytes; counted from its end when negative. */
async function cutForm(at: number, fields?: Record<string, string>) {
  const choice = { bytes: BYTES, name: "photo.jpg", type: "image/jpeg" };
  const whole = new Response(plainForm(shop, [choice], fields));
  const type = whole.headers.get("content-type") ?? "";
  const body = new Uint8Array(await whole.arrayBuffer());
  const stream = new ReadableStream({
    start(controller) {
      controller.enqueue(body.slice(0, at));
      setTimeout(() => controller.error(new TypeError("terminated")), 20);
    },
  });
  return { stream, headers: { "content-type": type } };
}

const STAGES = [
  { when: "within the first boundary", at: 10 },
  { when: "within the fields", at: 120 },
  { when: "before the first byte of the file", at: 420 },
  { when: "in the middle of the file", at: 150_000 },
  { when: "before the form was closed", at: -20 },
];

describe("a connection cut, without JavaScript and through the API", () => {
  test.each(STAGES)("$when: said in words, and no file stays", async ({ at }) => {
    const before = stored();
    const { stream, headers } = await cutForm(at);
    const answer = await postForm(shop, stream, headers);
    expect([answer.status, answer.headers.get("location")]).toEqual([
      303,
      `/reclamations/${shop.claimId}?vue=1&envoi=broken_form#documents`,
    ]);
    expect(stored()).toEqual(before);
    expect(await statuses()).not.toContain("uploaded");
  });

  test.each(STAGES)("$when: the API says so, and no file stays", async ({ at }) => {
    const before = stored();
    const { stream, headers } = await cutForm(at, { kind: "photo" });
    const streamed = { method: "POST", body: stream, headers, duplex: "half" };
    const request = new Request("http://localhost:3000/api", streamed);
    const answer = await receiveDocument({
      request,
      scope: shop.member(),
      claimId: shop.claimId,
      now,
      locale: "fr",
    });
    expect(isProblem(answer) && answer.problem).toBe("invalid");
    expect(stored()).toEqual(before);
    expect(await statuses()).not.toContain("uploaded");
  });

  test("a form that no browser makes is refused the same way", async () => {
    const raw = `--x\r\nContent-Disposition: form-data; name="file"; filename="pre\u0007uve.jpg"\r\n\r\nabc\r\n--x--\r\n`;
    const stream = new Blob([raw]).stream();
    const answer = await postForm(shop, stream, { "content-type": "multipart/form-data; boundary=x" });
    expect(answer.headers.get("location")).toContain("envoi=broken_form");
  });
});
