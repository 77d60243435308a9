import { createHmac } from "node:crypto";

/** Without the letters that are read as another one (Crockford): I, L, O and U. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/** 60 bits: at the rate a part of the network may try, guessing one takes longer than the link lives. */
const LENGTH = 12;

/**
 * The code printed in a letter for who has no e-mail address: derived from the link's id and generation, so that a new
 * generation or a revocation ends it like every other copy.
 */
export function letterCode(secret: string, link: { readonly id: string; readonly generation: number }): string {
  const digest = createHmac("sha256", secret).update(`letter-code:${link.id}:${link.generation}`).digest();
  return Array.from(digest.subarray(0, LENGTH), (byte) => ALPHABET[byte % ALPHABET.length]).join("");
}

/** What the database keeps of a code and looks it up by; keyed, so that its rows open nothing. */
export function letterCodeHash(secret: string, code: string): string {
  return createHmac("sha256", secret).update(`letter-code-hash:${code}`).digest("hex");
}

/** As it is printed and read out: three groups of four. */
export function printedCode(code: string): string {
  return code.replace(/(.{4})(?=.)/g, "$1-");
}

/** What somebody typed, as it was printed; undefined when it cannot be a code. */
export function typedCode(text: string): string | undefined {
  const plain = text
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, "")
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1");
  return plain.length === LENGTH && [...plain].every((sign) => ALPHABET.includes(sign)) ? plain : undefined;
}
