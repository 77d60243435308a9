import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgPolicy,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { NoticeChoices } from "@/lib/notifications/notice";
import { citext, instant, sellerKey } from "./columns";
import { memberRole, operatorRole } from "./enums";
import { anyRow, appRole, entryReads, sellerRows, sharedRows } from "./policies";
import { sellers } from "./sellers";

export const users = pgTable(
  "users",
  {
    id: uuid("id").primaryKey(),
    email: citext("email").notNull().unique(),
    name: text("name").notNull(),
    passwordHash: text("password_hash"),
    operatorRole: operatorRole("operator_role"),
    locale: text("locale").notNull().default("fr"),
    zone: text("zone").notNull().default("Europe/Paris"),
    createdAt: instant("created_at").notNull(),
    disabledAt: instant("disabled_at"),
  },
  () => [
    check("locale_known", sql`locale in ('fr', 'en')`),
    sharedRows(),
    pgPolicy("members_seen", {
      to: appRole,
      for: "select",
      using: sql.raw(
        "current_setting('app.scope', true) in ('seller', 'job') and exists (select 1 from memberships m where m.user_id = users.id)",
      ),
    }),
  ],
);

/** A signed-in browser. The cookie holds the id only, so a session can be listed and revoked. */
export const sessions = pgTable(
  "sessions",
  {
    id: uuid("id").primaryKey(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id),
    sellerId: uuid("seller_id"),
    /** The seller an operator looks at the product as, read-only. */
    viewedSellerId: uuid("viewed_seller_id"),
    userAgent: text("user_agent").notNull(),
    createdAt: instant("created_at").notNull(),
    lastSeenAt: instant("last_seen_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    revokedAt: instant("revoked_at"),
  },
  (table) => [index("sessions_of_user").on(table.userId, table.createdAt), sharedRows()],
);

export const memberships = pgTable(
  "memberships",
  {
    sellerId: uuid("seller_id").notNull(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id),
    role: memberRole("role").notNull(),
    createdAt: instant("created_at").notNull(),
    revokedAt: instant("revoked_at"),
    /** What the member is told of otherwise than by the defaults, and how. */
    noticeChoices: jsonb("notice_choices").$type<NoticeChoices>(),
    /** Until when their digests have told the news. */
    digestedUntil: instant("digested_until"),
  },
  (table) => [
    primaryKey({ columns: [table.sellerId, table.userId] }),
    foreignKey({ columns: [table.sellerId], foreignColumns: [sellers.id] }),
    index("memberships_of_user").on(table.userId),
    sellerRows(),
    entryReads(anyRow),
  ],
);

/** Looks of the operator's people at the product as one seller sees it; that seller reads them. */
export const sellerViewings = pgTable(
  "seller_viewings",
  {
    ...sellerKey,
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id),
    sessionId: uuid("session_id").notNull(),
    reason: text("reason").notNull(),
    startedAt: instant("started_at").notNull(),
    endedAt: instant("ended_at"),
  },
  (table) => [
    primaryKey({ columns: [table.sellerId, table.id] }),
    foreignKey({ columns: [table.sellerId], foreignColumns: [sellers.id] }),
    index("viewings_by_time").on(table.sellerId, table.startedAt),
    sellerRows(),
  ],
);

export const invitations = pgTable(
  "invitations",
  {
    ...sellerKey,
    email: citext("email").notNull(),
    role: memberRole("role").notNull(),
    tokenHash: text("token_hash").notNull(),
    invitedBy: uuid("invited_by").notNull(),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    acceptedAt: instant("accepted_at"),
    revokedAt: instant("revoked_at"),
  },
  (table) => [
    primaryKey({ columns: [table.sellerId, table.id] }),
    foreignKey({ columns: [table.sellerId], foreignColumns: [sellers.id] }),
    uniqueIndex("invitation_token").on(table.tokenHash),
    sellerRows(),
    entryReads(anyRow),
  ],
);

export const passwordResets = pgTable(
  "password_resets",
  {
    id: uuid("id").primaryKey(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id),
    tokenHash: text("token_hash").notNull().unique(),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    usedAt: instant("used_at"),
  },
  () => [sharedRows()],
);

/** Failed sign-ins by hashed address and by address block; the same words whether or not the account exists. */
export const signInFailures = pgTable(
  "sign_in_failures",
  {
    key: text("key").primaryKey(),
    failures: integer("failures").notNull(),
    firstFailedAt: instant("first_failed_at").notNull(),
    lockedUntil: instant("locked_until"),
  },
  () => [sharedRows()],
);
