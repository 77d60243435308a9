import { createHash, randomBytes } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { closeDatabase } from "@/db/client";
import { instant } from "@/lib/calendar/instant";
import { readSignedAddress } from "@/lib/server/upload/signature";
import { type TestDatabase, testDatabase } from "../../support/test-database";
import { addressFor, announce, held, ownIngest, put, putCutAfter } from "./browser";
import { type SellerWithClaim, sellerWithClaim } from "./upload-fixture";

let db: TestDatabase;
let shop: SellerWithClaim;
beforeAll(async () => {
  db = testDatabase();
  shop = await sellerWithClaim();
});
afterEach(() => {
  vi.useRealTimers();
});
afterAll(async () => {
  await closeDatabase();
  await db.close();
});

const proof = () => ({ claimId: shop.claimId, kind: "proof_of_delivery" });
const bytesOf = (size: number) => new Uint8Array(randomBytes(size));
const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const rowOf = async (id: string) => (await db.superuser`select * from documents where id = ${id}`)[0];

function filesOnDisk(folder: string): string[] {
  return readdirSync(join(process.env.DATA_DIR ?? "", folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name);
}

describe("a file sent by UploadThing's protocol", () => {
  test("is announced, received, registered once, journaled, and queued for verification", async () => {
    const bytes = bytesOf(300_000);
    const { url, customId } = await addressFor(
      shop.member(),
      { size: bytes.length, name: "../../é\u202etxt.pdf" },
      proof(),
    );
    expect(await rowOf(customId)).toMatchObject({ status: "uploading", claim_id: shop.claimId, file_name: "étxt.pdf" });
    expect(await held(url)).toBe(0);
    const answer = await put(url, bytes);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ serverData: { documentId: customId }, fileHash: sha256(bytes) });

    expect(await rowOf(customId)).toMatchObject({
      status: "uploaded",
      storage_key: `local/${customId}`,
      size_bytes: "300000",
      sent_at: null,
    });
    const events = await db.superuser`select type, actor from events where stream_id = ${shop.claimId}`;
    expect(events).toMatchObject([{ type: "document_uploaded", actor: expect.stringMatching(/^member:/) }]);
    const jobs = await db.superuser`select 1 from graphile_worker.jobs where key = ${`verify_document:${customId}`}`;
    expect(jobs).toHaveLength(1);
    expect(filesOnDisk("uploads").filter((name) => name.startsWith(customId))).toEqual([]);
  });

  test("goes on where its connection was cut, under a new address of the same document", async () => {
    const bytes = bytesOf(1_000_000);
    const first = await addressFor(shop.member(), { size: bytes.length }, proof());
    expect((await putCutAfter(first.url, bytes, 400_000)).status).toBe(400);
    expect(await rowOf(first.customId)).toMatchObject({ status: "uploading" });
    expect(filesOnDisk("files")).not.toContain(first.customId);

    const again = await addressFor(shop.member(), { size: bytes.length }, { ...proof(), resume: first.customId });
    expect(again.customId).toBe(first.customId);
    const start = await held(again.url);
    expect(start).toBe(400_000);
    const answer = await put(again.url, bytes.slice(start), start);
    expect(await answer.json()).toMatchObject({ fileHash: sha256(bytes), serverData: { documentId: first.customId } });
  });

  test("a sender that comes back ends its first connection, and the file is whole", async () => {
    const bytes = bytesOf(500_000);
    const { url } = await addressFor(shop.member(), { size: bytes.length }, proof());
    const dying = putCutAfter(url, bytes, 100_000);
    await new Promise((resolve) => setTimeout(resolve, 10));
    const start = await held(url);
    const answer = await put(url, bytes.slice(start), start);
    expect(await answer.json()).toMatchObject({ fileHash: sha256(bytes) });
    expect((await dying).status).toBe(400);
  });

  test("bytes beyond the announced size are refused, and nothing stays", async () => {
    const { url, customId } = await addressFor(shop.member(), { size: 100_000 }, proof());
    expect((await put(url, bytesOf(100_001))).status).toBe(413);
    expect(await held(url)).toBe(0);
    expect(filesOnDisk("files")).not.toContain(customId);
    expect(await rowOf(customId)).toMatchObject({ status: "uploading" });
  });

  test("fewer bytes than announced are no file", async () => {
    const { url, customId } = await addressFor(shop.member(), { size: 100_000 }, proof());
    expect((await put(url, bytesOf(99_999))).status).toBe(400);
    expect(await rowOf(customId)).toMatchObject({ status: "uploading" });
  });

  test("an offset we do not hold is refused", async () => {
    const { url } = await addressFor(shop.member(), { size: 100 }, proof());
    expect((await put(url, bytesOf(50), 50)).status).toBe(409);
  });

  test("a form that is no form is refused", async () => {
    const { url } = await addressFor(shop.member(), { size: 100 }, proof());
    const { answerPut } = await import("@/lib/server/upload/ingest");
    const request = new Request(url, { method: "PUT", body: "no form", headers: { "content-type": "text/plain" } });
    expect((await answerPut(request, ownIngest())).status).toBe(400);
  });

  test("a document that has arrived is not sent again", async () => {
    const bytes = bytesOf(10);
    const { url, customId } = await addressFor(shop.member(), { size: 10 }, proof());
    expect((await put(url, bytes)).status).toBe(200);
    expect((await put(url, bytes)).status).toBe(404);
    const again = await announce(shop.member(), { size: 10 }, { ...proof(), resume: customId });
    expect([again.status, await again.json()]).toEqual([400, { message: "already_received" }]);
  });
});

describe("a signed address", () => {
  test("changed in any part, it is forged", async () => {
    const { url } = await addressFor(shop.member(), { size: 10 }, proof());
    for (const forged of [
      url.replace("x-ut-file-size=10", "x-ut-file-size=11"),
      url.replace(/signature=hmac-sha256%3D..../, "signature=hmac-sha256%3D0000"),
      url.replace(/&signature=.*/, ""),
      url.replace(/ingest\/..../, "ingest/abcd"),
    ]) {
      expect((await put(forged, bytesOf(10))).status).toBe(403);
    }
    expect((await put(url, bytesOf(10))).status).toBe(200);
  });

  test("is judged by what was signed, not by the host it was sent to", async () => {
    const { url } = await addressFor(shop.member(), { size: 10, name: "reçu n° 1 (à jour) & 50 %.pdf" }, proof());
    const { url: ingestUrl, token } = ownIngest();
    const elsewhere = url.replace("http://localhost:3000", "http://127.0.0.1:9");
    const read = readSignedAddress(elsewhere, { url: ingestUrl, ...token, now: instant("2026-01-01T00:00:00Z") });
    expect(read).toMatchObject({ ok: true, value: { name: "reçu n° 1 (à jour) & 50 %.pdf", sizeBytes: 10 } });
  });

  test("past its hour it has expired", async () => {
    const { url } = await addressFor(shop.member(), { size: 10 }, proof());
    vi.useFakeTimers({ now: Date.now() + 3_601_000, toFake: ["Date"] });
    const answer = await put(url, bytesOf(10));
    expect([answer.status, await answer.json()]).toEqual([403, { error: "expired" }]);
  });
});

describe("who may send", () => {
  test.each([
    { because: "nobody is signed in", sender: () => undefined, input: proof, status: 403, message: "not_allowed" },
    {
      because: "a viewer only reads",
      sender: () => shop.member("viewer"),
      input: proof,
      status: 403,
      message: "not_allowed",
    },
    {
      because: "a customer sends no proof of delivery",
      sender: () => shop.customer,
      input: () => ({ ...proof(), token: "t" }),
      status: 403,
      message: "not_allowed",
    },
  ])("$because", async ({ sender, input, status, message }) => {
    const answer = await announce(sender(), { size: 10 }, input());
    expect([answer.status, await answer.json()]).toEqual([status, { message }]);
  });

  test("another seller's claim is not found", async () => {
    const other = await sellerWithClaim();
    const answer = await announce(other.member(), { size: 10 }, proof());
    expect([answer.status, await answer.json()]).toEqual([400, { message: "not_found" }]);
  });

  test("a customer adds a photo to the order of the link, sent by adding it", async () => {
    const photo = { token: "t", kind: "photo" };
    const { url, customId } = await addressFor(shop.customer, { size: 10, type: "image/jpeg", name: "a.jpg" }, photo);
    await put(url, bytesOf(10));
    expect(await rowOf(customId)).toMatchObject({ order_id: shop.orderId, claim_id: null, sent_at: expect.any(Date) });
  });

  test("a customer adds nothing to another order's claim", async () => {
    const other = await sellerWithClaim();
    const answer = await announce(shop.customer, { size: 10 }, { token: "t", kind: "other", claimId: other.claimId });
    expect(await answer.json()).toEqual({ message: "not_found" });
  });

  test("somebody else's upload cannot be gone on with", async () => {
    const { customId } = await addressFor(shop.member(), { size: 10 }, proof());
    const other = await sellerWithClaim();
    const answer = await announce(
      other.member(),
      { size: 10 },
      { ...proof(), claimId: other.claimId, resume: customId },
    );
    expect(await answer.json()).toEqual({ message: "not_found" });
  });

  test.each([
    { file: { size: 16 * 1024 * 1024 + 1 }, message: "too_large" },
    { file: { size: 0 }, message: "empty" },
    { file: { size: 10, name: "photo.heic", type: "" }, message: "heic" },
    { file: { size: 10, name: "a.exe", type: "application/x-msdownload" }, message: "file_type" },
    { file: { size: 10, name: "a.svg", type: "image/svg+xml" }, message: "file_type" },
  ])("$message is known before a byte is sent", async ({ file, message }) => {
    const answer = await announce(shop.member(), file, proof());
    expect([answer.status, await answer.json()]).toEqual([400, { message }]);
  });

  test("a hundred and more at once by one sender are cut off", async () => {
    const busy = await sellerWithClaim();
    const input = { claimId: busy.claimId, kind: "photo" };
    const answers = await Promise.all(
      Array.from({ length: 130 }, () => announce(busy.member(), { size: 10 }, input).then((answer) => answer.status)),
    );
    expect(answers.filter((status) => status === 200)).toHaveLength(120);
  });
});
