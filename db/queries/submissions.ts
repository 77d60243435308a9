import { asc, eq, inArray, sql } from "drizzle-orm";
import { mailedAddress, ofMailedLink } from "@/db/queries/link-address";
import { customerLinks, submissions } from "@/db/schema/links";
import { mails } from "@/db/schema/mails";
import { orders } from "@/db/schema/orders";
import { orderNumberKey } from "@/db/schema/policies";
import { sellers } from "@/db/schema/sellers";
import { withScope } from "@/db/scope";
import type { AdminScope, EntryScope, JobScope } from "@/lib/auth/scope";
import { orderChoiceMailKey } from "@/lib/notifications/order-choice";

/** The orders of the number an entry scope names, however it was typed, of any seller: what an identity is compared with. */
export async function listOrdersOfNumber(scope: EntryScope) {
  return withScope(scope, (tx) =>
    tx
      .select({
        sellerId: orders.sellerId,
        orderId: orders.id,
        number: orders.number,
        customerName: orders.customerName,
        customerEmail: mailedAddress,
        shippingAddress: orders.shippingAddress,
      })
      .from(orders)
      .leftJoin(customerLinks, ofMailedLink)
      .where(eq(orders.numberKey, keyOfNumber(scope.orderNumber ?? "")))
      .orderBy(asc(orders.sellerId), asc(orders.id))
      .limit(20),
  );
}

/** What came through the public form and no order was found for, oldest first. */
export async function listWaitingSubmissions(scope: AdminScope) {
  return withScope(scope, (tx) =>
    tx
      .select()
      .from(submissions)
      .where(eq(submissions.status, "waiting"))
      .orderBy(asc(submissions.submittedAt), asc(submissions.id))
      .limit(200),
  );
}

/** Orders that could be meant, across sellers, for the operator to attach a submission to. */
export async function listCandidateOrders(scope: AdminScope, number: string) {
  return withScope(scope, (tx) =>
    tx
      .select({
        sellerId: orders.sellerId,
        sellerSlug: sellers.slug,
        sellerName: sellers.name,
        orderId: orders.id,
        number: orders.number,
        customerName: orders.customerName,
        placedAt: orders.placedAt,
      })
      .from(orders)
      .innerJoin(sellers, eq(sellers.id, orders.sellerId))
      .where(eq(orders.numberKey, keyOfNumber(number)))
      .orderBy(asc(sellers.slug), asc(orders.id))
      .limit(20),
  );
}

/** The mails that asked a customer which of these orders a submission is about, one to each address of record. */
export async function listAskedAddresses(scope: AdminScope, submissionId: string, orderIds: readonly string[]) {
  const keys = orderIds.map((orderId) => orderChoiceMailKey(submissionId, orderId));
  if (keys.length === 0) return [];
  return withScope(scope, (tx) =>
    tx
      .select({ id: mails.id, recipient: mails.recipient, status: mails.status, createdAt: mails.createdAt })
      .from(mails)
      .where(inArray(mails.dedupeKey, keys))
      .orderBy(asc(mails.createdAt), asc(mails.id)),
  );
}

function keyOfNumber(number: string) {
  return orderNumberKey(sql`${number}::text`);
}

type SweepScope = Extract<JobScope, { readonly kind: "sweep" }>;

/** One submission, whatever became of it. */
export async function findSubmission(scope: AdminScope | EntryScope | SweepScope, submissionId: string) {
  const [row] = await withScope(scope, (tx) =>
    tx.select().from(submissions).where(eq(submissions.id, submissionId)).limit(1),
  );
  return row;
}

export type Submission = NonNullable<Awaited<ReturnType<typeof findSubmission>>>;
