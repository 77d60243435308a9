import { and, eq, sql } from "drizzle-orm";
import { documentStream } from "@/db/commands/documents";
import { appendEvent } from "@/db/commands/journal";
import type { StaffScope } from "@/db/commands/opened-claim";
import { type OrderFacts, readOrderFacts } from "@/db/queries/order-facts";
import { claims } from "@/db/schema/claims";
import { documents } from "@/db/schema/documents";
import { type Transaction, withScope } from "@/db/scope";
import type { Instant } from "@/lib/calendar/instant";
import type { ProofFacts } from "@/lib/evidence/document-facts";
import { mayAddDocument } from "@/lib/evidence/permissions";
import { type ProofContext, type ProofVerdict, proofVerdict } from "@/lib/evidence/proof-verdict";
import { isFromPage, readFacts } from "@/lib/evidence/read-facts";
import type { ReadProof } from "@/lib/evidence/read-proof-text";
import { statusOfParcel } from "@/lib/orders/parcel";
import { accepted, type Outcome, refused } from "@/lib/outcome";

export type ConfirmProofRefusal = "not_allowed" | "not_found" | "not_a_proof" | "already_sent";
export type ConfirmedProof = ProofVerdict & { readonly documentId: string; readonly claimId: string | null };

/**
 * Say what a proof of delivery shows. It is compared with the order at once, and the verdict is kept beside its
 * facts. A proof that was sent keeps the verdict it was sent with: a clock was judged on it.
 */
export async function confirmProofFacts(
  scope: StaffScope,
  input: { readonly documentId: string; readonly facts: ProofFacts },
  now: Instant,
): Promise<Outcome<ConfirmedProof, ConfirmProofRefusal>> {
  if (!mayAddDocument(scope, "proof_of_delivery")) return refused("not_allowed");
  return withScope(scope, async (tx) => {
    const document = await lockDocument(tx, scope.sellerId, input.documentId);
    if (!document) return refused("not_found");
    if (document.kind !== "proof_of_delivery") return refused("not_a_proof");
    if (document.sentAt) return refused("already_sent");
    const { verdict, reasons } = proofVerdict(input.facts, await readProofContext(tx, scope.sellerId, document, now));
    const { file } = ownFacts(document.facts);
    const facts = { ...input.facts, ...(file === undefined ? {} : { file }) };
    await tx
      .update(documents)
      .set({ facts, verdict, verdictReasons: reasons.map((reason) => ({ ...reason })) })
      .where(and(eq(documents.sellerId, scope.sellerId), eq(documents.id, document.id)));
    await appendEvent(tx, {
      stream: documentStream(scope.sellerId, document.claimId),
      type: "proof_facts_confirmed",
      actor: scope.actor,
      at: now,
      payload: {
        documentId: document.id,
        facts: { ...input.facts },
        verdict,
        reasons: reasons.map(({ code }) => code),
      },
    });
    return accepted({ documentId: document.id, claimId: document.claimId, verdict, reasons });
  });
}

/** Facts read from a pasted page lie beside the proof until the seller confirms them: nothing is judged on them. */
export async function proposeProofFacts(
  scope: StaffScope,
  input: { readonly documentId: string; readonly read: ReadProof },
): Promise<Outcome<{ readonly claimId: string | null }, ConfirmProofRefusal>> {
  if (!mayAddDocument(scope, "proof_of_delivery")) return refused("not_allowed");
  return withScope(scope, async (tx) => {
    const document = await lockDocument(tx, scope.sellerId, input.documentId);
    if (!document) return refused("not_found");
    if (document.kind !== "proof_of_delivery") return refused("not_a_proof");
    if (document.sentAt) return refused("already_sent");
    const proposed = JSON.stringify(readFacts(input.read, "page"));
    await tx
      .update(documents)
      .set({
        facts: sql`coalesce(facts, '{}'::jsonb) || jsonb_build_object('file', coalesce(facts -> 'file', '{}'::jsonb) || ${proposed}::jsonb)`,
      })
      .where(and(eq(documents.sellerId, scope.sellerId), eq(documents.id, document.id)));
    return accepted({ claimId: document.claimId });
  });
}

async function lockDocument(tx: Transaction, sellerId: string, documentId: string) {
  const [row] = await tx
    .select({
      id: documents.id,
      kind: documents.kind,
      orderId: documents.orderId,
      claimId: documents.claimId,
      facts: documents.facts,
      sentAt: documents.sentAt,
    })
    .from(documents)
    .where(and(eq(documents.sellerId, sellerId), eq(documents.id, documentId)))
    .for("update");
  return row;
}

type Proof = NonNullable<Awaited<ReturnType<typeof lockDocument>>>;

/** What the worker found in the bytes lies beside what the sender says, under `file`. */
function ownFacts(facts: Proof["facts"]) {
  const file = facts !== null && typeof facts === "object" && "file" in facts ? facts.file : undefined;
  if (file === undefined || file === null || typeof file !== "object") return {};
  return { file: Object.fromEntries(Object.entries(file).filter(([name]) => !isFromPage(name))) };
}

/** @param now stands for the claim's instant when the proof belongs to an order without a claim */
async function readProofContext(tx: Transaction, sellerId: string, proof: Proof, now: Instant): Promise<ProofContext> {
  const order = await readOrderFacts(tx, sellerId, proof.orderId);
  if (!order) throw new Error(`Order ${proof.orderId} disappeared`);
  const receivedAt = proof.claimId ? await receivedAtOf(tx, sellerId, proof.claimId) : undefined;
  return proofContextOf(order, { claimReceivedAt: receivedAt ?? now, now });
}

async function receivedAtOf(tx: Transaction, sellerId: string, claimId: string): Promise<Instant | undefined> {
  const [claim] = await tx
    .select({ receivedAt: claims.receivedAt })
    .from(claims)
    .where(and(eq(claims.sellerId, sellerId), eq(claims.id, claimId)));
  return claim?.receivedAt;
}

function proofContextOf(
  { order, parcels }: OrderFacts,
  instants: Pick<ProofContext, "claimReceivedAt" | "now">,
): ProofContext {
  const { name, postcode, city } = order.shippingAddress;
  return {
    ...instants,
    parcels: parcels.map((parcel) => ({
      carrier: parcel.carrier,
      trackingNumber: parcel.trackingNumber,
      mode: parcel.mode,
      status: statusOfParcel(parcel),
      shippedAt: parcel.shippedAt,
    })),
    addressee: { name, postcode, city },
    placedAt: order.placedAt,
  };
}
