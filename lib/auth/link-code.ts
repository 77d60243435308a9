import { createHmac } from "node:crypto";

/** How long a code lives in minutes, how many wrong tries it takes, and how many a link may ask for in an hour (assumed). */
export const LINK_CODE_RULES = { minutes: 10, attempts: 5, perHour: 5 } as const;

/**
 * Six digits derived from a secret and the code's own identifier: a mail that waits names the identifier, so that
 * neither the mail's row nor the code's opens anything.
 */
export function linkCode(secret: string, codeId: string): string {
  const digest = createHmac("sha256", secret).update(`link-code:${codeId}`).digest();
  return String(digest.readUInt32BE(0) % 1_000_000).padStart(6, "0");
}

/** What the database keeps of a code. Keyed, because six digits alone are guessed from a plain hash. */
export function linkCodeHash(secret: string, linkId: string, code: string): string {
  return createHmac("sha256", secret).update(`link-code-hash:${linkId}:${code}`).digest("hex");
}
