import { and, asc, eq, inArray, isNull, type SQLWrapper, sql } from "drizzle-orm";
import { marketplace } from "@/db/schema/marketplace";
import { sellers } from "@/db/schema/sellers";
import { memberships, users } from "@/db/schema/users";
import type { Transaction } from "@/db/scope";

/** Where the operator reads its mail. */
export async function operatorAddress(tx: Transaction) {
  const rows = await tx.select({ email: marketplace.contactEmail }).from(marketplace);
  return rows.map(({ email }) => ({ email, locale: "fr", sellerId: null }));
}

/** The owners of sellers, and the after-sales address of a seller without an owner. */
export async function ownersOf(tx: Transaction, ids: readonly string[] | SQLWrapper) {
  const concerned = "getSQL" in ids ? ids : [...ids];
  const owners = await tx
    .select({ sellerId: memberships.sellerId, email: users.email, locale: users.locale })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(
      and(
        inArray(memberships.sellerId, concerned),
        eq(memberships.role, "owner"),
        isNull(memberships.revokedAt),
        isNull(users.disabledAt),
      ),
    )
    .orderBy(asc(memberships.sellerId), asc(users.id));
  const owned = new Set(owners.map(({ sellerId }) => sellerId));
  const contacts = await tx
    .select({ sellerId: sellers.id, email: sql<string | null>`${sellers.contact} ->> 'email'` })
    .from(sellers)
    .where(inArray(sellers.id, concerned))
    .orderBy(asc(sellers.id));
  const unowned = contacts.flatMap(({ sellerId, email }) =>
    email && !owned.has(sellerId) ? [{ sellerId, email, locale: "fr" }] : [],
  );
  return [...owners, ...unowned];
}
