import { and, eq, inArray, isNull, ne } from "drizzle-orm";
import type { ClaimRow } from "@/db/commands/claim-state";
import { documents } from "@/db/schema/documents";
import type { Transaction } from "@/db/scope";

export type DocumentFault = "document_unknown" | "document_not_ready" | "document_refused";
export type DocumentFaults = { readonly reason: DocumentFault; readonly fields: Record<string, readonly string[]> };

/**
 * Why the files an answer names cannot go along, told by their place in its list: a file nobody sent for this order,
 * one that is still being looked at, one that was refused. Undefined when all can.
 */
export async function findDocumentFaults(
  tx: Transaction,
  claim: ClaimRow,
  documentIds: readonly string[],
): Promise<DocumentFaults | undefined> {
  if (documentIds.length === 0) return undefined;
  const rows = await tx
    .select({ id: documents.id, status: documents.status })
    .from(documents)
    .where(
      and(
        eq(documents.sellerId, claim.sellerId),
        eq(documents.orderId, claim.orderId),
        ne(documents.visibility, "internal"),
        isNull(documents.replacedBy),
        inArray(documents.id, [...documentIds]),
      ),
    );
  const faults = documentIds.flatMap((id, index) => {
    const reason = faultOf(rows.find((row) => row.id === id.toLowerCase())?.status);
    return reason ? [{ reason, field: `documentIds[${index}]` }] : [];
  });
  const [first] = faults;
  if (!first) return undefined;
  return { reason: first.reason, fields: Object.fromEntries(faults.map(({ field, reason }) => [field, [reason]])) };
}

function faultOf(status: (typeof documents.$inferSelect)["status"] | undefined): DocumentFault | undefined {
  if (status === "verified") return undefined;
  if (status === undefined) return "document_unknown";
  return status === "refused" ? "document_refused" : "document_not_ready";
}
