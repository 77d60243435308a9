import { eq } from "drizzle-orm";
import { queueMail } from "@/db/commands/mails";
import { operatorAddress, ownersOf } from "@/db/queries/mail-readers";
import { sellers } from "@/db/schema/sellers";
import type { Transaction } from "@/db/scope";
import type { Instant } from "@/lib/calendar/instant";
import type { MailContent, MailTemplate } from "@/lib/notifications/mail-content";

/** Who is told of each step of an alert: the seller of what concerns it, the operator of what it has to look at. */
const READERS = {
  alert_raised: ["seller", "operator"],
  alert_answered: ["operator"],
  alert_decided: ["seller"],
  alert_appealed: ["operator"],
  appeal_judged: ["seller"],
} as const satisfies Partial<Record<MailTemplate, readonly ("seller" | "operator")[]>>;
export type AlertMail = keyof typeof READERS;

type Told = {
  readonly sellerId: string;
  readonly alertId: string;
  readonly template: AlertMail;
  readonly values: MailContent["values"];
};

/** Mail a step of an alert, once for each reader. */
export async function mailAlert(tx: Transaction, { sellerId, alertId, template, values }: Told, now: Instant) {
  const readers: readonly ("seller" | "operator")[] = READERS[template];
  const addresses = [
    ...(readers.includes("seller") ? await ownersOf(tx, [sellerId]) : []),
    ...(readers.includes("operator") ? await operatorAddress(tx) : []),
  ];
  const [seller] = await tx.select({ name: sellers.name }).from(sellers).where(eq(sellers.id, sellerId));
  for (const { email, locale } of addresses) {
    const mail = {
      template,
      values: { ...values, seller: seller?.name ?? "" },
      sellerId,
      dedupeKey: `${template}:${alertId}:${email}`,
      recipient: email,
      locale,
    };
    await queueMail(tx, mail, now);
  }
}
