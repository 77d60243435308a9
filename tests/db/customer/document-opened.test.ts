import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { recordDocumentOpened } from "@/db/commands/document-opened";
import { openClaim } from "@/db/commands/open-claim";
import { documents } from "@/db/schema/documents";
import { withScope } from "@/db/scope";
import { instant } from "@/lib/calendar/instant";
import { customerScope } from "@/lib/server/scope";
import { makeOrder, makeSeller } from "../../support/factory";
import { type TestDatabase, testDatabase } from "../../support/test-database";

const NOW = instant("2026-11-23T09:00:00Z");

let db: TestDatabase;
beforeAll(() => {
  db = testDatabase();
});
afterAll(async () => {
  await db.close();
  await closeDatabase();
});

async function withDocument(messageId: string | null) {
  const seller = await makeSeller();
  const order = await makeOrder(seller);
  const input = { orderNumber: order.number, situation: "other", message: "Une question." } as const;
  const opened = await openClaim(seller.scope, { input, recordedBy: "customer", locale: "fr" }, NOW);
  if (!opened.ok) throw new Error(opened.reason);
  const { claimId } = opened.value;
  const id = uuidv7();
  const file = { kind: "other", status: "verified", fileName: "notice.pdf", sizeBytes: 1200 } as const;
  const bytes = { declaredType: "application/pdf", verifiedType: "application/pdf", sha256: "a".repeat(64) };
  const owner = { sellerId: seller.id, orderId: order.id, claimId, uploadedBy: "member:x", uploadedAt: NOW };
  await withScope(seller.job, (tx) =>
    tx.insert(documents).values({ id, storageKey: id, messageId, sentAt: NOW, ...file, ...bytes, ...owner }),
  );
  const facts = { sellerId: seller.id, orderId: order.id, linkId: uuidv7(), audience: "mailed" } as const;
  return { id, claimId, customer: customerScope(facts) };
}

const noted = (claimId: string) =>
  db.superuser`select actor from events where stream_id = ${claimId} and type = 'document_opened'`;

describe("a document the customer opens", () => {
  test("is noted once, with the link that opened it", async () => {
    const { id, claimId, customer } = await withDocument(uuidv7());
    await recordDocumentOpened(customer, { documentId: id }, NOW);
    await recordDocumentOpened(customer, { documentId: id }, NOW);
    expect(await noted(claimId)).toMatchObject([{ actor: expect.stringContaining("customer:mailed:") }]);
  });

  test("of their own, of another order or of no claim is not noted", async () => {
    const own = await withDocument(null);
    await recordDocumentOpened(own.customer, { documentId: own.id }, NOW);
    expect(await noted(own.claimId)).toEqual([]);
    const other = await withDocument(uuidv7());
    await recordDocumentOpened(own.customer, { documentId: other.id }, NOW);
    await recordDocumentOpened(own.customer, { documentId: uuidv7() }, NOW);
    expect(await noted(other.claimId)).toEqual([]);
  });
});
