import { createHmac } from "node:crypto";

/** What an UploadThing token says: whom files belong to, the secret that signs, and where they go. */
export type UploadToken = { readonly apiKey: string; readonly appId: string; readonly regions: readonly string[] };

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
