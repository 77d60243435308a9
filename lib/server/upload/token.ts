import { createHmac } from "node:crypto";
import { z } from "zod";

/** What an UploadThing token says: whom files belong to, the secret that signs, and where they go. */
export type UploadToken = { readonly apiKey: string; readonly appId: string; readonly regions: readonly string[] };

const uploadTokenSchema = z.object({
  apiKey: z.string().startsWith("sk_"),
  appId: z.string().min(1),
  regions: z.array(z.string().min(1)).min(1),
});

/**
 * The token of the app's own ingest, made from the secret every process of the installation shares, so that a signature
 * made by one is read by another. Nobody else knows it.
 */
export function ownToken(secret: string): UploadToken {
  const derive = (use: string) => createHmac("sha256", secret).update(`upload:${use}`).digest("hex");
  return { apiKey: `sk_live_${derive("api-key")}`, appId: derive("app-id").slice(0, 10), regions: ["local"] };
}

export function encodeToken(token: UploadToken): string {
  return Buffer.from(JSON.stringify(token)).toString("base64");
}

export function decodeToken(encoded: string): UploadToken {
  const parsed: unknown = JSON.parse(Buffer.from(encoded, "base64").toString("utf8"));
  return uploadTokenSchema.parse(parsed);
}
