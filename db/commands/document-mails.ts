import { and, desc, eq } from "drizzle-orm";
import { ensureLink } from "@/db/commands/links";
import { type NewMail, queueMail } from "@/db/commands/mails";
import { mailedAddress, ofMailedLink } from "@/db/queries/link-address";
import { claims } from "@/db/schema/claims";
import { customerLinks } from "@/db/schema/links";
import { orders } from "@/db/schema/orders";
import { sellers } from "@/db/schema/sellers";
import { users } from "@/db/schema/users";
import type { Transaction } from "@/db/scope";
import { type Actor, actorKindOf } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import type { FileRefusal } from "@/lib/evidence/verification";

type By = { readonly sellerId: string; readonly actor: Actor; readonly now: Instant };

export type RefusedFile = {
  readonly id: string;
  readonly orderId: string;
  readonly claimId: string | null;
  readonly fileName: string;
  readonly uploadedBy: string;
  readonly reason: FileRefusal;
};

type Reader = Pick<NewMail, "recipient" | "locale" | "linkId" | "replyTo" | "claimId"> & {
  /** Where another file is sent from. */
  readonly place: "customer" | "claim" | "order";
};

/** Whoever sent a file that could not be accepted is told why, and where to send another. */
export async function announceRefusedFile(tx: Transaction, by: By, file: RefusedFile): Promise<void> {
  const order = await readOrder(tx, by, file);
  const reader = await readerOf(tx, by, file, order);
  if (!reader) return;
  const { place, ...mail } = reader;
  const about = mail.claimId ? `claim:${mail.claimId}` : `order:${file.orderId}`;
  await queueMail(
    tx,
    {
      ...mail,
      template: "document_refused",
      values: {
        orderNumber: order.number,
        fileName: file.fileName,
        reason: { fileRefusal: file.reason },
        place,
        claimId: mail.claimId ?? "",
      },
      sellerId: by.sellerId,
      dedupeKey: `${about}:document:${file.id}:refused:${place === "customer" ? "customer" : "seller"}`,
    },
    by.now,
  );
}

async function readOrder(tx: Transaction, { sellerId }: By, { orderId }: RefusedFile) {
  const [row] = await tx
    .select({
      number: orders.number,
      customerEmail: mailedAddress,
      customerLocale: orders.customerLocale,
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

type Order = Awaited<ReturnType<typeof readOrder>>;

async function readerOf(tx: Transaction, by: By, file: RefusedFile, order: Order): Promise<Reader | undefined> {
  const place = file.claimId ? "claim" : "order";
  const about = { place, claimId: file.claimId ?? undefined } as const;
  switch (actorKindOf(file.uploadedBy)) {
    case "customer":
      return customerOf(tx, by, file, order);
    case "member":
    case "operator": {
      const user = await findUser(tx, file.uploadedBy);
      return user && { ...about, recipient: user.email, locale: user.locale };
    }
    case "api_key":
    case "system":
      return order.sellerEmail === undefined ? undefined : { ...about, recipient: order.sellerEmail, locale: "fr" };
    case "visitor":
      return undefined;
  }
}

/** The order's address of record, whatever link the file came by. */
async function customerOf(tx: Transaction, by: By, file: RefusedFile, order: Order): Promise<Reader | undefined> {
  const { sellerId, actor, now } = by;
  const claimId = file.claimId ?? (await findLastClaim(tx, sellerId, file.orderId));
  if (!order.customerEmail || claimId === undefined) return undefined;
  const wanted = { sellerId, orderId: file.orderId, audience: "mailed" } as const;
  const link = await ensureLink(tx, wanted, { actor, now, claimId });
  return {
    place: "customer",
    claimId,
    linkId: link.id,
    recipient: order.customerEmail,
    replyTo: order.sellerEmail,
    locale: order.customerLocale,
  };
}

async function findLastClaim(tx: Transaction, sellerId: string, orderId: string): Promise<string | undefined> {
  const [claim] = await tx
    .select({ id: claims.id })
    .from(claims)
    .where(and(eq(claims.sellerId, sellerId), eq(claims.orderId, orderId)))
    .orderBy(desc(claims.openedAt))
    .limit(1);
  return claim?.id;
}

async function findUser(tx: Transaction, actor: string) {
  const [user] = await tx
    .select({ email: users.email, locale: users.locale })
    .from(users)
    .where(eq(users.id, actor.slice(actor.indexOf(":") + 1)));
  return user;
}
