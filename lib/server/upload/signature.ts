import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { type Instant, toEpochMs } from "@/lib/calendar/instant";
import { accepted, type Outcome, refused } from "@/lib/outcome";

const PREFIX = "hmac-sha256=";

/** What a signed address grants: one file, of one announced size, under one identifier of ours, until it expires. */
export type SignedUpload = {
  readonly fileKey: string;
  readonly documentId: string;
  readonly name: string;
  readonly type: string;
  readonly sizeBytes: number;
  readonly slug: string;
};

export type AddressRefusal = "forged" | "expired";

const grantSchema = z.object({
  expires: z.coerce.number().int(),
  "x-ut-identifier": z.string(),
  "x-ut-custom-id": z.uuid(),
  "x-ut-file-name": z.string(),
  "x-ut-file-size": z.coerce.number().int().nonnegative(),
  "x-ut-file-type": z.string(),
  "x-ut-slug": z.string(),
});

export function sign(payload: string, apiKey: string): string {
  return PREFIX + createHmac("sha256", apiKey).update(payload).digest("hex");
}

function isSigned(payload: string, signature: string | null, apiKey: string): boolean {
  const expected = Buffer.from(sign(payload, apiKey));
  const given = Buffer.from(signature ?? "");
  return given.byteLength === expected.byteLength && timingSafeEqual(given, expected);
}

/**
 * Reads a signed address. What was signed is rebuilt from our own ingest address, never from the request's host, which
 * the sender chooses; parameters were encoded twice, so they are decoded twice.
 */
export function readSignedAddress(
  requestUrl: string,
  ingest: { readonly url: string; readonly apiKey: string; readonly appId: string; readonly now: Instant },
): Outcome<SignedUpload, AddressRefusal> {
  const { pathname, searchParams } = new URL(requestUrl);
  const fileKey = pathname.split("/").at(-1) ?? "";
  const signature = searchParams.get("signature");
  searchParams.delete("signature");
  const signed = new URL(`${ingest.url}/${fileKey}`);
  for (const [name, value] of searchParams) signed.searchParams.append(name, value);
  if (!isSigned(signed.toString(), signature, ingest.apiKey)) return refused("forged");

  const grant = grantSchema.safeParse(
    Object.fromEntries([...searchParams].map(([name, value]) => [name, decoded(value)])),
  );
  if (!grant.success || grant.data["x-ut-identifier"] !== ingest.appId) return refused("forged");
  if (grant.data.expires <= toEpochMs(ingest.now)) return refused("expired");
  return accepted({
    fileKey,
    documentId: grant.data["x-ut-custom-id"],
    name: grant.data["x-ut-file-name"],
    type: grant.data["x-ut-file-type"],
    sizeBytes: grant.data["x-ut-file-size"],
    slug: grant.data["x-ut-slug"],
  });
}

/** Only reached behind a good signature: what does not decode is then a bug of ours, and throws. */
function decoded(value: string): string {
  return decodeURIComponent(value);
}
