import { and, eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { appendEvent } from "@/db/commands/journal";
import { customerLinks } from "@/db/schema/links";
import { orders } from "@/db/schema/orders";
import { type Transaction, withScope } from "@/db/scope";
import type { Actor, LinkAudience, OneSellerScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";

export type CustomerLink = { readonly id: string; readonly generation: number };

/** The order's link for an audience, made on first need; a revoked or ended one gets a new generation. */
export async function ensureLink(tx: Transaction, wanted: Wanted, by: By): Promise<CustomerLink> {
  const existing = await findLink(tx, wanted);
  if (existing && !existing.revokedAt && !(existing.expiresAt && existing.expiresAt <= by.now)) return existing;
  return existing ? renewLink(tx, wanted, existing, by) : createLink(tx, wanted, by);
}

/** The order's link for an audience, under its lock. */
export async function findLink(tx: Transaction, wanted: Wanted) {
  const [link] = await tx
    .select({
      id: customerLinks.id,
      generation: customerLinks.generation,
      revokedAt: customerLinks.revokedAt,
      expiresAt: customerLinks.expiresAt,
      email: customerLinks.email,
    })
    .from(customerLinks)
    .where(
      and(
        eq(customerLinks.sellerId, wanted.sellerId),
        eq(customerLinks.orderId, wanted.orderId),
        eq(customerLinks.audience, wanted.audience),
      ),
    )
    .for("update");
  return link;
}

export type Wanted = { readonly sellerId: string; readonly orderId: string; readonly audience: LinkAudience };
/** `claimId`: the claim in whose journal the link's life is written. */
export type By = { readonly actor: Actor; readonly now: Instant; readonly claimId: string };

async function createLink(tx: Transaction, wanted: Wanted, by: By): Promise<CustomerLink> {
  const id = uuidv7();
  const email = wanted.audience === "mailed" ? await orderAddress(tx, wanted) : null;
  await tx.insert(customerLinks).values({ ...wanted, id, email, generation: 1, createdAt: by.now });
  await journalLink(tx, "link_created", wanted, { id, generation: 1 }, by);
  return { id, generation: 1 };
}

/** Kept with the link: an order that is told anew with another address moves no link. */
async function orderAddress(tx: Transaction, { sellerId, orderId }: Wanted): Promise<string | null> {
  const [order] = await tx
    .select({ email: orders.customerEmail })
    .from(orders)
    .where(and(eq(orders.sellerId, sellerId), eq(orders.id, orderId)));
  return order?.email ?? null;
}

/** A new generation: every copy of the link so far opens nothing any more. */
export async function renewLink(tx: Transaction, wanted: Wanted, link: CustomerLink, by: By): Promise<CustomerLink> {
  const generation = link.generation + 1;
  await tx
    .update(customerLinks)
    .set({ generation, revokedAt: null, expiresAt: null, codeHash: null })
    .where(and(eq(customerLinks.sellerId, wanted.sellerId), eq(customerLinks.id, link.id)));
  await journalLink(tx, "link_rotated", wanted, { id: link.id, generation }, by);
  return { id: link.id, generation };
}

async function journalLink(
  tx: Transaction,
  type: "link_created" | "link_rotated",
  wanted: Wanted,
  link: CustomerLink,
  by: By,
): Promise<void> {
  await appendEvent(tx, {
    stream: { kind: "claim", id: by.claimId, sellerId: wanted.sellerId },
    type,
    actor: by.actor,
    at: by.now,
    payload: { linkId: link.id, orderId: wanted.orderId, audience: wanted.audience, generation: link.generation },
  });
}

/** The link given to a seller's system with a claim; binding acts through it need a code mailed to the customer. */
export async function giveApiLink(
  scope: OneSellerScope,
  claim: { readonly orderId: string; readonly claimId: string },
  now: Instant,
): Promise<CustomerLink> {
  const wanted = { sellerId: scope.sellerId, orderId: claim.orderId, audience: "api" as const };
  return withScope(scope, (tx) => ensureLink(tx, wanted, { actor: scope.actor, now, claimId: claim.claimId }));
}
