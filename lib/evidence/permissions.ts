import type { Scope } from "@/lib/auth/scope";
import type { DocumentKind } from "./document";

/** What a customer adds to an order; the other kinds are the seller's word. */
export const CUSTOMER_DOCUMENT_KINDS = [
  "photo",
  "proof_of_return",
  "attestation",
  "other",
] as const satisfies readonly DocumentKind[];

/** A viewer and an accountant read; a customer adds to the order of the link; an auditor and a look-up add nothing. */
export function mayAddDocument(scope: Scope, kind: DocumentKind): boolean {
  switch (scope.kind) {
    case "seller":
      return scope.role === "owner" || scope.role === "agent";
    case "customer":
      return CUSTOMER_DOCUMENT_KINDS.some((allowed) => allowed === kind);
    case "job":
      return true;
    case "admin":
    case "entry":
    case "sweep":
      return false;
  }
}
