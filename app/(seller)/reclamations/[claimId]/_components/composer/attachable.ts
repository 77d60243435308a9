import type { ClaimPage } from "@/db/queries/claim-page";
import type { Attachable } from "./composer-data";

/** The seller's own files that the customer has not received, those being looked at included. */
export function attachableOf(documents: ClaimPage["documents"]): readonly Attachable[] {
  return documents
    .filter(
      ({ status, visibility, sentAt, replacedBy, uploadedBy }) =>
        (status === "verified" || status === "uploaded") &&
        visibility === "conversation" &&
        sentAt === null &&
        replacedBy === null &&
        !uploadedBy.startsWith("customer:"),
    )
    .map(({ id, fileName, kind, status, verdict }) => ({
      id,
      name: fileName,
      kind,
      state: status === "verified" ? "ready" : "checking",
      verdict,
    }));
}
