import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { claims } from "@/db/schema/claims";
import { documents } from "@/db/schema/documents";
import { intakeAnswers } from "@/db/schema/intake-answers";
import { invoices } from "@/db/schema/invoices";
import { messages } from "@/db/schema/messages";
import { orderLines, orders } from "@/db/schema/orders";
import { orderNumberKey } from "@/db/schema/policies";
import { replies } from "@/db/schema/replies";
import { sellers } from "@/db/schema/sellers";
import { type Transaction, withScope } from "@/db/scope";
import type { AdminScope } from "@/lib/auth/scope";

/** More orders than one person places; a longer list would be somebody else's address. */
const MOST_ORDERS = 200;

/** Orders of a number, of any seller: where a request about a person's data begins. */
export async function findOrdersByNumber(scope: AdminScope, number: string) {
  return withScope(scope, (tx) =>
    tx
      .select({ id: orders.id, seller: sellers.name })
      .from(orders)
      .innerJoin(sellers, eq(sellers.id, orders.sellerId))
      .where(eq(orders.numberKey, orderNumberKey(sql`${number}::text`)))
      .orderBy(asc(sellers.name), asc(orders.id))
      .limit(20),
  );
}

/** The orders of an order's customer with their claims and invoices: what an erasure reaches, and what holds it back. */
export async function findCustomerOrders(scope: AdminScope, orderId: string) {
  return withScope(scope, (tx) => readCustomerOrders(tx, orderId));
}

/** An order and every other one placed with the same address. */
export async function readCustomerOrders(tx: Transaction, orderId: string) {
  const [named] = await tx.select({ email: orders.customerEmail }).from(orders).where(eq(orders.id, orderId)).limit(1);
  if (!named) return [];
  const ofPerson = named.email === null ? eq(orders.id, orderId) : eq(orders.customerEmail, named.email);
  const rows = await tx
    .select({ order: orders, seller: sellers.name })
    .from(orders)
    .innerJoin(sellers, eq(sellers.id, orders.sellerId))
    .where(and(ofPerson, isNull(orders.erasedAt)))
    .orderBy(asc(orders.placedAt), asc(orders.id))
    .limit(MOST_ORDERS);
  const ids = rows.map(({ order }) => order.id);
  if (ids.length === 0) return [];
  const [ofClaims, ofInvoices] = await Promise.all([
    tx
      .select({ id: claims.id, orderId: claims.orderId, reference: claims.reference, state: claims.state })
      .from(claims)
      .where(inArray(claims.orderId, ids))
      .orderBy(asc(claims.openedAt), asc(claims.id)),
    tx
      .select({ orderId: invoices.orderId, number: invoices.number })
      .from(invoices)
      .where(inArray(invoices.orderId, ids))
      .orderBy(asc(invoices.number)),
  ]);
  return rows.map(({ order, seller }) => ({
    order,
    seller,
    claims: ofClaims.filter(({ orderId }) => orderId === order.id),
    invoices: ofInvoices.filter(({ orderId }) => orderId === order.id).map(({ number }) => number),
  }));
}

export type CustomerOrder = Awaited<ReturnType<typeof readCustomerOrders>>[number];

/** Everything kept of a customer's orders, as it is handed to them; notes between the sellers' people are not theirs. */
export async function readCustomerData(tx: Transaction, found: readonly CustomerOrder[]) {
  const orderIds = found.map(({ order }) => order.id);
  const claimIds = found.flatMap((one) => one.claims.map(({ id }) => id));
  const none = claimIds.length === 0;
  const [lines, said, answers, sent, files] = await Promise.all([
    orderIds.length === 0 ? [] : tx.select().from(orderLines).where(inArray(orderLines.orderId, orderIds)),
    none
      ? []
      : tx
          .select({ claimId: messages.claimId, author: messages.author, body: messages.body, sentAt: messages.sentAt })
          .from(messages)
          .where(and(inArray(messages.claimId, claimIds), eq(messages.visibility, "conversation")))
          .orderBy(asc(messages.sentAt)),
    none
      ? []
      : tx
          .select({
            claimId: intakeAnswers.claimId,
            question: intakeAnswers.question,
            answer: intakeAnswers.answer,
            answeredAt: intakeAnswers.answeredAt,
          })
          .from(intakeAnswers)
          .where(inArray(intakeAnswers.claimId, claimIds))
          .orderBy(asc(intakeAnswers.answeredAt)),
    none
      ? []
      : tx
          .select({ claimId: replies.claimId, sentAt: replies.sentAt, content: replies.content })
          .from(replies)
          .where(and(inArray(replies.claimId, claimIds), eq(replies.status, "sent")))
          .orderBy(asc(replies.sentAt)),
    none
      ? []
      : tx
          .select({
            claimId: documents.claimId,
            kind: documents.kind,
            fileName: documents.fileName,
            sha256: documents.sha256,
            uploadedAt: documents.uploadedAt,
          })
          .from(documents)
          .where(and(inArray(documents.claimId, claimIds), eq(documents.visibility, "conversation")))
          .orderBy(asc(documents.uploadedAt)),
  ]);
  const ofClaim = <Row extends { readonly claimId: string | null }>(rows: readonly Row[], id: string) =>
    rows.filter(({ claimId }) => claimId === id).map(({ claimId: _, ...row }) => row);
  return found.map(({ order, seller, invoices: numbers, claims: own }) => ({
    seller,
    number: order.number,
    placedAt: order.placedAt,
    customer: { name: order.customerName, email: order.customerEmail, phone: order.customerPhone },
    shippingAddress: order.shippingAddress,
    billingAddress: order.billingAddress,
    lines: lines
      .filter(({ orderId }) => orderId === order.id)
      .map(({ name, sku, quantity, unitPriceCents }) => ({ name, sku, quantity, unitPriceCents })),
    invoices: numbers,
    claims: own.map(({ id, reference, state }) => ({
      reference,
      state,
      messages: ofClaim(said, id),
      answers: ofClaim(answers, id),
      replies: ofClaim(sent, id),
      documents: ofClaim(files, id),
    })),
  }));
}
