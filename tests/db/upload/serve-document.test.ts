import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { uuidv7 } from "uuidv7";
import { describe, expect, test } from "vitest";
import { serveDocument } from "@/lib/server/files/serve-document";
import { storeFile } from "@/lib/server/storage/stored-files";
import "./upload-fixture";

const bytes = Buffer.from("0123456789");

async function document(verifiedType = "application/pdf", fileName = 'Preuve d’été "1".pdf') {
  const id = uuidv7();
  const { key } = await storeFile({ id, name: fileName, type: verifiedType }, Readable.from([bytes]));
  const noPreview = { previewKey: null, previewBytes: null };
  return {
    id,
    sellerId: uuidv7(),
    fileName,
    verifiedType,
    sizeBytes: 10,
    sha256: "abc",
    storageKey: key,
    ...noPreview,
  };
}

const ask = (headers: Record<string, string> = {}, method = "GET") =>
  new Request("http://localhost:3000/api/documents/x", { headers, method });

describe("serveDocument", () => {
  test("a file to keep, that no browser runs", async () => {
    const answer = await serveDocument(await document(), ask(), "attachment");
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe("0123456789");
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-type": "application/pdf",
      "content-length": "10",
      "x-content-type-options": "nosniff",
      "content-security-policy": expect.stringMatching(/^sandbox; default-src 'none'/),
      "cache-control": "private, no-store",
      "content-disposition": `attachment; filename="Preuve dete _1_.pdf"; filename*=UTF-8''Preuve%20d%E2%80%99%C3%A9t%C3%A9%20%221%22.pdf`,
    });
  });

  test("a PDF is looked at as the picture of its first page, in a sandbox and under a hash of its own", async () => {
    const { key } = await storeFile(
      { id: uuidv7(), name: "a.webp", type: "image/webp" },
      Readable.from([Buffer.from("page 1")]),
    );
    const drawn = { ...(await document()), previewKey: key, previewBytes: 6 };
    const answer = await serveDocument(drawn, ask({ range: "bytes=0-3" }), "preview");
    expect([answer.status, await answer.text()]).toEqual([206, "page"]);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-type": "image/webp",
      "content-range": "bytes 0-3/6",
      "content-security-policy": expect.stringMatching(/^sandbox; default-src 'none'/),
      "content-disposition": expect.stringMatching(/^inline;/),
      etag: '"abc-preview"',
    });
    expect(await (await serveDocument(drawn, ask(), "attachment")).text()).toBe("0123456789");
  });

  test("an image is looked at in the page, a PDF that was not drawn never", async () => {
    const image = await serveDocument(await document("image/png", "a.png"), ask(), "preview");
    expect(image.headers.get("content-disposition")).toMatch(/^inline;/);
    const pdf = await serveDocument(await document(), ask(), "preview");
    expect(pdf.headers.get("content-disposition")).toMatch(/^attachment;/);
  });

  test("a part of it", async () => {
    const answer = await serveDocument(await document(), ask({ range: "bytes=2-4" }), "attachment");
    expect([answer.status, await answer.text(), answer.headers.get("content-range")]).toEqual([
      206,
      "234",
      "bytes 2-4/10",
    ]);
  });

  test("a part of what is no longer the same file is the whole of the new one", async () => {
    const answer = await serveDocument(
      await document(),
      ask({ range: "bytes=2-4", "if-range": '"old"' }),
      "attachment",
    );
    expect([answer.status, await answer.text()]).toEqual([200, "0123456789"]);
  });

  test("what is no longer on the disk is not there", async () => {
    const lost = { ...(await document()), storageKey: `local/${randomUUID()}` } as const;
    expect((await serveDocument(lost, ask(), "attachment")).status).toBe(404);
  });

  test("beyond its end there is nothing", async () => {
    const answer = await serveDocument(await document(), ask({ range: "bytes=10-" }), "attachment");
    expect([answer.status, answer.headers.get("content-range")]).toEqual([416, "bytes */10"]);
  });

  test("HEAD tells without sending", async () => {
    const answer = await serveDocument(await document(), ask({}, "HEAD"), "attachment");
    expect([answer.body, answer.headers.get("content-length")]).toEqual([null, "10"]);
  });
});
