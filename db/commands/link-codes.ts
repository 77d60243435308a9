import { and, desc, eq, gt, lt, sql } from "drizzle-orm";
import { queueMail } from "@/db/commands/mails";
import { mailedAddress, ofMailedLink } from "@/db/queries/link-address";
import { customerLinks, linkCodes } from "@/db/schema/links";
import { orders } from "@/db/schema/orders";
import { type Transaction, withScope } from "@/db/scope";
import { LINK_CODE_RULES } from "@/lib/auth/link-code";
import type { CustomerScope } from "@/lib/auth/scope";
import { fromEpochMs, type Instant, toEpochMs } from "@/lib/calendar/instant";
import { territoryOf } from "@/lib/calendar/territories";
import { linkCodeMailKey } from "@/lib/notifications/placeholder";
import { accepted, type Outcome, refused } from "@/lib/outcome";

export type CodeRefusal = "code_no_address" | "too_many_codes";

/** Mail a code to the order's address of record. The row keeps its hash; the mail's row, which code it carries. */
export async function sendLinkCode(
  scope: CustomerScope,
  code: { readonly id: string; readonly codeHash: string },
  now: Instant,
): Promise<Outcome<null, CodeRefusal>> {
  return withScope(scope, async (tx) => {
    const order = await findOrder(tx, scope);
    if (!order?.email) return refused("code_no_address");
    if (await hasTooMany(tx, scope, now)) return refused("too_many_codes");
    const expiresAt = fromEpochMs(toEpochMs(now) + LINK_CODE_RULES.minutes * 60_000);
    const { sellerId, orderId } = scope;
    const { linkId } = scope.actor;
    await tx.insert(linkCodes).values({ ...code, sellerId, orderId, linkId, createdAt: now, expiresAt });
    const { zone } = territoryOf(order.address.postcode, order.address.country);
    await queueMail(
      tx,
      {
        template: "link_code",
        values: { orderNumber: order.number, expires: { instant: expiresAt, zone } },
        sellerId,
        dedupeKey: linkCodeMailKey(code.id),
        recipient: order.email,
        locale: order.locale,
      },
      now,
    );
    return accepted(null);
  });
}

async function findOrder(tx: Transaction, scope: CustomerScope) {
  const [order] = await tx
    .select({
      number: orders.number,
      email: mailedAddress,
      locale: orders.customerLocale,
      address: orders.shippingAddress,
    })
    .from(orders)
    .leftJoin(customerLinks, ofMailedLink)
    .where(and(eq(orders.sellerId, scope.sellerId), eq(orders.id, scope.orderId)))
    .for("update", { of: orders });
  return order;
}

async function hasTooMany(tx: Transaction, scope: CustomerScope, now: Instant): Promise<boolean> {
  const since = fromEpochMs(toEpochMs(now) - 3_600_000);
  const rows = await tx
    .select({ id: linkCodes.id })
    .from(linkCodes)
    .where(and(ofLink(scope), gt(linkCodes.createdAt, since)))
    .limit(LINK_CODE_RULES.perHour);
  return rows.length >= LINK_CODE_RULES.perHour;
}

/**
 * The last code sent, used for one act. The same act posted again is let through, for its command to say that it is
 * done: of two posts at one instant neither is told that the code is wrong. A wrong one costs a try, whatever became
 * of the act it was for.
 *
 * @param act names the act and its answer, as "reply:…:accepted"
 */
export async function spendLinkCode(
  scope: CustomerScope,
  { codeHash, act }: { readonly codeHash: string; readonly act: string },
  now: Instant,
): Promise<Outcome<null, "code_wrong">> {
  return withScope(scope, async (tx) => {
    const last = await lockLastCode(tx, scope, now);
    if (!last) return refused("code_wrong", { code: ["code_wrong"] });
    const isRight = last.codeHash === codeHash;
    if (isRight && last.usedFor === act) return accepted(null);
    const isSpent = isRight && last.usedAt === null;
    await tx
      .update(linkCodes)
      .set(isSpent ? { usedAt: now, usedFor: act } : { attempts: sql`${linkCodes.attempts} + 1` })
      .where(and(eq(linkCodes.sellerId, scope.sellerId), eq(linkCodes.id, last.id)));
    return isSpent ? accepted(null) : refused("code_wrong", { code: ["code_wrong"] });
  });
}

async function lockLastCode(tx: Transaction, scope: CustomerScope, now: Instant) {
  const [last] = await tx
    .select({
      id: linkCodes.id,
      codeHash: linkCodes.codeHash,
      usedAt: linkCodes.usedAt,
      usedFor: linkCodes.usedFor,
    })
    .from(linkCodes)
    .where(and(ofLink(scope), gt(linkCodes.expiresAt, now), lt(linkCodes.attempts, LINK_CODE_RULES.attempts)))
    .orderBy(desc(linkCodes.createdAt), desc(linkCodes.id))
    .limit(1)
    .for("update");
  return last;
}

function ofLink(scope: CustomerScope) {
  return and(eq(linkCodes.sellerId, scope.sellerId), eq(linkCodes.linkId, scope.actor.linkId));
}
