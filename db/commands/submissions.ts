import { and, eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { enqueueJob } from "@/db/commands/jobs";
import { appendEvent } from "@/db/commands/journal";
import { queueMail } from "@/db/commands/mails";
import { carryIntake } from "@/db/commands/submitted-intake";
import { submissions } from "@/db/schema/links";
import { type Transaction, withScope } from "@/db/scope";
import { type Actor, type AdminScope, actorText, type EntryScope, type JobScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import type { SubmissionInput, SubmittedIdentity, WithdrawalInput } from "@/lib/claims/schema";
import { maskPayment } from "@/lib/messages/masking";
import { accepted, type Outcome, refused } from "@/lib/outcome";

type WithdrawalIdentity = Extract<SubmittedIdentity, { readonly by: "withdrawal" }>;
type Sent = Omit<SubmissionInput, "identity"> & { readonly identity: SubmittedIdentity };

/**
 * Keep what was sent through the public form, before anything is looked up; a job then looks for its order, so that
 * the answer takes the same time whether or not there is one.
 *
 * @param submittedAt the first submission of the form: the opening instant of the claim, whenever the order is found
 */
export async function recordSubmission(
  scope: EntryScope,
  input: SubmissionInput,
  { submittedAt, now }: { readonly submittedAt: Instant; readonly now: Instant },
): Promise<string> {
  const id = uuidv7();
  await withScope(scope, (tx) => insertSubmission(tx, scope, { ...input, id }, { submittedAt, now }));
  return id;
}

/**
 * Keep a statement of withdrawal with its instant, and acknowledge it at once to the address that was typed, with
 * what was typed and nothing else. Under an `id` that is there already, the first one stands and nothing is sent.
 *
 * @see Code de la consommation, art. L221-21: the acknowledgement gives the content, the day and the time
 */
export async function recordWithdrawal(
  scope: EntryScope,
  statement: WithdrawalInput & {
    readonly message: string;
    readonly locale: "fr" | "en";
    readonly zone: string;
    readonly known?: WithdrawalIdentity["known"];
    readonly id?: string | undefined;
  },
  now: Instant,
): Promise<string> {
  const { name, orderNumber, email, text, message, locale, zone, known, id = uuidv7() } = statement;
  return withScope(scope, async (tx) => {
    const identity = { by: "withdrawal" as const, name, email, ...(known ? { known } : {}) };
    const sent = { id, orderNumber, identity, situation: "no_longer_wanted", message, locale } as const;
    const isNew = await insertSubmission(tx, scope, sent, { submittedAt: now, now });
    // Who has no address, by a letter, keeps the acknowledgement as the PDF of the page.
    if (!isNew || email === "") return id;
    await queueMail(
      tx,
      {
        template: "withdrawal_acknowledged",
        values: { name, orderNumber, email, text: text || "–", statement: message, sentAt: { instant: now, zone } },
        dedupeKey: `withdrawal:${id}`,
        recipient: email,
        locale,
      },
      now,
    );
    return id;
  });
}

/** @returns whether it is new; a number that is taken keeps what it has */
async function insertSubmission(
  tx: Transaction,
  scope: EntryScope,
  sent: Sent & { readonly id: string },
  { submittedAt, now }: { readonly submittedAt: Instant; readonly now: Instant },
): Promise<boolean> {
  const { id } = sent;
  const message = maskPayment(sent.message, [sent.orderNumber]).text;
  const kept = await tx
    .insert(submissions)
    .values({ ...sent, message, status: "waiting", submittedAt })
    .onConflictDoNothing()
    .returning({ id: submissions.id });
  if (kept.length === 0) return false;
  await appendEvent(tx, {
    stream: { kind: "marketplace" },
    type: "submission_received",
    actor: scope.actor,
    at: now,
    payload: { submissionId: id, orderNumber: sent.orderNumber, situation: sent.situation, submittedAt },
  });
  await enqueueJob(tx, "match_submission", { submissionId: id }, { key: `match_submission:${id}` });
  return true;
}

export type SubmissionMatch = { readonly sellerId: string; readonly claimId: string };
type Settled = { readonly submissionId: string; readonly match: SubmissionMatch | null };

type SweepScope = Extract<JobScope, { readonly kind: "sweep" }>;

/** The claim a submission became, or that nothing will come of it. Told twice, the first one stands. */
export async function settleSubmission(
  scope: EntryScope | AdminScope | SweepScope,
  settled: Settled,
  now: Instant,
): Promise<Outcome<{ readonly submissionId: string }, "not_found">> {
  return withScope(scope, (tx) => settleIn(tx, settled, { actor: scope.actor, now }));
}

/** The same in the transaction of another command. */
export async function settleIn(
  tx: Transaction,
  { submissionId, match }: Settled,
  { actor, now }: { readonly actor: Actor; readonly now: Instant },
): Promise<Outcome<{ readonly submissionId: string }, "not_found">> {
  const [settled] = await tx
    .update(submissions)
    .set({
      status: match ? "matched" : "dismissed",
      settledAt: now,
      settledBy: actorText(actor),
      matches: match ? [match] : [],
    })
    .where(and(eq(submissions.id, submissionId), eq(submissions.status, "waiting")))
    .returning({ intake: submissions.intake });
  if (!settled) return refused("not_found");
  if (match && settled.intake.length > 0) await carryIntake(tx, submissionId);
  await appendEvent(tx, {
    stream: { kind: "marketplace" },
    type: "submission_settled",
    actor,
    at: now,
    payload: { submissionId, match: match ? { ...match } : null },
  });
  return accepted({ submissionId });
}
