import type { Scope } from "@/lib/auth/scope";

/** Importing orders and recording what happened to them: an owner or an agent of the seller, or a job. */
export function mayImportOrders(scope: Scope): boolean {
  if (scope.kind === "seller") return scope.role === "owner" || scope.role === "agent";
  return scope.kind === "job";
}
