import { and, eq } from "drizzle-orm";
import { readIssuer } from "@/db/queries/issuer";
import { creditablesOf, readIssuedDocuments, refundsOf } from "@/db/queries/order-documents";
import { readOrderFacts } from "@/db/queries/order-facts";
import { orders } from "@/db/schema/orders";
import { withScope } from "@/db/scope";
import type { OneSellerScope } from "@/lib/auth/scope";
import { sumCents } from "@/lib/money/cents";

/**
 * What may be credited on an order: its invoices with what is left of each, and what was paid back without a credit
 * note so far. Undefined when this seller has no such order.
 */
export async function findCreditable(scope: OneSellerScope, orderNumber: string) {
  const { sellerId } = scope;
  return withScope(scope, async (tx) => {
    const [row] = await tx
      .select({ id: orders.id })
      .from(orders)
      .where(and(eq(orders.sellerId, sellerId), eq(orders.number, orderNumber)));
    const facts = row && (await readOrderFacts(tx, sellerId, row.id));
    const issuer = await readIssuer(tx, sellerId);
    if (!facts || !issuer) return undefined;
    const issued = await readIssuedDocuments(tx, sellerId, facts.order.id);
    const refunds = refundsOf(facts, issuer.zone);
    const stated = issued.filter(({ kind }) => kind === "credit_note").map(({ document }) => document);
    const carried = stated.filter(({ payments }) => payments.some(({ method }) => method === "carried_over"));
    const creditedCents = sumCents(
      stated.filter((note) => !carried.includes(note)).map((note) => note.totals.grossCents),
    );
    const refundedCents = sumCents(refunds.map(({ amountCents }) => amountCents));
    return {
      order: facts.order,
      lines: facts.lines,
      issuer,
      refunds,
      creditables: creditablesOf(facts, issued, issuer),
      uncreditedCents: Math.max(0, refundedCents - creditedCents),
    };
  });
}

export type Creditables = NonNullable<Awaited<ReturnType<typeof findCreditable>>>;
