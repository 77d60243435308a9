import { createHash, randomInt } from "node:crypto";

/** Whose key: a seller's, or the operator's. */
export const API_KEY_KINDS = ["seller", "admin"] as const;
export type ApiKeyKind = (typeof API_KEY_KINDS)[number];

const BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
/** 32 characters of base 62 are 190 bits: no salt and no slow hash are needed. */
const SECRET_LENGTH = 32;
const API_KEY = /^ev_(seller|admin)_[0-9A-Za-z]{32}$/;

export type NewApiKey = {
  /** Shown once, never stored. */
  readonly key: string;
  readonly keyHash: string;
  readonly lastFour: string;
};

export function newApiKey(kind: ApiKeyKind): NewApiKey {
  const secret = Array.from({ length: SECRET_LENGTH }, () => BASE62[randomInt(BASE62.length)]).join("");
  const key = `ev_${kind}_${secret}`;
  return { key, keyHash: hashApiKey(key), lastFour: key.slice(-4) };
}

/** SHA-256 in hexadecimal: what `api_keys.key_hash` holds. */
export function hashApiKey(key: string): string {
  return createHash("sha256").update(key).digest("hex");
}

/** Whether a text has the shape of a key: spares a look-up, proves nothing. */
export function looksLikeApiKey(text: string): boolean {
  return API_KEY.test(text);
}
