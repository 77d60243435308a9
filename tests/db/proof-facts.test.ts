import { eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { afterAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { openClaim } from "@/db/commands/open-claim";
import { confirmProofFacts } from "@/db/commands/proof-facts";
import { sendReply } from "@/db/commands/send-reply";
import { documents } from "@/db/schema/documents";
import { replies } from "@/db/schema/replies";
import { withScope } from "@/db/scope";
import { instant } from "@/lib/calendar/instant";
import type { ProofFacts } from "@/lib/evidence/document-facts";
import type { ReplyInput } from "@/lib/replies/schema";
import { type MadeSeller, makeOrder, makeSeller, memberOf } from "../support/factory";

afterAll(closeDatabase);

const OPENED = instant("2026-11-20T09:00:00Z");
const ANSWERED = instant("2026-11-20T10:00:00Z");
const FACTS: ProofFacts = {
  carrier: "Colissimo",
  trackingNumber: "6A15602676300",
  deliveredAt: "2026-11-02T13:00:00Z",
  place: { postcode: "69003", city: "Lyon" },
  recipient: "Mme Moreau",
  evidenceKind: "signed_slip",
};

async function uploadedProof(seller: MadeSeller, changes: Partial<typeof documents.$inferInsert> = {}) {
  const order = await makeOrder(seller);
  const input = { orderNumber: order.number, situation: "parcel_not_received" as const, message: "Rien reçu." };
  const claim = await openClaim(seller.scope, { input, recordedBy: "seller", locale: "fr" }, OPENED);
  if (!claim.ok) throw new Error(claim.reason);
  const id = uuidv7();
  await withScope(seller.job, (tx) =>
    tx.insert(documents).values({
      sellerId: seller.id,
      id,
      orderId: order.id,
      claimId: claim.value.claimId,
      kind: "proof_of_delivery",
      status: "verified",
      fileName: "bordereau.pdf",
      declaredType: "application/pdf",
      verifiedType: "application/pdf",
      sizeBytes: 1200,
      sha256: "a".repeat(64),
      storageKey: id,
      facts: { file: { pages: 1 } },
      uploadedBy: "member:x",
      uploadedAt: OPENED,
      ...changes,
    }),
  );
  return { id, claimId: claim.value.claimId };
}

const confirmation = (documentId: string): ReplyInput => ({
  solution: "confirm_delivery",
  carrier: "Colissimo",
  trackingNumber: "6A15602676300",
  deliveredAt: "2026-11-02T13:00:00Z",
  documentIds: [documentId],
});

describe("confirmProofFacts", () => {
  test("the facts are compared with the order, and what the file itself says stays", async () => {
    const seller = await makeSeller();
    const proof = await uploadedProof(seller);
    const confirmed = await confirmProofFacts(seller.scope, { documentId: proof.id, facts: FACTS }, ANSWERED);
    expect(confirmed).toMatchObject({ ok: true, value: { verdict: "strong", claimId: proof.claimId } });
    const [row] = await withScope(seller.scope, (tx) => tx.select().from(documents).where(eq(documents.id, proof.id)));
    expect(row).toMatchObject({ verdict: "strong", facts: { recipient: "Mme Moreau", file: { pages: 1 } } });
  });

  test("another parcel's number contradicts the order", async () => {
    const seller = await makeSeller();
    const proof = await uploadedProof(seller);
    const facts = { ...FACTS, trackingNumber: "6A15602676301" };
    const confirmed = await confirmProofFacts(seller.scope, { documentId: proof.id, facts }, ANSWERED);
    expect(confirmed).toMatchObject({ ok: true, value: { verdict: "contradictory" } });
  });

  test("a proof of which nothing is said stops no clock; once its facts are told it does", async () => {
    const seller = await makeSeller();
    const proof = await uploadedProof(seller);
    const send = () => sendReply(seller.scope, { claimId: proof.claimId, reply: confirmation(proof.id) }, ANSWERED);
    expect(await send()).toMatchObject({ ok: false, verdict: { missing: [{ code: "proof_facts_missing" }] } });
    await confirmProofFacts(seller.scope, { documentId: proof.id, facts: FACTS }, ANSWERED);
    expect(await send()).toMatchObject({ ok: true });
    const again = await confirmProofFacts(seller.scope, { documentId: proof.id, facts: FACTS }, ANSWERED);
    expect(again).toEqual({ ok: false, reason: "already_sent" });
  });

  test("other documents, viewers and other sellers are refused", async () => {
    const [seller, other] = [await makeSeller(), await makeSeller()];
    const photo = await uploadedProof(seller, { kind: "photo" });
    const input = { documentId: photo.id, facts: FACTS };
    expect(await confirmProofFacts(seller.scope, input, ANSWERED)).toEqual({ ok: false, reason: "not_a_proof" });
    expect(await confirmProofFacts(memberOf(seller.id, "viewer"), input, ANSWERED)).toEqual({
      ok: false,
      reason: "not_allowed",
    });
    expect(await confirmProofFacts(other.scope, input, ANSWERED)).toEqual({ ok: false, reason: "not_found" });
  });
});

describe("the files an answer names", () => {
  async function sendWith(seller: MadeSeller, mine: { id: string; claimId: string }, id: string) {
    await confirmProofFacts(seller.scope, { documentId: mine.id, facts: FACTS }, ANSWERED);
    const reply = { ...confirmation(mine.id), documentIds: [mine.id, id] };
    const outcome = await sendReply(seller.scope, { claimId: mine.claimId, reply }, ANSWERED);
    const stored = await withScope(seller.scope, async (tx) => ({
      sent: await tx.select({ id: documents.id }).from(documents).where(eq(documents.sentAt, ANSWERED)),
      replies: await tx.select({ id: replies.id }).from(replies).where(eq(replies.sellerId, seller.id)),
    }));
    return { outcome, stored };
  }
  const nothing = { sent: [], replies: [] };

  test.each([
    { of: "nobody", reason: "document_unknown" as const, id: async () => uuidv7() },
    {
      of: "another order",
      reason: "document_unknown" as const,
      id: async (seller: MadeSeller) => (await uploadedProof(seller)).id,
    },
    {
      of: "another seller",
      reason: "document_unknown" as const,
      id: async () => (await uploadedProof(await makeSeller())).id,
    },
  ])("a file of $of is refused, and nothing is stored", async ({ reason, id }) => {
    const seller = await makeSeller();
    const mine = await uploadedProof(seller);
    const { outcome, stored } = await sendWith(seller, mine, await id(seller));
    expect(outcome).toEqual({ ok: false, reason, fields: { "documentIds[1]": [reason] } });
    expect(stored).toEqual(nothing);
  });

  test.each([
    { change: { status: "uploaded" as const }, reason: "document_not_ready" },
    { change: { status: "refused" as const, refusalReason: "malware" }, reason: "document_refused" },
    { change: { visibility: "internal" as const }, reason: "document_unknown" },
  ])("one that cannot be sent is $reason", async ({ change, reason }) => {
    const seller = await makeSeller();
    const mine = await uploadedProof(seller);
    const [row] = await withScope(seller.job, (tx) => tx.select().from(documents).where(eq(documents.id, mine.id)));
    if (!row) throw new Error("no proof");
    const id = uuidv7();
    await withScope(seller.job, (tx) => tx.insert(documents).values({ ...row, id, storageKey: id, ...change }));
    const { outcome, stored } = await sendWith(seller, mine, id);
    expect(outcome).toMatchObject({ ok: false, reason });
    expect(stored).toEqual(nothing);
  });
});
