import { decode, encode } from "next-auth/jwt";
import { env } from "@/lib/env";

/** The row in the database decides when a session ends; the cookie only has to outlive it. */
const COOKIE_SECONDS = 400 * 86_400;

/** The name next-auth gives it: a cookie with the prefix is accepted over https only. */
export function sessionCookieName(): string {
  return isSecure() ? "__Secure-next-auth.session-token" : "next-auth.session-token";
}

export function sessionCookieOptions() {
  return { httpOnly: true, sameSite: "lax", path: "/", secure: isSecure(), maxAge: COOKIE_SECONDS } as const;
}

/** The cookie's value: an encrypted token that holds the session's id and nothing else. */
export async function sessionToken(sessionId: string): Promise<string> {
  return encode({ token: { sessionId }, secret: authSecret(), maxAge: COOKIE_SECONDS });
}

/** The session id a cookie names; undefined when it is absent, forged or made with another secret. */
export async function sessionIdOf(cookie: string | undefined): Promise<string | undefined> {
  if (!cookie) return undefined;
  const token = await decode({ token: cookie, secret: authSecret() }).catch(() => null);
  return typeof token?.sessionId === "string" ? token.sessionId : undefined;
}

export function authSecret(): string {
  const { AUTH_SECRET } = env();
  if (AUTH_SECRET) return AUTH_SECRET;
  throw new Error("AUTH_SECRET is not set: start the product with `npm start`, or set 32 random characters");
}

function isSecure(): boolean {
  return env().BASE_URL.startsWith("https://");
}
