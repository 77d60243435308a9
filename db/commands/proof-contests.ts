import { and, eq, isNull, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { announceMessage } from "@/db/commands/claim-mails";
import { type ClaimRow, lockClaim, settleClaim } from "@/db/commands/claim-state";
import { type ClaimAct, originOf } from "@/db/commands/clocks";
import { appendEvent } from "@/db/commands/journal";
import { insertMessage } from "@/db/commands/messages";
import type { StaffScope } from "@/db/commands/opened-claim";
import { proofContests } from "@/db/schema/proof-contests";
import { type Transaction, withScope } from "@/db/scope";
import { actorText, type CustomerScope } from "@/lib/auth/scope";
import type { IsoDate } from "@/lib/calendar/civil-day";
import type { Instant } from "@/lib/calendar/instant";
import { mayHandleClaims } from "@/lib/claims/permissions";
import type { ContestRuling, InquiryOutcome } from "@/lib/evidence/proof-contest";
import { accepted, type Outcome, refused } from "@/lib/outcome";

type Done = { readonly claimId: string };
export type ContestRefusal = "not_allowed" | "not_found" | "claim_closed" | "not_contested" | "already_done";

/** One contest at a time on a claim: proofs denied while it is open join it. */
export async function openContest(tx: Transaction, act: ClaimAct, documentIds: readonly string[]): Promise<void> {
  const contest = { sellerId: act.sellerId, claimId: act.claimId, documentIds: [...documentIds], contestedAt: act.now };
  await tx
    .insert(proofContests)
    .values({ ...contest, id: uuidv7() })
    .onConflictDoUpdate({
      target: [proofContests.sellerId, proofContests.claimId],
      targetWhere: isNull(proofContests.ruling),
      set: { documentIds: sql`proof_contests.document_ids || excluded.document_ids` },
    });
}

/**
 * The customer signs that the parcel never came. Asked for, never demanded: the contest goes on without it.
 *
 * @see Code civil, art. 1358; Code pénal, art. 441-7: a false statement is an offence, and the form says so
 */
export async function attestNonReceipt(
  scope: CustomerScope,
  input: { readonly claimId: string; readonly signatory: string; readonly words: { body: string; locale: string } },
  now: Instant,
): Promise<Outcome<Done, ContestRefusal>> {
  return withScope(scope, async (tx) => {
    const claim = await lockClaim(tx, scope.sellerId, input.claimId);
    if (!claim) return refused("not_found");
    if (claim.state === "closed") return refused("claim_closed");
    const act: ClaimAct = { sellerId: scope.sellerId, claimId: claim.id, actor: scope.actor, now };
    const contest = await findOpenContest(tx, act);
    if (!contest) return refused("not_contested");
    if (contest.attestedAt) return refused("already_done");
    await change(tx, act, contest.id, { attestedAt: now, attestedBy: input.signatory });
    const said = { author: "customer", visibility: "conversation", ...input.words, sentAt: now } as const;
    const messageId = await insertMessage(tx, act, said);
    const payload = { contestId: contest.id, signatory: input.signatory, messageId };
    await appendEvent(tx, { ...originOf(act), type: "non_receipt_attested", payload });
    await settleClaim(tx, act, claim.state);
    await announceMessage(tx, act, { claim, messageId, author: "customer" });
    return accepted({ claimId: claim.id });
  });
}

type Inquiry = {
  readonly openedOn: IsoDate;
  readonly answerOn: IsoDate;
  readonly reference?: string | undefined;
};

/** The seller asked the carrier what became of the parcel. */
export async function recordInquiry(
  scope: StaffScope,
  input: { readonly claimId: string } & Inquiry,
  now: Instant,
): Promise<Outcome<Done, ContestRefusal>> {
  return onContest(scope, input.claimId, now, async (tx, act, contest) => {
    if (contest.inquiryOpenedOn) return refused("already_done");
    const { openedOn, answerOn, reference = null } = input;
    const inquiry = { inquiryOpenedOn: openedOn, inquiryAnswerOn: answerOn, inquiryReference: reference };
    await change(tx, act, contest.id, inquiry);
    const payload = { contestId: contest.id, openedOn, answerOn, reference };
    await appendEvent(tx, { ...originOf(act), type: "carrier_inquiry_opened", payload });
    return accepted({ claimId: act.claimId });
  });
}

/** What the carrier answered, or that it did not. */
export async function recordInquiryAnswer(
  scope: StaffScope,
  input: { readonly claimId: string; readonly outcome: InquiryOutcome },
  now: Instant,
): Promise<Outcome<Done, ContestRefusal | "no_inquiry">> {
  return onContest(scope, input.claimId, now, async (tx, act, contest) => {
    if (!contest.inquiryOpenedOn) return refused("no_inquiry");
    if (contest.inquiryOutcome) return refused("already_done");
    await change(tx, act, contest.id, { inquiryOutcome: input.outcome, inquiryEndedAt: now });
    const payload = { contestId: contest.id, outcome: input.outcome };
    await appendEvent(tx, { ...originOf(act), type: "carrier_inquiry_answered", payload });
    return accepted({ claimId: act.claimId });
  });
}

/** A contest that is open gets the operator's ruling. */
export async function settleContest(
  tx: Transaction,
  act: ClaimAct,
  { ruling, reason }: { readonly ruling: ContestRuling; readonly reason: string },
): Promise<OpenContest | undefined> {
  const contest = await findOpenContest(tx, act);
  if (!contest) return undefined;
  const ruled = { ruling, rulingReason: reason, ruledAt: act.now, ruledBy: actorText(act.actor) };
  await change(tx, act, contest.id, ruled);
  return contest;
}

/** The contest of a claim that still waits for a ruling, locked. */
async function findOpenContest(tx: Transaction, { sellerId, claimId }: Pick<ClaimRow, "sellerId"> & Done) {
  const [contest] = await tx
    .select()
    .from(proofContests)
    .where(and(eq(proofContests.sellerId, sellerId), eq(proofContests.claimId, claimId), isNull(proofContests.ruling)))
    .for("update");
  return contest;
}

type OpenContest = NonNullable<Awaited<ReturnType<typeof findOpenContest>>>;

async function onContest<Reason extends string>(
  scope: StaffScope,
  claimId: string,
  now: Instant,
  run: (tx: Transaction, act: ClaimAct, contest: OpenContest) => Promise<Outcome<Done, Reason>>,
): Promise<Outcome<Done, Reason | ContestRefusal>> {
  if (!mayHandleClaims(scope)) return refused("not_allowed");
  return withScope(scope, async (tx) => {
    const claim = await lockClaim(tx, scope.sellerId, claimId);
    if (!claim) return refused("not_found");
    if (claim.state === "closed") return refused("claim_closed");
    const act: ClaimAct = { sellerId: scope.sellerId, claimId, actor: scope.actor, now };
    const contest = await findOpenContest(tx, act);
    return contest ? run(tx, act, contest) : refused("not_contested");
  });
}

/** Said of one contest of the seller. */
async function change(
  tx: Transaction,
  { sellerId }: Pick<ClaimAct, "sellerId">,
  id: string,
  facts: Partial<typeof proofContests.$inferInsert>,
): Promise<void> {
  await tx
    .update(proofContests)
    .set(facts)
    .where(and(eq(proofContests.sellerId, sellerId), eq(proofContests.id, id)));
}
