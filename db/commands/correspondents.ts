import { and, eq } from "drizzle-orm";
import type { ClaimAct } from "@/db/commands/clocks";
import { ensureLink } from "@/db/commands/links";
import { queueMail } from "@/db/commands/mails";
import { writeNotice } from "@/db/commands/notices";
import { mailedAddress, ofMailedLink } from "@/db/queries/link-address";
import { customerLinks } from "@/db/schema/links";
import { orders } from "@/db/schema/orders";
import { sellers } from "@/db/schema/sellers";
import type { Transaction } from "@/db/scope";
import type { Instant } from "@/lib/calendar/instant";
import type { MailTemplate, MailValue } from "@/lib/notifications/mail-content";

export type Correspondents = {
  readonly orderId: string;
  readonly orderNumber: string;
  readonly customerName: string;
  readonly customerEmail: string | null;
  readonly customerLocale: string;
  readonly sellerName: string;
  readonly sellerEmail: string | undefined;
};

/** What every mail about a claim may say. */
export function valuesOf({ claimId }: ClaimAct, reference: string, people: Correspondents) {
  return { claimId, reference, orderNumber: people.orderNumber, seller: people.sellerName };
}

export type ClaimMail = {
  readonly template: MailTemplate;
  readonly stage: string;
  readonly values: Readonly<Record<string, MailValue>>;
  readonly notBefore?: Instant;
};

/** One mail about a claim to its customer, with their link; none when they gave no address. */
export async function mailCustomer(
  tx: Transaction,
  act: ClaimAct,
  people: Correspondents,
  mail: ClaimMail,
): Promise<void> {
  if (!people.customerEmail) return;
  const { sellerId, claimId, actor, now } = act;
  const link = await ensureLink(tx, { sellerId, orderId: people.orderId, audience: "mailed" }, { actor, now, claimId });
  const { stage, ...content } = mail;
  await queueMail(
    tx,
    {
      ...content,
      values: { ...mail.values, customerName: people.customerName },
      sellerId,
      claimId,
      linkId: link.id,
      dedupeKey: `claim:${claimId}:${stage}:customer`,
      recipient: people.customerEmail,
      replyTo: people.sellerEmail,
      locale: people.customerLocale,
    },
    now,
  );
}

/** One piece of news for the people of the seller, who each chose when they read it. */
export async function mailSeller(tx: Transaction, act: ClaimAct, mail: ClaimMail): Promise<void> {
  const { stage, template, values } = mail;
  const { sellerId, claimId, now } = act;
  await writeNotice(tx, { template, values, sellerId, claimId, dedupeKey: `claim:${claimId}:${stage}:seller` }, now);
}

/** Customer and seller of an order, and the address the customer's link goes to. */
export async function correspondents(tx: Transaction, sellerId: string, orderId: string): Promise<Correspondents> {
  const [row] = await tx
    .select({
      orderId: orders.id,
      orderNumber: orders.number,
      customerName: orders.customerName,
      customerEmail: mailedAddress,
      customerLocale: orders.customerLocale,
      sellerName: sellers.name,
      contact: sellers.contact,
    })
    .from(orders)
    .innerJoin(sellers, eq(sellers.id, orders.sellerId))
    .leftJoin(customerLinks, ofMailedLink)
    .where(and(eq(orders.sellerId, sellerId), eq(orders.id, orderId)));
  if (!row) throw new Error(`Order ${orderId} disappeared`);
  const { contact, ...columns } = row;
  return { ...columns, sellerEmail: contact?.email };
}
