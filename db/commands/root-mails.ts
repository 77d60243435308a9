import { and, asc, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { queueMail } from "@/db/commands/mails";
import { journalLeaves } from "@/db/schema/journal";
import { marketplace } from "@/db/schema/marketplace";
import { sellers } from "@/db/schema/sellers";
import { memberships, users } from "@/db/schema/users";
import type { Transaction } from "@/db/scope";
import type { Instant } from "@/lib/calendar/instant";
import type { JournalRoot } from "@/lib/journal/root";

/**
 * Mail a root to the operator and to the owners of every seller one of whose chains it seals, so that it is in hands the
 * product has no power over; to the after-sales address of a seller without an owner.
 */
export async function announceRoot(tx: Transaction, root: JournalRoot, now: Instant): Promise<void> {
  const { number, day, hash, leafCount } = root;
  const readers = [...(await operatorAddress(tx)), ...(await ownersConcerned(tx, number))];
  for (const { sellerId, email, locale } of readers) {
    const mail = {
      template: "journal_root" as const,
      values: { number, day: { day }, hash, leafCount },
      sellerId: sellerId ?? undefined,
      dedupeKey: `journal_root:${number}:${sellerId ?? "operator"}:${email}`,
      recipient: email,
      locale,
    };
    await queueMail(tx, mail, now);
  }
}

async function operatorAddress(tx: Transaction) {
  const rows = await tx.select({ email: marketplace.contactEmail }).from(marketplace);
  return rows.map(({ email }) => ({ email, locale: "fr", sellerId: null }));
}

async function ownersConcerned(tx: Transaction, rootNumber: number) {
  const concerned = tx
    .select({ id: journalLeaves.sellerId })
    .from(journalLeaves)
    .where(and(eq(journalLeaves.rootNumber, rootNumber), isNotNull(journalLeaves.sellerId)));
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
