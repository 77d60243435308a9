import "server-only";
import { cookies, headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { revokeSession, touchSession } from "@/db/commands/sessions";
import { findLiveSession, type LiveSession, type Membership } from "@/db/queries/sessions";
import { roleCovers } from "@/lib/auth/permissions";
import type { MemberRole } from "@/lib/auth/role";
import { safePath } from "@/lib/auth/safe-path";
import type { AdminScope, SellerScope } from "@/lib/auth/scope";
import { isDueToBeSeen } from "@/lib/auth/session";
import type { Instant } from "@/lib/calendar/instant";
import { LOCALE_COOKIE } from "@/lib/i18n/locale";
import { currentTime } from "@/lib/server/clock";
import { adminScope, entryScope, sellerScope } from "@/lib/server/scope";
import { sessionCookieName, sessionCookieOptions, sessionIdOf, sessionToken } from "@/lib/server/session-cookie";

const ONE_YEAR_IN_SECONDS = 31_536_000;

/** Who is signed in, and for which of their sellers they work at the moment. */
export type Viewer = Pick<
  LiveSession,
  "userId" | "email" | "name" | "locale" | "zone" | "operatorRole" | "memberships"
> & {
  readonly sessionId: string;
  readonly seller: Membership | undefined;
  /** They are of the operator and look at the product as `seller`, without being able to change anything. */
  readonly isLook: boolean;
};

/** Asked of the database once per request, however many components want to know. */
export const currentViewer = cache(async (): Promise<Viewer | undefined> => {
  const sessionId = await sessionIdOf((await cookies()).get(sessionCookieName())?.value);
  if (sessionId === undefined) return undefined;
  const now = currentTime();
  const session = await findLiveSession(entryScope(), sessionId, now);
  if (!session) return undefined;
  if (isDueToBeSeen(session.lastSeenAt, now)) await touchSession(entryScope(), sessionId, now);
  return viewerOf(session);
});

function viewerOf({ id, chosenSellerId, lastSeenAt: _, viewed, ...person }: LiveSession): Viewer {
  const chosen = person.memberships.find(({ sellerId }) => sellerId === chosenSellerId);
  const seller = viewed ?? chosen ?? person.memberships[0];
  return { ...person, sessionId: id, seller, isLook: viewed !== undefined };
}

/** Give the browser a session just opened, and the screens their reader's language. Only in an action or a route. */
export async function startSession(sessionId: string, now: Instant): Promise<Viewer> {
  const session = await findLiveSession(entryScope(), sessionId, now);
  if (!session) throw new Error("A session just opened is not found");
  const jar = await cookies();
  jar.set(sessionCookieName(), await sessionToken(sessionId), sessionCookieOptions());
  jar.set(LOCALE_COOKIE, session.locale, { path: "/", sameSite: "lax", httpOnly: true, maxAge: ONE_YEAR_IN_SECONDS });
  return viewerOf(session);
}

/** End this browser's session. Only in an action or a route. */
export async function endSession(now: Instant): Promise<void> {
  const viewer = await currentViewer();
  if (viewer) await revokeSession(entryScope(), viewer, now);
  (await cookies()).delete({ name: sessionCookieName(), path: "/", secure: sessionCookieOptions().secure });
}

/** The signed-in person, for a page; sends to the sign-in page and back. */
export async function requireViewer(): Promise<Viewer> {
  return (await currentViewer()) ?? redirect(await signInPath());
}

/** The scope of the seller one works for, for a page. The operator's people are sent to their own pages. */
export async function requireSeller(minimum: MemberRole = "viewer"): Promise<SellerScope> {
  const viewer = await requireViewer();
  const scope = sellerScopeOf(viewer);
  if (!scope) redirect(homePath(viewer));
  if (!roleCovers(scope.role, minimum)) notFound();
  return scope;
}

/** The operator's scope, for a page. To anyone else the page does not exist. */
export async function requireAdmin(): Promise<AdminScope> {
  return adminScopeOf(await requireViewer()) ?? notFound();
}

/** The operator's scope, for a page where an auditor has nothing to do. */
export async function requireAdminWrite(): Promise<AdminScope> {
  const scope = await requireAdmin();
  return scope.role === "admin" ? scope : notFound();
}

/** A suspended seller's people read: the operator has taken the pen away, not the books. */
export function sellerScopeOf(viewer: Viewer): SellerScope | undefined {
  if (!viewer.seller) return undefined;
  const { sellerId, status, role } = viewer.seller;
  if (viewer.isLook) {
    const actor = { kind: "operator", userId: viewer.userId } as const;
    return sellerScope({ sellerId, role: "viewer", actor, isLook: true });
  }
  const actor = { kind: "member", userId: viewer.userId } as const;
  return sellerScope({ sellerId, role: status === "suspended" ? "viewer" : role, actor });
}

export function adminScopeOf({ operatorRole, userId }: Viewer): AdminScope | undefined {
  if (!operatorRole) return undefined;
  return adminScope({ role: operatorRole, actor: { kind: "operator", userId } });
}

/** Where somebody begins. */
export function homePath(viewer: Viewer): "/conformite" | "/reclamations" | "/compte" {
  if (viewer.operatorRole) return "/conformite";
  return viewer.seller ? "/reclamations" : "/compte";
}

/** The sign-in page, and back to where one was. `x-path` is written by proxy.ts over whatever the browser sent. */
async function signInPath(): Promise<string> {
  const path = safePath((await headers()).get("x-path"));
  return path === undefined || path === "/" ? "/connexion" : `/connexion?suite=${encodeURIComponent(path)}`;
}
