import { createHash, createHmac } from "node:crypto";
import { uuidv7 } from "uuidv7";
import type { NewAccountLink } from "@/lib/auth/account-link";
import { env } from "@/lib/env";
import type { AccountLinkKind } from "@/lib/notifications/placeholder";

/**
 * The secret of an invitation or of a password reset, derived from its row's identifier: a mail that waits
 * holds the identifier only, the database the hash only.
 */
export function accountToken(kind: AccountLinkKind, id: string): string {
  const { AUTH_SECRET } = env();
  if (AUTH_SECRET === undefined) throw new Error("AUTH_SECRET is not set: account links cannot be signed");
  return createHmac("sha256", AUTH_SECRET).update(`account-link:${kind}:${id}`).digest("base64url");
}

/** What the database keeps of a token, and looks it up by. */
export function tokenHash(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

export function newAccountLink(kind: AccountLinkKind): NewAccountLink {
  const id = uuidv7();
  return { id, tokenHash: tokenHash(accountToken(kind, id)) };
}

const PATHS: Readonly<Record<AccountLinkKind, string>> = {
  member_invited: "invitation",
  password_reset: "reinitialiser",
};

export function accountLinkUrl(kind: AccountLinkKind, id: string): string {
  return `${env().BASE_URL}/${PATHS[kind]}/${accountToken(kind, id)}`;
}
