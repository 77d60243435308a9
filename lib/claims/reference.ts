import { randomBytes } from "node:crypto";

/** Crockford's alphabet: no I, L, O or U, so that a reference can be read out on the phone. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH = 8;

/** A claim's name for humans, such as `R-7F3K-2Q9D`: 40 random bits, unique by the database's constraint. */
export function newClaimReference(): string {
  const letters = [...randomBytes(LENGTH)].map((byte) => ALPHABET[byte % ALPHABET.length]);
  return `R-${letters.slice(0, 4).join("")}-${letters.slice(4).join("")}`;
}
