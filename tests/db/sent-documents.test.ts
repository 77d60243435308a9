import { eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { afterAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { readCommitments } from "@/db/commands/commitments";
import { sendMessage } from "@/db/commands/messages";
import { openClaim } from "@/db/commands/open-claim";
import { confirmProofFacts } from "@/db/commands/proof-facts";
import { sendReply } from "@/db/commands/send-reply";
import { readClocks } from "@/db/queries/clock-facts";
import { readCustomerSpace } from "@/db/queries/customer-space";
import { documents } from "@/db/schema/documents";
import { messages } from "@/db/schema/messages";
import { withScope } from "@/db/scope";
import { instant } from "@/lib/calendar/instant";
import { clockState } from "@/lib/deadlines/clock";
import type { ProofFacts } from "@/lib/evidence/document-facts";
import { customerScope } from "@/lib/server/scope";
import { type MadeSeller, makeOrder, makeSeller } from "../support/factory";

afterAll(closeDatabase);

const OPENED = instant("2026-11-20T09:00:00Z");
const SENT = instant("2026-11-20T10:00:00Z");
const FACTS: ProofFacts = {
  carrier: "Colissimo",
  trackingNumber: "6A15602676300",
  deliveredAt: "2026-11-02T13:00:00Z",
  place: { postcode: "69003", city: "Lyon" },
  recipient: "Mme Moreau",
  evidenceKind: "signed_slip",
};
const MESSAGE = { body: "Voici la preuve.", locale: "fr", visibility: "conversation" } as const;

async function uploadedProof(seller: MadeSeller) {
  const order = await makeOrder(seller);
  const input = { orderNumber: order.number, situation: "parcel_not_received" as const, message: "Rien reçu." };
  const claim = await openClaim(seller.scope, { input, recordedBy: "seller", locale: "fr" }, OPENED);
  if (!claim.ok) throw new Error(claim.reason);
  const { claimId } = claim.value;
  const id = uuidv7();
  const file = { kind: "proof_of_delivery", status: "verified", fileName: "bordereau.pdf", sizeBytes: 1200 } as const;
  const bytes = { declaredType: "application/pdf", verifiedType: "application/pdf", sha256: "a".repeat(64) };
  const owner = { sellerId: seller.id, orderId: order.id, claimId, uploadedBy: "member:x", uploadedAt: OPENED };
  await withScope(seller.job, (tx) =>
    tx.insert(documents).values({ id, storageKey: id, ...file, ...bytes, ...owner, facts: { file: { pages: 1 } } }),
  );
  return { id, claimId, orderId: order.id };
}

async function found(seller: MadeSeller, { id, claimId }: { readonly id: string; readonly claimId: string }) {
  return withScope(seller.scope, async (tx) => {
    const clocks = await readClocks(tx, seller.id, claimId);
    const [document] = await tx.select().from(documents).where(eq(documents.id, id));
    return {
      clocks: Object.fromEntries(clocks.map((clock) => [clock.kind, clockState(clock, SENT)])),
      promises: await readCommitments(tx, seller.id, claimId),
      sentAt: document?.sentAt ?? null,
    };
  });
}

const RUNNING = { reply: "running", proof_of_delivery: "running" };

describe("a proof sent with a message", () => {
  test("meets its clock, leaves the reply's running, and is the customer's to read", async () => {
    const seller = await makeSeller();
    const proof = await uploadedProof(seller);
    await confirmProofFacts(seller.scope, { documentId: proof.id, facts: FACTS }, SENT);
    const note = { ...MESSAGE, claimId: proof.claimId, visibility: "internal", documentIds: [proof.id] } as const;
    expect(await sendMessage(seller.scope, note, SENT)).toMatchObject({ ok: true });
    expect(await found(seller, proof)).toMatchObject({ clocks: RUNNING, sentAt: null });
    const sent = await sendMessage(seller.scope, { ...note, visibility: "conversation" }, SENT);
    if (!sent.ok) throw new Error(sent.reason);
    const after = await found(seller, proof);
    expect(after).toMatchObject({ clocks: { reply: "running", proof_of_delivery: "met" }, sentAt: SENT });
    const customer = { sellerId: seller.id, orderId: proof.orderId, linkId: proof.id, audience: "mailed" } as const;
    const { documents: seen } = await readCustomerSpace(customerScope(customer), SENT);
    expect(seen).toMatchObject([{ id: proof.id, messageId: sent.value.messageId }]);
  });

  test("keeps the promise of an answer that said it would follow", async () => {
    const seller = await makeSeller();
    const proof = await uploadedProof(seller);
    const { carrier, trackingNumber, deliveredAt } = FACTS;
    const reply = { carrier, trackingNumber, deliveredAt, proofFollowsOn: "2026-11-25" };
    const answer = { claimId: proof.claimId, reply: { solution: "confirm_delivery", ...reply } } as const;
    expect(await sendReply(seller.scope, answer, SENT)).toMatchObject({ ok: true });
    await confirmProofFacts(seller.scope, { documentId: proof.id, facts: FACTS }, SENT);
    await sendMessage(seller.scope, { ...MESSAGE, claimId: proof.claimId, documentIds: [proof.id] }, SENT);
    expect(await found(seller, proof)).toMatchObject({
      clocks: { reply: "met", proof_of_delivery: "met" },
      promises: [{ kind: "proof_of_delivery", status: "done", doneAt: SENT }],
    });
  });

  test.each([
    { because: "of which nothing was said", facts: undefined },
    { because: "that contradicts the order", facts: { ...FACTS, trackingNumber: "6A15602676301" } },
  ])("$because leaves, and meets nothing", async ({ facts }) => {
    const seller = await makeSeller();
    const proof = await uploadedProof(seller);
    if (facts) await confirmProofFacts(seller.scope, { documentId: proof.id, facts }, SENT);
    await sendMessage(seller.scope, { ...MESSAGE, claimId: proof.claimId, documentIds: [proof.id] }, SENT);
    expect(await found(seller, proof)).toMatchObject({ clocks: RUNNING, sentAt: SENT });
  });

  test("of another order or another seller is refused, and nothing is said", async () => {
    const [seller, other] = [await makeSeller(), await makeSeller()];
    const proof = await uploadedProof(seller);
    for (const foreign of [await uploadedProof(seller), await uploadedProof(other)]) {
      const message = { ...MESSAGE, claimId: proof.claimId, documentIds: [foreign.id] };
      expect(await sendMessage(seller.scope, message, SENT)).toMatchObject({ ok: false, reason: "document_unknown" });
    }
    const said = await withScope(seller.scope, (tx) =>
      tx.select({ author: messages.author }).from(messages).where(eq(messages.claimId, proof.claimId)),
    );
    expect(said).not.toContainEqual({ author: "seller" });
    expect(await found(seller, proof)).toMatchObject({ clocks: RUNNING, sentAt: null });
  });
});
