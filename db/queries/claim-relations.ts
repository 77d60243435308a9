import { and, asc, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import { claims } from "@/db/schema/claims";
import { eventPayloads, events } from "@/db/schema/journal";
import { withScope } from "@/db/scope";
import type { AdminScope, SellerScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import { SITUATIONS, type Situation } from "@/lib/claims/claim";
import type { EventType } from "@/lib/journal/event";

/** A demand that came twice, or another claim this one was split into, read in, or taken from. */
export type ClaimRelation = { readonly at: Instant } & (
  | { readonly kind: "joined"; readonly situation: Situation; readonly externalId: string | null }
  | { readonly kind: "split_off" | "withdrawal_read" | "taken_from"; readonly claim: RelatedClaim }
);
export type RelatedClaim = { readonly id: string; readonly reference: string; readonly situation: Situation };

const TELLING: readonly EventType[] = ["claim_opened", "claim_joined", "claim_split", "withdrawal_read"];
const joined = z.object({ situation: z.enum(SITUATIONS), externalId: z.string().nullable() });
const opened = z.object({ openedClaimId: z.string() });
const from = z.object({ openedFrom: z.string().optional() });

/** What else came of a claim's order with this claim, in the order it happened. */
export async function listRelations(
  scope: SellerScope | AdminScope,
  claimId: string,
): Promise<readonly ClaimRelation[]> {
  return withScope(scope, async (tx) => {
    const rows = await tx
      .select({ type: events.type, at: events.at, payload: eventPayloads.payload })
      .from(events)
      .innerJoin(
        eventPayloads,
        and(
          eq(eventPayloads.streamKind, events.streamKind),
          eq(eventPayloads.streamId, events.streamId),
          eq(eventPayloads.seq, events.seq),
        ),
      )
      .where(and(eq(events.streamKind, "claim"), eq(events.streamId, claimId), inArray(events.type, [...TELLING])))
      .orderBy(asc(events.seq))
      .limit(100);
    const told = rows.map(({ payload, ...row }) => ({ ...row, facts: readJson(payload) }));
    const ids = told.flatMap(({ type, facts }) => otherOf(type, facts) ?? []);
    const others =
      ids.length === 0
        ? []
        : await tx
            .select({ id: claims.id, reference: claims.reference, situation: claims.situation })
            .from(claims)
            .where(inArray(claims.id, ids));
    return told.flatMap(({ type, at, facts }): ClaimRelation[] => {
      if (type === "claim_joined") return [{ kind: "joined", at, ...joined.parse(facts) }];
      const claim = others.find(({ id }) => id === otherOf(type, facts));
      return claim ? [{ kind: KINDS[type] ?? "taken_from", at, claim }] : [];
    });
  });
}

const KINDS: Readonly<Record<string, "split_off" | "withdrawal_read">> = {
  claim_split: "split_off",
  withdrawal_read: "withdrawal_read",
};

function otherOf(type: string, facts: unknown): string | undefined {
  if (type === "claim_opened") return from.parse(facts).openedFrom;
  return type === "claim_joined" ? undefined : opened.parse(facts).openedClaimId;
}

function readJson(text: string): unknown {
  return JSON.parse(text);
}
