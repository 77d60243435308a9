import type { MemberRole } from "@/lib/auth/role";
import type { Scope } from "@/lib/auth/scope";

const WRITING_ROLES: readonly string[] = ["owner", "agent", "admin"];

/** Members a claim may be given to: those who may answer it. */
export function mayBeAssigned(role: MemberRole): boolean {
  return WRITING_ROLES.includes(role);
}

/** Answering, recording, closing: an owner or an agent of the seller, an admin of the operator, or a job. */
export function mayHandleClaims(scope: Scope): boolean {
  if (scope.kind === "seller" || scope.kind === "admin") return WRITING_ROLES.includes(scope.role);
  return scope.kind === "job";
}

/** Writing on a claim as its customer. */
export function mayActAsCustomer(scope: Scope): boolean {
  return scope.kind === "customer";
}

/** Through a link that was not mailed to the customer, a binding act needs the six digits that were. */
export function needsCode(scope: Scope): boolean {
  return scope.kind === "customer" && scope.actor.audience === "api";
}
