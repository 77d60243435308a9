import { and, eq, inArray, or, sql } from "drizzle-orm";
import { erasePayloads, erasePayloadsAbout } from "@/db/commands/erase-payloads";
import { appendEvent } from "@/db/commands/journal";
import { claims } from "@/db/schema/claims";
import { documents } from "@/db/schema/documents";
import { intakeAnswers } from "@/db/schema/intake-answers";
import { customerLinks, submissions } from "@/db/schema/links";
import { mails } from "@/db/schema/mails";
import { messages } from "@/db/schema/messages";
import { orders } from "@/db/schema/orders";
import { replies } from "@/db/schema/replies";
import { requalifications } from "@/db/schema/requalifications";
import type { Transaction } from "@/db/scope";
import type { Actor } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";

/** Stands where a person's words, name or address were. */
const ERASED = "Effacé";
/** A document whose bytes are gone names no file any more. */
const ERASED_FILES = "erased/";

export type OrderErasure = {
  readonly sellerId: string;
  readonly orderId: string;
  readonly actor: Actor;
  readonly now: Instant;
  /** Why, as the journal writes it. */
  readonly ground: string;
};

/**
 * Take everything that identifies the customer out of an order and its claims: their words, names, addresses and files,
 * in the rows and in the journal. What happened and when stays, for the figures and the chains; invoices stay whole.
 * The postcode and the country stay, since dates were counted by them.
 *
 * @returns the stored files that nothing names any more, for the caller to delete once this is committed
 */
export async function eraseOrder(tx: Transaction, erasure: OrderErasure): Promise<readonly string[]> {
  const { sellerId, orderId, now } = erasure;
  const ofClaims = await tx
    .select({ id: claims.id })
    .from(claims)
    .where(and(eq(claims.sellerId, sellerId), eq(claims.orderId, orderId)))
    .for("update");
  const ids = ofClaims.map(({ id }) => id);
  await eraseContact(tx, erasure);
  const files = await eraseDocuments(tx, erasure);
  if (ids.length > 0) await eraseWords(tx, sellerId, ids);
  await eraseSubmissions(tx, erasure, ids);
  for (const claimId of ids) {
    const act = { sellerId, claimId, actor: erasure.actor, now };
    await erasePayloads(tx, act, erasure.ground);
  }
  const stream = { kind: "seller", id: sellerId, sellerId } as const;
  const at = { stream, actor: erasure.actor, at: now };
  await erasePayloadsAbout(tx, at, { name: "orderId", ids: [orderId], ground: erasure.ground });
  const payload = { orderId, claims: ids.length, files: files.length, ground: erasure.ground };
  await appendEvent(tx, { ...at, type: "customer_erased", payload });
  return files;
}

async function eraseContact(tx: Transaction, { sellerId, orderId, now }: OrderErasure): Promise<void> {
  const [order] = await tx
    .select({ address: orders.shippingAddress, email: orders.customerEmail })
    .from(orders)
    .where(and(eq(orders.sellerId, sellerId), eq(orders.id, orderId)))
    .for("update");
  if (!order) throw new Error(`Order ${orderId} disappeared`);
  const { postcode, country } = order.address;
  await tx
    .update(orders)
    .set({
      customerName: ERASED,
      customerEmail: null,
      customerPhone: null,
      companySiren: null,
      companyVatNumber: null,
      purchaseOrder: null,
      shippingAddress: { name: ERASED, line1: ERASED, postcode, city: ERASED, country },
      billingAddress: null,
      withdrawalInformedEvidence: null,
      erasedAt: now,
    })
    .where(and(eq(orders.sellerId, sellerId), eq(orders.id, orderId)));
  const links = await tx
    .update(customerLinks)
    .set({ email: null, codeHash: null, revokedAt: now })
    .where(and(eq(customerLinks.sellerId, sellerId), eq(customerLinks.orderId, orderId)))
    .returning({ id: customerLinks.id });
  const linkIds = links.map(({ id }) => id);
  const byLink = linkIds.length > 0 ? inArray(mails.linkId, linkIds) : undefined;
  const byAddress = order.email === null ? undefined : eq(mails.recipient, order.email);
  if (byLink || byAddress) await tx.delete(mails).where(and(eq(mails.sellerId, sellerId), or(byLink, byAddress)));
}

async function eraseDocuments(tx: Transaction, erasure: OrderErasure): Promise<readonly string[]> {
  const { sellerId, orderId, actor, now: at } = erasure;
  const ofOrder = and(eq(documents.sellerId, sellerId), eq(documents.orderId, orderId));
  const rows = await tx
    .select({
      id: documents.id,
      claimId: documents.claimId,
      storageKey: documents.storageKey,
      previewKey: documents.previewKey,
      status: documents.status,
    })
    .from(documents)
    .where(ofOrder);
  const gone = { fileName: ERASED, facts: null, verdictReasons: null, previewKey: null, previewBytes: null };
  await tx
    .update(documents)
    .set({ ...gone, storageKey: sql`${ERASED_FILES} || ${documents.id}` })
    .where(ofOrder);
  for (const { id, claimId, status } of rows) {
    if (status !== "verified") continue;
    const stream = claimId
      ? ({ kind: "claim", id: claimId, sellerId } as const)
      : ({ kind: "seller", id: sellerId, sellerId } as const);
    await appendEvent(tx, { stream, actor, at, type: "document_erased", payload: { documentId: id } });
  }
  return rows.flatMap(({ storageKey, previewKey }) => (previewKey ? [storageKey, previewKey] : [storageKey]));
}

async function eraseWords(tx: Transaction, sellerId: string, ids: readonly string[]): Promise<void> {
  const claimIds = [...ids];
  const of = <Table extends typeof messages | typeof replies | typeof requalifications | typeof intakeAnswers>(
    table: Table,
  ) => and(eq(table.sellerId, sellerId), inArray(table.claimId, claimIds));
  await tx.update(messages).set({ body: ERASED }).where(of(messages));
  await tx
    .update(replies)
    .set({ content: sql`jsonb_build_object('solution', ${replies.solution}, 'message', ${ERASED}::text)` })
    .where(of(replies));
  await tx.update(requalifications).set({ reason: ERASED }).where(of(requalifications));
  await tx.delete(intakeAnswers).where(of(intakeAnswers));
  await tx
    .update(claims)
    .set({ intake: null })
    .where(and(eq(claims.sellerId, sellerId), inArray(claims.id, claimIds)));
  await tx.delete(mails).where(and(eq(mails.sellerId, sellerId), inArray(mails.claimId, claimIds)));
}

/** Requests of the public form that became one of these claims. */
async function eraseSubmissions(tx: Transaction, { actor, now, ground }: OrderErasure, ids: readonly string[]) {
  if (ids.length === 0) return;
  const erased = await tx
    .update(submissions)
    .set({ identity: {}, message: ERASED, intake: [] })
    .where(
      sql`exists (select 1 from jsonb_array_elements(${submissions.matches}) as match where match ->> 'claimId' in ${[...ids]})`,
    )
    .returning({ id: submissions.id });
  const stream = { kind: "marketplace" } as const;
  const found = erased.map(({ id }) => id);
  await erasePayloadsAbout(tx, { stream, actor, at: now }, { name: "submissionId", ids: found, ground });
}
