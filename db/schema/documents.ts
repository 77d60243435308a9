import { sql } from "drizzle-orm";
import { bigint, check, foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { ProofVerdictLevel } from "@/lib/evidence/document";
import type { Json } from "@/lib/journal/canonical";
import { claims } from "./claims";
import { instant, sellerKey } from "./columns";
import { documentKind, documentStatus, visibility } from "./enums";
import { orders } from "./orders";
import { customerRows, ofScopedOrder, sellerRows } from "./policies";
import { replies } from "./replies";

/** A stored file: nobody sees it before it is verified; its first hash is kept as a fact. */
export const documents = pgTable(
  "documents",
  {
    ...sellerKey,
    orderId: uuid("order_id").notNull(),
    claimId: uuid("claim_id"),
    replyId: uuid("reply_id"),
    messageId: uuid("message_id"),
    kind: documentKind("kind").notNull(),
    status: documentStatus("status").notNull(),
    visibility: visibility("visibility").notNull().default("conversation"),
    fileName: text("file_name").notNull(),
    declaredType: text("declared_type").notNull(),
    verifiedType: text("verified_type"),
    sizeBytes: bigint("size_bytes", { mode: "number" }).notNull(),
    pageCount: integer("page_count"),
    originalSha256: text("original_sha256"),
    sha256: text("sha256"),
    storageKey: text("storage_key").notNull(),
    previewKey: text("preview_key"),
    previewBytes: bigint("preview_bytes", { mode: "number" }),
    refusalReason: text("refusal_reason"),
    facts: jsonb("facts").$type<Json>(),
    verdict: text("verdict").$type<ProofVerdictLevel>(),
    verdictReasons: jsonb("verdict_reasons").$type<Json>(),
    uploadedBy: text("uploaded_by").notNull(),
    uploadedAt: instant("uploaded_at").notNull(),
    capturedAt: instant("captured_at"),
    sentAt: instant("sent_at"),
    contestedAt: instant("contested_at"),
    /** The same picture with names blacked out: from then on it is the one that is sent. */
    replacedBy: uuid("replaced_by"),
  },
  (table) => [
    primaryKey({ columns: [table.sellerId, table.id] }),
    foreignKey({ columns: [table.sellerId, table.orderId], foreignColumns: [orders.sellerId, orders.id] }),
    foreignKey({ columns: [table.sellerId, table.claimId], foreignColumns: [claims.sellerId, claims.id] }),
    foreignKey({ columns: [table.sellerId, table.replyId], foreignColumns: [replies.sellerId, replies.id] }),
    foreignKey({ columns: [table.sellerId, table.replacedBy], foreignColumns: [table.sellerId, table.id] }),
    index("documents_of_claim").on(table.sellerId, table.claimId),
    index("documents_of_order").on(table.sellerId, table.orderId),
    index("documents_by_hash").on(table.sellerId, table.sha256),
    index("documents_by_file").on(table.storageKey),
    index("documents_by_preview").on(table.previewKey),
    check("size_not_negative", sql`size_bytes >= 0`),
    check("reason_with_refused", sql`(refusal_reason is not null) = (status = 'refused')`),
    check("type_with_verified", sql`status <> 'verified' or (verified_type is not null and sha256 is not null)`),
    check("preview_with_size", sql`(preview_key is null) = (preview_bytes is null)`),
    check("verdict_known", sql`verdict in ('strong', 'fair', 'weak', 'contradictory')`),
    sellerRows(),
    customerRows(sql`visibility = 'conversation' and ${ofScopedOrder}`),
  ],
);
