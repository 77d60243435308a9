import { and, eq } from "drizzle-orm";
import { claims } from "@/db/schema/claims";
import { orderLines, orders, parcels } from "@/db/schema/orders";
import type { Transaction } from "@/db/scope";
import { keptIntake } from "@/lib/claims/intake-schema";
import { maskPayment } from "@/lib/messages/masking";
import type { ReplyFields } from "@/lib/replies/field";
import { looksLikePayment, maskReply } from "@/lib/replies/masked";

type OfClaim = { readonly sellerId: string; readonly claimId: string };

/** Numbers a text about the claim may name and that are no card's: those of its order, parcels and products. */
async function readKnownNumbers(tx: Transaction, { sellerId, claimId }: OfClaim): Promise<readonly string[]> {
  const ofClaim = and(eq(claims.sellerId, sellerId), eq(claims.id, claimId));
  const [own, tracked, sold] = await Promise.all([
    tx
      .select({ number: orders.number, intake: claims.intake })
      .from(claims)
      .innerJoin(orders, and(eq(orders.sellerId, claims.sellerId), eq(orders.id, claims.orderId)))
      .where(ofClaim),
    tx
      .select({ number: parcels.trackingNumber })
      .from(claims)
      .innerJoin(parcels, and(eq(parcels.sellerId, claims.sellerId), eq(parcels.orderId, claims.orderId)))
      .where(ofClaim),
    tx
      .select({ number: orderLines.sku })
      .from(claims)
      .innerJoin(orderLines, and(eq(orderLines.sellerId, claims.sellerId), eq(orderLines.orderId, claims.orderId)))
      .where(ofClaim),
  ]);
  const serials = own.flatMap(({ intake }) => keptIntake(intake).serial ?? []);
  return [...[...own, ...tracked, ...sold].map(({ number }) => number), ...serials];
}

/** A text about a claim as it may be stored; its numbers are only asked for when something looks like a card. */
export async function maskedText(tx: Transaction, claim: OfClaim, text: string): Promise<string> {
  if (maskPayment(text).masked === 0) return text;
  return maskPayment(text, await readKnownNumbers(tx, claim)).text;
}

/** The same for an answer, complete or not. */
export async function maskedReply<Reply extends ReplyFields>(
  tx: Transaction,
  claim: OfClaim,
  reply: Reply,
): Promise<Reply> {
  return looksLikePayment(reply) ? maskReply(reply, await readKnownNumbers(tx, claim)) : reply;
}
