import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { answerUploadRequest, uploadPath } from "@/lib/server/upload/upload-path";
import { type TestDatabase, testDatabase } from "../../support/test-database";
import { type UploadthingHost, uploadthingHost } from "../../support/uploadthing-host";
import { addressFor } from "./browser";
import { sellerWithClaim } from "./upload-fixture";

let db: TestDatabase;
let host: UploadthingHost;
beforeAll(async () => {
  host = await uploadthingHost();
  process.env.UPLOADTHING_TOKEN = host.token;
  process.env.UPLOADTHING_INGEST_URL = host.origin;
  db = testDatabase();
});
afterAll(async () => {
  host.close();
  await closeDatabase();
  await db.close();
});

test("with a token files go to UploadThing, and its signed callback registers them", async () => {
  const shop = await sellerWithClaim();
  const sent = { name: "preuve.pdf", type: "application/pdf", size: 5 };
  const { url, key, customId } = await addressFor(shop.member(), sent, {
    claimId: shop.claimId,
    kind: "proof_of_delivery",
  });
  expect(uploadPath().ingest).toBeUndefined();
  expect(url).toMatch(`${host.origin}/${key}?`);
  expect(url).toContain("x-ut-acl=private");

  const form = new FormData();
  form.append("file", new Blob(["%PDF-"]));
  expect((await fetch(url.replace("x-ut-file-size=5", "x-ut-file-size=6"), { method: "PUT", body: form })).status).toBe(
    403,
  );
  expect((await fetch(url, { method: "PUT", body: form })).status).toBe(200);

  const nobody = { seller: async () => undefined, customer: async () => undefined };
  expect((await answerUploadRequest(host.callback(key, { ...sent, customId }), nobody)).status).toBe(200);
  expect(host.results.get(key)).toEqual({ documentId: customId });
  const [row] = await db.superuser`select status, storage_key from documents where id = ${customId}`;
  expect(row).toEqual({ status: "uploaded", storage_key: `uploadthing/${key}` });
});
