import "server-only";
import type { NextAuthOptions } from "next-auth";
import credentials from "next-auth/providers/credentials";
import { revokeSession } from "@/db/commands/sessions";
import { findLiveSession } from "@/db/queries/sessions";
import { signInSchema } from "@/lib/auth/schema";
import { env } from "@/lib/env";
import { currentTime } from "@/lib/server/clock";
import { entryScope } from "@/lib/server/scope";
import { authSecret } from "@/lib/server/session-cookie";
import { signIn } from "@/lib/server/sign-in";

/**
 * next-auth's own endpoints, over the same sign-in and the same session rows as the pages.
 *
 * Credentials need JWT sessions there; the token holds a session's id, whose row is read on each request.
 */
export function authOptions(): NextAuthOptions {
  // next-auth reads its origin from here, never from the Host header.
  process.env.NEXTAUTH_URL ??= env().BASE_URL;
  return {
    secret: authSecret(),
    session: { strategy: "jwt", maxAge: 400 * 86_400 },
    pages: { signIn: "/connexion", signOut: "/compte", error: "/connexion" },
    providers: [
      credentials({
        credentials: { email: { type: "email" }, password: { type: "password" } },
        authorize: async (typed, request) => {
          const parsed = signInSchema.safeParse(typed);
          if (!parsed.success) return null;
          const outcome = await signIn(parsed.data, new Headers(stringsOf(request.headers)), currentTime());
          return outcome.ok ? { id: outcome.value.sessionId } : null;
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user ? { sessionId: user.id } : { sessionId: token.sessionId }),
      session: async ({ session, token }) => {
        const { sessionId } = token;
        const live = typeof sessionId === "string" && (await findLiveSession(entryScope(), sessionId, currentTime()));
        return { expires: session.expires, ...(live ? { user: { name: live.name, email: live.email } } : {}) };
      },
    },
    events: {
      signOut: async ({ token }) => {
        const { sessionId } = token;
        if (typeof sessionId !== "string") return;
        const live = await findLiveSession(entryScope(), sessionId, currentTime());
        if (live) await revokeSession(entryScope(), { userId: live.userId, sessionId }, currentTime());
      },
    },
  };
}

function stringsOf(headers: unknown): Record<string, string> {
  const entries = Object.entries(typeof headers === "object" && headers !== null ? headers : {});
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === "string"));
}
