import type { MemberRole } from "@/lib/auth/role";
import type { AdminScope, SellerScope } from "@/lib/auth/scope";

/** Settings, members and keys are the owner's. The operator acts on a seller through its own pages. */
export function mayAdministerSeller(scope: SellerScope): boolean {
  return scope.role === "owner";
}

/** An auditor reads everything and writes nothing. */
export function mayAdministerMarketplace(scope: AdminScope): boolean {
  return scope.role === "admin";
}

const RANKS = { viewer: 0, accountant: 0, agent: 1, owner: 2 } as const satisfies Record<MemberRole, number>;

/** Whether a role holds at least what another one does: viewer and accountant read, an agent answers, an owner administers. */
export function roleCovers(role: MemberRole, minimum: MemberRole): boolean {
  return RANKS[role] >= RANKS[minimum];
}
