import { and, asc, eq, inArray, ne } from "drizzle-orm";
import { settleClaim } from "@/db/commands/claim-state";
import type { ClaimAct } from "@/db/commands/clocks";
import { type Evidence, fulfilCommitments } from "@/db/commands/commitments";
import { readClocks } from "@/db/queries/clock-facts";
import { claims } from "@/db/schema/claims";
import { commitments } from "@/db/schema/replies";
import type { Transaction } from "@/db/scope";
import type { Actor } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import type { CommitmentKind } from "@/lib/replies/commitment";

/** Something that really happened to an order, recorded here or elsewhere. */
export type Deed = {
  readonly sellerId: string;
  readonly orderId: string;
  readonly actor: Actor;
  readonly now: Instant;
  /** The claim the deed answers, when the caller says. */
  readonly claimId?: string | undefined;
  /** The promise it keeps, when the caller says: that one, and no other. */
  readonly commitmentId?: string | undefined;
};

export type FulfilledCommitment = {
  readonly commitmentId: string;
  readonly claimId: string;
  readonly claimReference: string;
  readonly kind: CommitmentKind;
};

export async function ordersWithOpenClaims(
  tx: Transaction,
  sellerId: string,
  orderIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (orderIds.length === 0) return new Set();
  const rows = await tx
    .selectDistinct({ orderId: claims.orderId })
    .from(claims)
    .where(and(eq(claims.sellerId, sellerId), inArray(claims.orderId, [...orderIds]), ne(claims.state, "closed")));
  return new Set(rows.map((row) => row.orderId));
}

/** Open claims of the order, locked: what happens to the order decides on them too. */
export async function lockOpenClaims(tx: Transaction, { sellerId, orderId, claimId }: Deed) {
  return tx
    .select()
    .from(claims)
    .where(
      and(
        eq(claims.sellerId, sellerId),
        eq(claims.orderId, orderId),
        ne(claims.state, "closed"),
        ...(claimId === undefined ? [] : [eq(claims.id, claimId)]),
      ),
    )
    .orderBy(asc(claims.openedAt), asc(claims.id))
    .for("no key update");
}

export type OpenClaim = Awaited<ReturnType<typeof lockOpenClaims>>[number];

/** The acts of a deed on one of its claims. */
export function actOn({ sellerId, actor, now }: Deed, claimId: string): ClaimAct {
  return { sellerId, claimId, actor, now };
}

/** Promises of these kinds still open on the claims, the most urgent first. */
export async function openPromises(
  tx: Transaction,
  { sellerId, commitmentId }: Deed,
  open: readonly OpenClaim[],
  kinds: readonly CommitmentKind[],
) {
  if (open.length === 0) return [];
  return tx
    .select({
      id: commitments.id,
      claimId: commitments.claimId,
      kind: commitments.kind,
      amountCents: commitments.amountCents,
      createdAt: commitments.createdAt,
    })
    .from(commitments)
    .where(
      and(
        eq(commitments.sellerId, sellerId),
        inArray(
          commitments.claimId,
          open.map((claim) => claim.id),
        ),
        inArray(commitments.kind, [...kinds]),
        eq(commitments.status, "open"),
        commitmentId === undefined ? undefined : eq(commitments.id, commitmentId),
      ),
    )
    .orderBy(asc(commitments.dueOn), asc(commitments.createdAt), asc(commitments.id));
}

/** The deed keeps these promises: they are done, the clocks beside them are met, the claims are settled anew. */
export async function keepPromises(
  tx: Transaction,
  deed: Deed,
  open: readonly OpenClaim[],
  kept: {
    readonly promises: readonly { readonly id: string; readonly claimId: string }[];
    readonly evidence: Evidence;
  },
): Promise<readonly FulfilledCommitment[]> {
  const done: FulfilledCommitment[] = [];
  for (const claim of open) {
    const ids = kept.promises.filter((promise) => promise.claimId === claim.id).map((promise) => promise.id);
    if (ids.length === 0) continue;
    const act = actOn(deed, claim.id);
    const clocks = await readClocks(tx, deed.sellerId, claim.id);
    const rows = await fulfilCommitments(tx, act, {
      keeps: ({ id }) => ids.includes(id),
      evidence: kept.evidence,
      clocks,
    });
    const { id: claimId, reference: claimReference } = claim;
    done.push(...rows.map(({ id, kind }) => ({ commitmentId: id, claimId, claimReference, kind })));
  }
  return done;
}

export async function settleAll(tx: Transaction, deed: Deed, open: readonly OpenClaim[]): Promise<void> {
  for (const claim of open) await settleClaim(tx, actOn(deed, claim.id), claim.state);
}
