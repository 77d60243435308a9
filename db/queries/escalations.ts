import { and, asc, eq, sql } from "drizzle-orm";
import { claims } from "@/db/schema/claims";
import { events } from "@/db/schema/journal";
import { orders } from "@/db/schema/orders";
import { sellers } from "@/db/schema/sellers";
import { withScope } from "@/db/scope";
import { type AdminScope, actorKindOf } from "@/lib/auth/scope";

/** Claims put before the operator, longest waiting first: since when, and by which side. */
export async function listEscalatedClaims(scope: AdminScope) {
  const rows = await withScope(scope, (tx) => {
    const asked = tx
      .selectDistinctOn([events.streamId], { claimId: events.streamId, at: events.at, actor: events.actor })
      .from(events)
      .innerJoin(claims, and(eq(claims.id, events.streamId), eq(claims.state, "escalated")))
      .where(and(eq(events.streamKind, "claim"), eq(events.type, "claim_escalated")))
      .orderBy(asc(events.streamId), sql`${events.seq} desc`)
      .as("asked");
    return tx
      .select({
        claimId: claims.id,
        reference: claims.reference,
        situation: claims.situation,
        phase: claims.phase,
        sellerName: sellers.name,
        orderNumber: orders.number,
        nextDueBefore: claims.nextDueBefore,
        askedAt: asked.at,
        actor: asked.actor,
      })
      .from(claims)
      .innerJoin(asked, eq(asked.claimId, claims.id))
      .innerJoin(orders, and(eq(orders.sellerId, claims.sellerId), eq(orders.id, claims.orderId)))
      .innerJoin(sellers, eq(sellers.id, claims.sellerId))
      .where(eq(claims.state, "escalated"))
      .orderBy(asc(asked.at))
      .limit(200);
  });
  return rows.map(({ actor, ...row }) => ({ ...row, askedBy: actorKindOf(actor) }));
}

export type EscalatedClaim = Awaited<ReturnType<typeof listEscalatedClaims>>[number];
