import { and, desc, eq } from "drizzle-orm";
import { originOf } from "@/db/commands/clocks";
import { appendEvent } from "@/db/commands/journal";
import { settleLinkLife } from "@/db/commands/link-life";
import { ensureLink } from "@/db/commands/links";
import { queueMail } from "@/db/commands/mails";
import { mailedAddress, ofMailedLink } from "@/db/queries/link-address";
import { claims } from "@/db/schema/claims";
import { customerLinks } from "@/db/schema/links";
import { orders } from "@/db/schema/orders";
import { sellers } from "@/db/schema/sellers";
import { type Transaction, withScope } from "@/db/scope";
import type { Actor, JobScope } from "@/lib/auth/scope";
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
    const recipient = await findRecipient(tx, { sellerId: scope.sellerId, orderId });
    if (recipient) await mailLink(tx, recipient, { actor: scope.actor, now });
  });
}

/** @returns whether a mail left; not when one did just before */
export async function mailLink(
  tx: Transaction,
  recipient: LinkRecipient,
  { actor, now }: { readonly actor: Actor; readonly now: Instant },
): Promise<boolean> {
  const { sellerId, orderId, claimId, email } = recipient;
  const act = { sellerId, claimId, actor, now };
  const link = await ensureLink(tx, { sellerId, orderId, audience: "mailed" }, act);
  await settleLinkLife(tx, { sellerId, orderId, now });
  const slot = Math.floor(toEpochMs(now) / (ONE_MAIL_PER_MINUTES * 60_000));
  const isNew = await queueMail(
    tx,
    {
      template: "link_resent",
      values: { orderNumber: recipient.orderNumber },
      sellerId,
      claimId,
      linkId: link.id,
      dedupeKey: `link_resent:${link.id}:${link.generation}:${slot}`,
      recipient: email,
      replyTo: recipient.contact?.email,
      locale: recipient.locale,
    },
    now,
  );
  if (isNew) await appendEvent(tx, { ...originOf(act), type: "link_resent", payload: { linkId: link.id } });
  return isNew;
}

export type LinkRecipient = Omit<NonNullable<Awaited<ReturnType<typeof readRecipient>>>, "email"> & {
  readonly email: string;
};

/** Who the link of an order goes to, with its latest claim, in whose journal that is written. */
export async function findRecipient(
  tx: Transaction,
  order: { readonly sellerId: string; readonly orderId: string },
): Promise<LinkRecipient | undefined> {
  const found = await readRecipient(tx, order.sellerId, order.orderId);
  return found?.email ? { ...found, email: found.email } : undefined;
}

async function readRecipient(tx: Transaction, sellerId: string, orderId: string) {
  const [row] = await tx
    .select({
      sellerId: claims.sellerId,
      orderId: claims.orderId,
      claimId: claims.id,
      orderNumber: orders.number,
      email: mailedAddress,
      locale: orders.customerLocale,
      contact: sellers.contact,
    })
    .from(claims)
    .innerJoin(orders, and(eq(orders.sellerId, claims.sellerId), eq(orders.id, claims.orderId)))
    .innerJoin(sellers, eq(sellers.id, claims.sellerId))
    .leftJoin(customerLinks, ofMailedLink)
    .where(and(eq(claims.sellerId, sellerId), eq(claims.orderId, orderId)))
    .orderBy(desc(claims.openedAt), desc(claims.id))
    .limit(1);
  return row;
}
