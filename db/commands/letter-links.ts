import { and, desc, eq } from "drizzle-orm";
import { originOf } from "@/db/commands/clocks";
import { appendEvent } from "@/db/commands/journal";
import { settleLinkLife } from "@/db/commands/link-life";
import { type CustomerLink, ensureLink } from "@/db/commands/links";
import { type LinkRefusal, onLinks } from "@/db/commands/staff-links";
import { getMarketplace } from "@/db/queries/policy";
import { claims } from "@/db/schema/claims";
import { customerLinks } from "@/db/schema/links";
import { orders } from "@/db/schema/orders";
import { sellers } from "@/db/schema/sellers";
import { type Transaction, withScope } from "@/db/scope";
import { mayAdministerMarketplace } from "@/lib/auth/permissions";
import type { AdminScope, JobScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import { type Outcome, refused } from "@/lib/outcome";

/**
 * The link of a letter to the order's postal address, for a customer without e-mail. The operator alone prints it:
 * whoever prints the letter reads its code, and the seller must not be able to act as its customer.
 *
 * @param hashOf the keyed hash of the code the link's generation prints
 */
export async function printLetterLink(
  scope: AdminScope,
  { claimId }: { readonly claimId: string },
  { now, hashOf }: { readonly now: Instant; readonly hashOf: (link: CustomerLink) => string },
): Promise<Outcome<LetterFacts, LinkRefusal>> {
  if (!mayAdministerMarketplace(scope)) return refused("not_allowed");
  return onLinks(scope, claimId, now, async (tx, act, orderId) => {
    const { sellerId } = act;
    const link = await ensureLink(tx, { sellerId, orderId, audience: "letter" }, act);
    await settleLinkLife(tx, { sellerId, orderId, now });
    await tx
      .update(customerLinks)
      .set({ codeHash: hashOf(link) })
      .where(and(eq(customerLinks.sellerId, sellerId), eq(customerLinks.id, link.id)));
    const printed = { linkId: link.id, generation: link.generation };
    await appendEvent(tx, { ...originOf(act), type: "letter_printed", payload: printed });
    return { ok: true, value: { link, ...(await readLetterFacts(tx, act)) } };
  });
}

export type LetterFacts = Awaited<ReturnType<typeof readLetterFacts>> & { readonly link: CustomerLink };

async function readLetterFacts(tx: Transaction, { sellerId, claimId }: { sellerId: string; claimId: string }) {
  const [row] = await tx
    .select({
      reference: claims.reference,
      openedAt: claims.openedAt,
      orderNumber: orders.number,
      locale: orders.customerLocale,
      name: orders.customerName,
      address: orders.shippingAddress,
      seller: sellers.name,
    })
    .from(claims)
    .innerJoin(orders, and(eq(orders.sellerId, claims.sellerId), eq(orders.id, claims.orderId)))
    .innerJoin(sellers, eq(sellers.id, claims.sellerId))
    .where(and(eq(claims.sellerId, sellerId), eq(claims.id, claimId)));
  if (!row) throw new Error(`Claim ${claimId} disappeared`);
  return { ...row, marketplace: await getMarketplace(tx) };
}

type SellerJob = Extract<JobScope, { readonly kind: "job" }>;

/** Somebody typed the code of a letter: written in the journal of the order's latest claim. */
export async function recordLetterCodeUsed(
  scope: SellerJob,
  link: { readonly id: string; readonly orderId: string },
  now: Instant,
): Promise<void> {
  await withScope(scope, async (tx) => {
    const [claim] = await tx
      .select({ id: claims.id })
      .from(claims)
      .where(and(eq(claims.sellerId, scope.sellerId), eq(claims.orderId, link.orderId)))
      .orderBy(desc(claims.openedAt), desc(claims.id))
      .limit(1);
    if (!claim) return;
    const act = { sellerId: scope.sellerId, claimId: claim.id, actor: scope.actor, now };
    await appendEvent(tx, { ...originOf(act), type: "letter_code_used", payload: { linkId: link.id } });
  });
}
