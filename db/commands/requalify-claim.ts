import { and, eq, gt } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { announceQuestion } from "@/db/commands/claim-mails";
import { type ClaimRow, lockClaim, settleClaim } from "@/db/commands/claim-state";
import { type ClaimAct, originOf } from "@/db/commands/clocks";
import { appendEvent } from "@/db/commands/journal";
import { applySituation, decideSituation, type SituationRefusal } from "@/db/commands/requalified-claim";
import { maskedText } from "@/db/queries/known-numbers";
import { replies } from "@/db/schema/replies";
import { requalifications } from "@/db/schema/requalifications";
import { type Transaction, withScope } from "@/db/scope";
import { actorText, type OneSellerScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import type { Situation } from "@/lib/claims/claim";
import { mayHandleClaims } from "@/lib/claims/permissions";
import { takesConsent } from "@/lib/claims/requalification";
import { accepted, type Outcome, refused } from "@/lib/outcome";

export type Requalified = {
  readonly requalificationId: string;
  /** `asked`: nothing changes before the customer agrees. */
  readonly result: "applied" | "asked";
};

export type RequalifyRefusal =
  | SituationRefusal
  | "not_allowed"
  | "not_found"
  | "claim_closed"
  | "reason_missing"
  | "already_asked"
  | "answer_leaving"
  | "changed_meanwhile";

export type Requalification = {
  readonly claimId: string;
  readonly to: Situation;
  /** Read by the customer. */
  readonly reason: string;
  /** The claim's, when its page was read. */
  readonly revision?: number | undefined;
};

/**
 * Say that a claim is of another situation. Its clocks are then those it would have had from the start, counted from
 * the original instants. Where the customer would lose by it, they are asked first and nothing changes meanwhile.
 */
export async function requalifyClaim(
  scope: Exclude<OneSellerScope, { kind: "customer" }>,
  input: Requalification,
  now: Instant,
): Promise<Outcome<Requalified, RequalifyRefusal>> {
  if (!mayHandleClaims(scope)) return refused("not_allowed");
  if (input.reason.trim() === "") return refused("reason_missing", { reason: ["required"] });
  return withScope(scope, async (tx) => {
    const claim = await lockClaim(tx, scope.sellerId, input.claimId);
    if (!claim) return refused("not_found");
    const refusal = await refusalOf(tx, claim, input.revision, now);
    if (refusal) return refused(refusal);
    const act: ClaimAct = { sellerId: scope.sellerId, claimId: claim.id, actor: scope.actor, now };
    return takesConsent(claim.situation, input.to)
      ? askCustomer(tx, act, claim, input)
      : requalify(tx, act, claim, input);
  });
}

async function refusalOf(tx: Transaction, claim: ClaimRow, revision: number | undefined, now: Instant) {
  if (claim.state === "closed") return "claim_closed";
  if (revision !== undefined && revision !== claim.revision) return "changed_meanwhile";
  if (await findQuestion(tx, claim)) return "already_asked";
  return (await isAnswerLeaving(tx, claim, now)) ? "answer_leaving" : undefined;
}

/** An answer that may still be taken back holds the clocks it stopped. */
async function isAnswerLeaving(tx: Transaction, claim: ClaimRow, now: Instant): Promise<boolean> {
  const leaving = await tx
    .select({ id: replies.id })
    .from(replies)
    .where(
      and(
        eq(replies.sellerId, claim.sellerId),
        eq(replies.claimId, claim.id),
        eq(replies.status, "sent"),
        gt(replies.visibleAt, now),
      ),
    )
    .limit(1);
  return leaving.length > 0;
}

/** Change the situation now, on a claim that is locked. */
export async function requalify(
  tx: Transaction,
  act: ClaimAct,
  claim: ClaimRow,
  { to, reason }: Pick<Requalification, "to" | "reason">,
): Promise<Outcome<Requalified, RequalifyRefusal>> {
  const opening = await decideSituation(tx, claim, to);
  if (!opening.ok) return opening;
  const asked = { to, reason, consent: "not_needed", appliedAt: act.now } as const;
  const requalificationId = await insertRequalification(tx, act, claim, asked);
  await applySituation(tx, act, { claim, to, opening: opening.value, requalificationId });
  return accepted({ requalificationId, result: "applied" });
}

async function askCustomer(
  tx: Transaction,
  act: ClaimAct,
  claim: ClaimRow,
  { to, reason }: Requalification,
): Promise<Outcome<Requalified, RequalifyRefusal>> {
  const opening = await decideSituation(tx, claim, to);
  if (!opening.ok) return opening;
  const requalificationId = await insertRequalification(tx, act, claim, { to, reason, consent: "asked" });
  const payload = { requalificationId, from: claim.situation, to };
  await appendEvent(tx, { ...originOf(act), type: "requalification_asked", payload });
  await settleClaim(tx, act, claim.state);
  await announceQuestion(tx, act, { claim, requalificationId });
  return accepted({ requalificationId, result: "asked" });
}

async function insertRequalification(
  tx: Transaction,
  act: ClaimAct,
  claim: ClaimRow,
  asked: Pick<Requalification, "to" | "reason"> & {
    readonly consent: "not_needed" | "asked";
    readonly appliedAt?: Instant;
  },
): Promise<string> {
  const id = uuidv7();
  await tx.insert(requalifications).values({
    sellerId: act.sellerId,
    id,
    claimId: act.claimId,
    fromSituation: claim.situation,
    toSituation: asked.to,
    reason: await maskedText(tx, act, asked.reason),
    askedBy: actorText(act.actor),
    askedAt: act.now,
    consent: asked.consent,
    appliedAt: asked.appliedAt ?? null,
  });
  return id;
}

async function findQuestion(tx: Transaction, claim: ClaimRow) {
  const [question] = await tx
    .select()
    .from(requalifications)
    .where(
      and(
        eq(requalifications.sellerId, claim.sellerId),
        eq(requalifications.claimId, claim.id),
        eq(requalifications.consent, "asked"),
      ),
    );
  return question;
}
