import { and, desc, eq } from "drizzle-orm";
import { originOf } from "@/db/commands/clocks";
import { appendEvent } from "@/db/commands/journal";
import { settleLinkLife } from "@/db/commands/link-life";
import { ensureLink } from "@/db/commands/links";
import { queueMail } from "@/db/commands/mails";
import { claims } from "@/db/schema/claims";
import { orders } from "@/db/schema/orders";
import { sellers } from "@/db/schema/sellers";
import { type Transaction, withScope } from "@/db/scope";
import type { JobScope } from "@/lib/auth/scope";
import { type Instant, toEpochMs } from "@/lib/calendar/instant";

/** Asked for again within these minutes, one mail is enough. */
const ONE_MAIL_PER_MINUTES = 10;

type SellerJob = Extract<JobScope, { readonly kind: "job" }>;

/**
 * Send the link of an order to its address of record, and nowhere else. A link that has ended lives again, under a
 * new token. An order without a claim or without an address has none to send.
 */
export async function resendLink(scope: SellerJob, orderId: string, now: Instant): Promise<void> {
  await withScope(scope, async (tx) => {
    const facts = await readRecipient(tx, scope.sellerId, orderId);
    if (!facts?.email) return;
    const act = { sellerId: scope.sellerId, claimId: facts.claimId, actor: scope.actor, now };
    const link = await ensureLink(tx, { sellerId: scope.sellerId, orderId, audience: "mailed" }, act);
    await settleLinkLife(tx, { sellerId: scope.sellerId, orderId, now });
    const slot = Math.floor(toEpochMs(now) / (ONE_MAIL_PER_MINUTES * 60_000));
    const isNew = await queueMail(
      tx,
      {
        template: "link_resent",
        values: { orderNumber: facts.orderNumber },
        sellerId: scope.sellerId,
        claimId: facts.claimId,
        linkId: link.id,
        dedupeKey: `link_resent:${link.id}:${slot}`,
        recipient: facts.email,
        replyTo: facts.contact?.email,
        locale: facts.locale,
      },
      now,
    );
    if (isNew) await appendEvent(tx, { ...originOf(act), type: "link_resent", payload: { linkId: link.id } });
  });
}

async function readRecipient(tx: Transaction, sellerId: string, orderId: string) {
  const [row] = await tx
    .select({
      claimId: claims.id,
      orderNumber: orders.number,
      email: orders.customerEmail,
      locale: orders.customerLocale,
      contact: sellers.contact,
    })
    .from(claims)
    .innerJoin(orders, and(eq(orders.sellerId, claims.sellerId), eq(orders.id, claims.orderId)))
    .innerJoin(sellers, eq(sellers.id, claims.sellerId))
    .where(and(eq(claims.sellerId, sellerId), eq(claims.orderId, orderId)))
    .orderBy(desc(claims.openedAt), desc(claims.id))
    .limit(1);
  return row;
}
