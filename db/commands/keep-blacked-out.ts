import { and, eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { documentStream } from "@/db/commands/documents";
import { appendEvents } from "@/db/commands/journal";
import { documents } from "@/db/schema/documents";
import { withScope } from "@/db/scope";
import { actorText, type SellerScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import { type BlackOutRefusal, blackOutRefusal } from "@/lib/evidence/black-out";
import { mayAddDocument } from "@/lib/evidence/permissions";
import { accepted, type Outcome, refused } from "@/lib/outcome";

export type BlackedOut = {
  readonly areas: number;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly storageKey: string;
  readonly previewKey: string | null;
  readonly previewBytes: number | null;
};

export type KeepRefusal = BlackOutRefusal | "not_allowed" | "not_found";

/**
 * The picture with names blacked out becomes a document of its own, with everything that was said of the first: facts,
 * verdict, the hash of the bytes as they arrived. The first one stays the seller's and never leaves any more.
 */
export async function keepBlackedOut(
  scope: SellerScope,
  { documentId, picture }: { readonly documentId: string; readonly picture: BlackedOut },
  now: Instant,
): Promise<Outcome<{ readonly documentId: string; readonly claimId: string | null }, KeepRefusal>> {
  return withScope(scope, async (tx) => {
    const one = and(eq(documents.sellerId, scope.sellerId), eq(documents.id, documentId));
    const [first] = await tx
      .select()
      .from(documents)
      .where(and(one, eq(documents.status, "verified")))
      .for("update");
    if (!first) return refused("not_found");
    if (!mayAddDocument(scope, first.kind)) return refused("not_allowed");
    const refusal = blackOutRefusal(first);
    if (refusal) return refused(refusal);
    const { areas, ...bytes } = picture;
    const second = { ...first, ...bytes, id: uuidv7(), uploadedBy: actorText(scope.actor), uploadedAt: now };
    await tx.insert(documents).values({ ...second, facts: factsOf(first.facts, { documentId, areas }) });
    await tx.update(documents).set({ replacedBy: second.id }).where(one);
    const { id, verifiedType, sha256, originalSha256, sizeBytes } = second;
    await appendEvents(tx, { stream: documentStream(scope.sellerId, first.claimId), actor: scope.actor, at: now }, [
      { type: "document_blacked_out", payload: { documentId: id, fromDocumentId: documentId, areas } },
      { type: "document_verified", payload: { documentId: id, verifiedType, sha256, originalSha256, sizeBytes } },
    ]);
    return accepted({ documentId: id, claimId: first.claimId });
  });
}

type Facts = (typeof documents.$inferSelect)["facts"];

/** Beside what the bytes said: where the picture comes from. */
function factsOf(facts: Facts, { documentId, areas }: { readonly documentId: string; readonly areas: number }): Facts {
  const said = isRecord(facts) ? facts : {};
  const file = isRecord(said.file) ? said.file : {};
  return { ...said, file: { ...file, blackedOutFrom: documentId, blackedOutAreas: areas } };
}

function isRecord(value: Facts | undefined): value is Extract<Facts, Readonly<Record<string, unknown>>> {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}
