import { and, desc, eq, inArray } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { announceIntake } from "@/db/commands/claim-mails";
import { type ClaimRow, lockClaim } from "@/db/commands/claim-state";
import { type ClaimAct, originOf } from "@/db/commands/clocks";
import { appendEvent } from "@/db/commands/journal";
import { maskedText } from "@/db/queries/known-numbers";
import { claims } from "@/db/schema/claims";
import { intakeAnswers } from "@/db/schema/intake-answers";
import { orders } from "@/db/schema/orders";
import { type Transaction, withScope } from "@/db/scope";
import { actorText, type OneSellerScope } from "@/lib/auth/scope";
import { type Instant, toEpochMs } from "@/lib/calendar/instant";
import { territoryOf } from "@/lib/calendar/territories";
import { localDay } from "@/lib/calendar/zone";
import type { Situation } from "@/lib/claims/claim";
import { INTAKE_FIELDS, type IntakeAnswer, type IntakeField, type SubmittedAnswer } from "@/lib/claims/intake";
import { type IntakeAnswers, type IntakeRefusal, keptIntake, refusedIntake } from "@/lib/claims/intake-schema";
import { mayHandleClaims } from "@/lib/claims/permissions";
import type { Json } from "@/lib/journal/canonical";
import { accepted, type Outcome, refused } from "@/lib/outcome";

/** Versions of one answer a claim keeps; who corrects more often writes a message. */
const MAX_VERSIONS = 20;

export type IntakeCommandRefusal = IntakeRefusal | "not_allowed" | "not_found" | "claim_closed" | "too_many_versions";

/** Each answer as a row to be kept, under an identifier of its own. */
export function newAnswers(answers: IntakeAnswers, answeredAt: Instant): readonly SubmittedAnswer[] {
  return INTAKE_FIELDS.flatMap((question) => {
    const answer = answers[question];
    return answer === undefined ? [] : [{ id: uuidv7(), question, answer, answeredAt }];
  });
}

/**
 * Keep what the customer answers about a claim, beside what was answered before. It stops and starts no clock; the
 * seller is told, unless it was the seller's own system that brought it.
 *
 * The same answer given again changes nothing; another one is a new version.
 */
export async function recordIntake(
  scope: OneSellerScope,
  input: { readonly claimId: string; readonly answers: readonly SubmittedAnswer[] },
  now: Instant,
): Promise<Outcome<{ readonly claimId: string }, IntakeCommandRefusal>> {
  if (scope.kind === "seller" && !mayHandleClaims(scope)) return refused("not_allowed");
  return withScope(scope, async (tx) => {
    const claim = await lockClaim(tx, scope.sellerId, input.claimId);
    if (!claim) return refused("not_found");
    if (claim.state === "closed") return refused("claim_closed");
    const [order] = await tx
      .select({ placedAt: orders.placedAt, shippingAddress: orders.shippingAddress })
      .from(orders)
      .where(and(eq(orders.sellerId, scope.sellerId), eq(orders.id, claim.orderId)));
    if (!order) throw new Error(`Order ${claim.orderId} disappeared`);
    for (const { question, answer } of input.answers) {
      const problem = judgeIntake(claim.situation, keptIntake({ [question]: answer }), { order, now });
      if (problem) return refused(problem.reason, { [problem.field]: [problem.reason] });
    }
    const act: ClaimAct = { sellerId: scope.sellerId, claimId: claim.id, actor: scope.actor, now };
    const { added, isFull } = await addIntake(tx, act, claim, input.answers);
    if (added > 0 && isNews(scope, claim, now)) await announceIntake(tx, act, claim);
    return isFull ? refused("too_many_versions") : accepted({ claimId: claim.id });
  });
}

/** What is said while the form is still on the screen is read with the claim; what comes later is told. */
const FORM_MINUTES = 10;

function isNews(scope: OneSellerScope, { openedAt }: ClaimRow, now: Instant): boolean {
  return scope.kind !== "seller" && toEpochMs(now) - toEpochMs(openedAt) > FORM_MINUTES * 60_000;
}

/** What is wrong with answers about an order, by field; undefined when they may be kept. */
export function judgeIntake(
  situation: Situation,
  answers: IntakeAnswers,
  about: { readonly order: Pick<typeof orders.$inferSelect, "placedAt" | "shippingAddress">; readonly now: Instant },
) {
  const { placedAt, shippingAddress } = about.order;
  const { zone } = territoryOf(shippingAddress.postcode, shippingAddress.country);
  return refusedIntake(situation, answers, { placedOn: localDay(placedAt, zone), today: localDay(about.now, zone) });
}

/** Add judged answers to a claim that is locked or being opened, and what now stands to its row. */
export async function addIntake(
  tx: Transaction,
  act: ClaimAct,
  claim: { readonly intake: Json | null },
  answers: readonly SubmittedAnswer[],
): Promise<{ readonly added: number; readonly isFull: boolean }> {
  if (answers.length === 0) return { added: 0, isFull: false };
  const known = await readVersions(tx, act, answers);
  const standing: Record<string, IntakeAnswer | undefined> = { ...keptIntake(claim.intake) };
  let added = 0;
  let isFull = false;
  for (const given of answers) {
    const answer = await maskedAnswer(tx, act, given);
    const versions = known.filter((row) => row.question === given.question);
    const isKnown = known.some(({ id }) => id === given.id) || isSame(versions[0]?.answer.said, answer);
    if (isKnown) continue;
    if (versions.length >= MAX_VERSIONS) {
      isFull = true;
      continue;
    }
    const version = (versions[0]?.version ?? 0) + 1;
    await insertAnswer(tx, act, { ...given, answer, version });
    added += 1;
    known.unshift({ id: given.id, question: given.question, version, answer: { said: answer } });
    standing[given.question] = answer;
  }
  await tx
    .update(claims)
    .set({ intake: standing, updatedAt: act.now })
    .where(and(eq(claims.sellerId, act.sellerId), eq(claims.id, act.claimId)));
  return { added, isFull };
}

async function readVersions(tx: Transaction, act: ClaimAct, answers: readonly SubmittedAnswer[]) {
  return tx
    .select({
      id: intakeAnswers.id,
      question: intakeAnswers.question,
      version: intakeAnswers.version,
      answer: intakeAnswers.answer,
    })
    .from(intakeAnswers)
    .where(
      and(
        eq(intakeAnswers.sellerId, act.sellerId),
        eq(intakeAnswers.claimId, act.claimId),
        inArray(
          intakeAnswers.question,
          answers.map(({ question }) => question),
        ),
      ),
    )
    .orderBy(desc(intakeAnswers.version));
}

type Version = SubmittedAnswer & { readonly version: number };

async function insertAnswer(tx: Transaction, act: ClaimAct, given: Version): Promise<void> {
  const { id, question, version, answer, answeredAt } = given;
  const row = { id, question, version, answer: { said: answer }, answeredAt };
  await tx
    .insert(intakeAnswers)
    .values({ ...row, sellerId: act.sellerId, claimId: act.claimId, answeredBy: actorText(act.actor) });
  await appendEvent(tx, {
    ...originOf(act),
    type: "intake_answered",
    payload: { question, version, answer, answeredAt },
  });
}

/** A serial number is kept as it was typed: it may look like a card's and is none. */
const FREE_WORDS: readonly IntakeField[] = ["received", "fault", "part"];

async function maskedAnswer(tx: Transaction, act: ClaimAct, { question, answer }: SubmittedAnswer) {
  if (typeof answer !== "string") return answer;
  return FREE_WORDS.includes(question) ? maskedText(tx, act, answer) : answer;
}

function isSame(known: IntakeAnswer | undefined, answer: IntakeAnswer): boolean {
  return JSON.stringify(known) === JSON.stringify(answer);
}
