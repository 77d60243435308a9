import { and, asc, eq, inArray } from "drizzle-orm";
import { eventPayloads, events } from "@/db/schema/journal";
import type { Transaction } from "@/db/scope";

const OWN_ACTS = ["answer_opened", "parcel_confirmed", "proof_contested"] as const;

/** What the customer of a claim has done by the link that has no row of its own, as the journal tells it. */
export async function listOwnActs(tx: Transaction, claim: { readonly sellerId: string; readonly claimId: string }) {
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
    .where(
      and(
        eq(events.streamKind, "claim"),
        eq(events.streamId, claim.claimId),
        eq(events.sellerId, claim.sellerId),
        inArray(events.type, [...OWN_ACTS]),
      ),
    )
    .orderBy(asc(events.seq))
    .limit(200);
  return rows.map(({ type, at, payload }) => ({ type, at, ...detailsOf(payload) }));
}

function detailsOf(payload: string): { readonly replyId: string | null; readonly receivedOn: string | null } {
  const facts: unknown = JSON.parse(payload);
  return { replyId: textOf(facts, "replyId"), receivedOn: textOf(facts, "receivedOn") };
}

function textOf(facts: unknown, name: "replyId" | "receivedOn"): string | null {
  if (typeof facts !== "object" || facts === null || !(name in facts)) return null;
  const value: unknown = Reflect.get(facts, name);
  return typeof value === "string" ? value : null;
}
