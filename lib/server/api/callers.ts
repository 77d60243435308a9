import { touchApiKey } from "@/db/commands/api-keys";
import { type ApiCaller, findApiCaller, findSellerBySlug } from "@/db/queries/api-callers";
import { hashApiKey, looksLikeApiKey } from "@/lib/auth/api-key";
import type { Actor, AdminScope, SellerScope } from "@/lib/auth/scope";
import { isDueToBeSeen } from "@/lib/auth/session";
import type { Instant } from "@/lib/calendar/instant";
import type { Access } from "@/lib/server/api/operation";
import { type ApiProblem, problem } from "@/lib/server/api/problems";
import { adminScope, entryScope, sellerScope } from "@/lib/server/scope";

const UNAUTHENTICATED = problem("unauthenticated", { headers: { "WWW-Authenticate": 'Bearer realm="api"' } });

/** The key of `Authorization: Bearer …`, found by its hash. A revoked key is an unknown one. Its use is noted. */
export async function authenticate(request: Request, now: Instant): Promise<ApiCaller | ApiProblem> {
  const key = /^Bearer +(\S+)$/i.exec(request.headers.get("authorization") ?? "")?.[1];
  if (key === undefined || !looksLikeApiKey(key)) return UNAUTHENTICATED;
  const found = await findApiCaller(entryScope(), hashApiKey(key), now);
  if (!found) return UNAUTHENTICATED;
  const { caller, lastUsedAt } = found;
  if (lastUsedAt === null || isDueToBeSeen(lastUsedAt, now)) await touchApiKey(entryScope(), caller.keyId, now);
  return caller;
}

/** The scope an operation runs in, or why this key may not call it. */
export async function scopeOf(
  caller: ApiCaller,
  access: Access,
  sellerSlug: string | undefined,
): Promise<SellerScope | AdminScope | ApiProblem> {
  const isWrite = access === "seller_write" || access === "operator_write";
  const isReader = caller.kind === "operator" ? caller.role === "auditor" : caller.access === "read";
  if (isReader && isWrite) return problem("forbidden");
  switch (access) {
    case "operator_read":
    case "operator_write":
      return caller.kind === "operator"
        ? adminScope({ role: caller.role, actor: actorOf(caller) })
        : problem("forbidden");
    case "seller_read":
    case "seller_write":
      return caller.kind === "operator" ? namedSeller(caller, sellerSlug) : ownSeller(caller, sellerSlug);
  }
}

function ownSeller(caller: Extract<ApiCaller, { kind: "seller" }>, slug: string | undefined) {
  if (slug !== undefined && slug !== caller.slug) return problem("forbidden");
  if (caller.status === "suspended") return problem("seller_suspended");
  const role = caller.access === "read" ? "viewer" : "owner";
  return sellerScope({ sellerId: caller.sellerId, role, actor: actorOf(caller) });
}

/** The operator acts for the seller it names; an auditor reads with a viewer's rights. */
async function namedSeller(caller: Extract<ApiCaller, { kind: "operator" }>, slug: string | undefined) {
  if (slug === undefined) return problem("seller_required");
  const seller = await findSellerBySlug(entryScope(), slug);
  if (seller === undefined) return problem("seller_unknown");
  const role = caller.role === "auditor" ? "viewer" : "owner";
  return sellerScope({ sellerId: seller.id, role, actor: actorOf(caller) });
}

function actorOf(caller: ApiCaller): Actor {
  return { kind: "api_key", keyId: caller.keyId };
}
