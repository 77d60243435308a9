import { and, eq, isNotNull } from "drizzle-orm";
import { queueMail } from "@/db/commands/mails";
import { operatorAddress, ownersOf } from "@/db/queries/mail-readers";
import { journalLeaves } from "@/db/schema/journal";
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

async function ownersConcerned(tx: Transaction, rootNumber: number) {
  const concerned = tx
    .selectDistinct({ id: journalLeaves.sellerId })
    .from(journalLeaves)
    .where(and(eq(journalLeaves.rootNumber, rootNumber), isNotNull(journalLeaves.sellerId)));
  return ownersOf(tx, concerned);
}
