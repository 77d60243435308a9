import { readdirSync } from "node:fs";
import { join } from "node:path";
import { verifyDocument } from "@/lib/server/files/verify-document";
import { addressFor, put } from "./browser";
import type { SellerWithClaim } from "./upload-fixture";

const PDF = { name: "preuve.pdf", type: "application/pdf" };

/** A file of a seller, sent and checked; returns its document's identifier. */
export async function kept(shop: SellerWithClaim, bytes: Uint8Array, file = PDF): Promise<string> {
  const input = { claimId: shop.claimId, kind: "photo" };
  const { url, customId } = await addressFor(shop.member(), { size: bytes.length, ...file }, input);
  await put(url, new Uint8Array(bytes));
  await verifyDocument({ sellerId: shop.sellerId, documentId: customId });
  return customId;
}

/** The test's own folder of stored files. */
export function filesFolder(): string {
  return join(process.env.DATA_DIR ?? "", "files");
}

/** Paths of all files below it. */
export function storedFiles(): readonly string[] {
  return readdirSync(filesFolder(), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Where a key of our own disk lies. */
export function pathOfKey(key: string): string {
  return join(filesFolder(), key.slice(-2), key.slice("local/".length));
}
