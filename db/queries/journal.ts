import { and, asc, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { eventPayloads, events } from "@/db/schema/journal";
import { users } from "@/db/schema/users";
import { withScope } from "@/db/scope";
import { type AdminScope, actorKindOf, type JobScope, type SellerScope } from "@/lib/auth/scope";
import type { JournalEvent } from "@/lib/compliance/from-journal";
import type { DeadlineKind } from "@/lib/deadlines/rule";
import type { EventType } from "@/lib/journal/event";

const COUNTED: readonly EventType[] = [
  "claim_opened",
  "claim_requalified",
  "clock_started",
  "clock_moved",
  "clock_stopped",
  "clock_cancelled",
  "clock_resumed",
  "clock_restarted",
];

/** The events figures are recomputed from. */
export async function listClockEvents(scope: AdminScope | SellerScope | JobScope): Promise<readonly JournalEvent[]> {
  const rows = await withScope(scope, (tx) =>
    tx
      .select({
        sellerId: events.sellerId,
        claimId: events.streamId,
        type: events.type,
        payload: eventPayloads.payload,
      })
      .from(events)
      .innerJoin(eventPayloads, ofEvent)
      .where(and(eq(events.streamKind, "claim"), inArray(events.type, [...COUNTED]), isNotNull(events.sellerId)))
      .orderBy(asc(events.streamId), asc(events.seq)),
  );
  return rows.map((row) => ({ ...row, sellerId: row.sellerId ?? "", payload: JSON.parse(row.payload) }));
}

/**
 * What happened on one claim, for its dossier: who did it by name where it was a person of the seller's or the
 * operator's, never a token or an address.
 */
export async function listClaimEvents(scope: AdminScope | SellerScope, claimId: string) {
  const rows = await withScope(scope, (tx) =>
    tx
      .select({
        seq: events.seq,
        at: events.at,
        actor: events.actor,
        actorName: users.name,
        type: events.type,
        hash: events.hash,
        clockKind: sql<DeadlineKind | null>`case when ${events.type} like 'clock\_%' then ${eventPayloads.payload}::jsonb ->> 'kind' end`,
      })
      .from(events)
      .leftJoin(eventPayloads, ofEvent)
      .leftJoin(users, sql`${events.actor} in ('member:' || ${users.id}, 'operator:' || ${users.id})`)
      .where(and(eq(events.streamKind, "claim"), eq(events.streamId, claimId)))
      .orderBy(asc(events.seq))
      .limit(1000),
  );
  return rows.map(({ actor, ...event }) => ({ ...event, actorKind: actorKindOf(actor) }));
}

const ofEvent = and(
  eq(eventPayloads.streamKind, events.streamKind),
  eq(eventPayloads.streamId, events.streamId),
  eq(eventPayloads.seq, events.seq),
);
