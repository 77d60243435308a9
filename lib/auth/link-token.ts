import { createHmac, timingSafeEqual } from "node:crypto";

const TAG_BYTES = 18;
const ID_BYTES = 16;
const TOKEN = /^[A-Za-z0-9_-]{46}$/;

/**
 * The customer's link: 16 bytes of link id and 18 bytes of HMAC-SHA-256 over id and generation, in base64url.
 *
 * The database holds id and generation only, so a leak of its rows opens nothing, the same link can be sent
 * again, and a new generation or a revocation ends every copy of it.
 */
export function linkToken(secret: string, link: { readonly id: string; readonly generation: number }): string {
  return Buffer.concat([idBytes(link.id), tag(secret, link)]).toString("base64url");
}

/** The link id a token names; its tag is checked afterwards, against the generation in the database. */
export function linkIdOfToken(token: string): string | undefined {
  if (!TOKEN.test(token)) return undefined;
  const hex = Buffer.from(token, "base64url").subarray(0, ID_BYTES).toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

export function isTokenOfLink(
  token: string,
  secret: string,
  link: { readonly id: string; readonly generation: number },
): boolean {
  // As texts: the last letter holds bits that belong to no byte, and one link has one token.
  const given = Buffer.from(token);
  const expected = Buffer.from(linkToken(secret, link));
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function tag(secret: string, link: { readonly id: string; readonly generation: number }): Buffer {
  const digest = createHmac("sha256", secret).update(`customer-link:${link.id}:${link.generation}`).digest();
  return digest.subarray(0, TAG_BYTES);
}

function idBytes(id: string): Buffer {
  return Buffer.from(id.replaceAll("-", ""), "hex");
}
