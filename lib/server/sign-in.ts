import { completeSignIn, countSignInTry } from "@/db/commands/sign-in";
import { findCredentials } from "@/db/queries/users";
import { addressBlock } from "@/lib/auth/address-block";
import { lockKeys } from "@/lib/auth/lock-out";
import type { Instant } from "@/lib/calendar/instant";
import { accepted, type Outcome, refused } from "@/lib/outcome";
import { clientAddress } from "@/lib/server/client-address";
import { isPasswordOf } from "@/lib/server/password";
import { entryScope } from "@/lib/server/scope";

export type Credentials = { readonly email: string; readonly password: string };
export type SignInRefusal = "wrong_credentials" | "locked";

/**
 * Prove an e-mail address and a password, and open a session. An unknown address, a wrong password and a
 * disabled account are one answer, after the same work; a lock is told whether or not the account exists.
 */
export async function signIn(
  { email, password }: Credentials,
  headers: Pick<Headers, "get">,
  now: Instant,
): Promise<Outcome<{ readonly sessionId: string; readonly userId: string }, SignInRefusal>> {
  const scope = entryScope();
  const keys = lockKeys(email, addressBlock(clientAddress(headers)));
  const counted = await countSignInTry(scope, keys, now);
  if (!counted.ok) return counted;
  const credentials = await findCredentials(scope, email);
  const isRight = await isPasswordOf(credentials?.passwordHash, password);
  if (!isRight || !credentials) return refused("wrong_credentials");
  const { userId } = credentials;
  const userAgent = headers.get("user-agent") ?? "";
  return accepted({ userId, sessionId: await completeSignIn(scope, { userId, userAgent }, keys, now) });
}
