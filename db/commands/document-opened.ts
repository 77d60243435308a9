import { and, eq, sql } from "drizzle-orm";
import { lockClaim } from "@/db/commands/claim-state";
import { originOf } from "@/db/commands/clocks";
import { appendEvent } from "@/db/commands/journal";
import { documents } from "@/db/schema/documents";
import { eventPayloads, events } from "@/db/schema/journal";
import { type Transaction, withScope } from "@/db/scope";
import type { CustomerScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";

/** The customer opened, by a deliberate act, a document the seller sent with an answer or a message: noted once. */
export async function recordDocumentOpened(
  scope: CustomerScope,
  { documentId }: { readonly documentId: string },
  now: Instant,
): Promise<void> {
  await withScope(scope, async (tx) => {
    const claimId = await claimOfReceived(tx, scope, documentId);
    if (!claimId || !(await lockClaim(tx, scope.sellerId, claimId))) return;
    if (await isNoted(tx, claimId, documentId)) return;
    const act = { sellerId: scope.sellerId, claimId, actor: scope.actor, now };
    await appendEvent(tx, { ...originOf(act), type: "document_opened", payload: { documentId } });
  });
}

async function claimOfReceived(tx: Transaction, { sellerId, orderId }: CustomerScope, documentId: string) {
  const [document] = await tx
    .select({ claimId: documents.claimId })
    .from(documents)
    .where(
      and(
        eq(documents.sellerId, sellerId),
        eq(documents.orderId, orderId),
        eq(documents.id, documentId),
        sql`coalesce(${documents.replyId}, ${documents.messageId}) is not null`,
      ),
    );
  return document?.claimId ?? undefined;
}

async function isNoted(tx: Transaction, claimId: string, documentId: string): Promise<boolean> {
  const rows = await tx
    .select({ seq: events.seq })
    .from(events)
    .innerJoin(
      eventPayloads,
      and(
        eq(eventPayloads.streamKind, events.streamKind),
        eq(eventPayloads.streamId, events.streamId),
        eq(eventPayloads.seq, events.seq),
      ),
    )
    .where(
      and(
        eq(events.streamKind, "claim"),
        eq(events.streamId, claimId),
        eq(events.type, "document_opened"),
        sql`${eventPayloads.payload}::jsonb ->> 'documentId' = ${documentId}`,
      ),
    )
    .limit(1);
  return rows.length > 0;
}
