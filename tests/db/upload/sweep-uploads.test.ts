import { readdirSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { sweepUploadsTask } from "@/lib/server/files/sweep-uploads";
import { runDueJobs } from "@/lib/server/jobs/runner";
import { type TestDatabase, testDatabase } from "../../support/test-database";
import { samplePdf } from "../../unit/upload/sample-pdf";
import { addressFor, put, putCutAfter } from "./browser";
import { sellerWithClaim } from "./upload-fixture";

let db: TestDatabase;
beforeAll(() => {
  db = testDatabase();
});
afterAll(async () => {
  await closeDatabase();
  await db.close();
});

const context = { jobId: "1", attempt: 1, maxAttempts: 1, signal: new AbortController().signal };

test("what was announced and never arrived is gone after a day, what arrived stays", async () => {
  const shop = await sellerWithClaim();
  const input = { claimId: shop.claimId, kind: "proof_of_delivery" };
  const bytes = new Uint8Array(await samplePdf());
  const cut = await addressFor(shop.member(), { size: bytes.length }, input);
  await putCutAfter(cut.url, bytes, 300);
  const whole = await addressFor(shop.member(), { size: bytes.length }, input);
  await put(whole.url, bytes);
  await runDueJobs();

  await sweepUploadsTask.run({}, context);
  expect(await statuses(shop.sellerId)).toEqual(["uploading", "verified"]);

  const folder = join(process.env.DATA_DIR ?? "", "uploads");
  const twoDaysAgo = Date.now() / 1000 - 2 * 86_400;
  for (const name of readdirSync(folder)) utimesSync(join(folder, name), twoDaysAgo, twoDaysAgo);
  await db.superuser`update documents set uploaded_at = now() - interval '2 days' where seller_id = ${shop.sellerId}`;
  await sweepUploadsTask.run({}, context);
  expect(await statuses(shop.sellerId)).toEqual(["verified"]);
  expect(readdirSync(folder)).toEqual([]);
});

async function statuses(sellerId: string) {
  const rows = await db.superuser`select status from documents where seller_id = ${sellerId} order by status`;
  return rows.map((row) => row.status);
}
