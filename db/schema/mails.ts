import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgPolicy, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { MailContent } from "@/lib/notifications/mail-content";
import { citext, instant } from "./columns";
import { mailStatus } from "./enums";
import { appRole, customerScope, entryScope, operatorScope } from "./policies";

const ownMail = sql.raw(
  "(current_setting('app.scope', true) in ('seller', 'job') and seller_id = nullif(current_setting('app.seller_id', true), '')::uuid)",
);

/**
 * Every mail is a row first: a template and its values. The worker writes subject and body when it sends; the
 * stored body keeps a placeholder where the customer's link goes.
 */
export const mails = pgTable(
  "mails",
  {
    id: uuid("id").primaryKey(),
    sellerId: uuid("seller_id"),
    claimId: uuid("claim_id"),
    linkId: uuid("link_id"),
    dedupeKey: text("dedupe_key").notNull(),
    messageId: text("message_id").notNull(),
    template: text("template").$type<MailContent["template"]>().notNull(),
    recipient: citext("recipient").notNull(),
    replyTo: citext("reply_to"),
    locale: text("locale").notNull(),
    content: jsonb("content").$type<MailContent["values"]>().notNull(),
    subject: text("subject"),
    bodyText: text("body_text"),
    status: mailStatus("status").notNull(),
    attempts: integer("attempts").notNull().default(0),
    lastError: text("last_error"),
    createdAt: instant("created_at").notNull(),
    sentAt: instant("sent_at"),
  },
  (table) => [
    uniqueIndex("mail_once").on(table.dedupeKey),
    uniqueIndex("mail_message_id").on(table.messageId),
    index("mails_by_day").on(table.createdAt),
    index("mails_of_seller").on(table.sellerId, table.createdAt),
    check("recipient_is_an_address", sql`recipient like '%_@_%'`),
    pgPolicy("mail_rows", {
      to: appRole,
      for: "all",
      using: sql`${operatorScope} or ${entryScope} or ${ownMail}`,
      withCheck: sql`${operatorScope} or ${entryScope} or ${ownMail}`,
    }),
    pgPolicy("customer_writes_mail", { to: appRole, for: "insert", withCheck: customerScope }),
  ],
);
