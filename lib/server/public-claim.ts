import { recordSubmission, recordWithdrawal } from "@/db/commands/submissions";
import type { Instant } from "@/lib/calendar/instant";
import { zoneId } from "@/lib/calendar/zone";
import type { SubmissionInput, SubmittedIdentity, WithdrawalInput } from "@/lib/claims/schema";
import type { Locale } from "@/lib/i18n/locale";
import { translatorFor } from "@/lib/i18n/translator";
import { entryScope } from "@/lib/server/scope";

/**
 * Take in what someone sent through the public form. It is kept at once; a job looks for its order.
 *
 * Answers its own identifier only: the words on screen must not tell whether the order exists.
 *
 * @param submittedAt first submission of the form, before corrections
 */
export async function submitPublicClaim(input: SubmissionInput, submittedAt: Instant, now: Instant): Promise<string> {
  return recordSubmission(entryScope(), input, { submittedAt, now });
}

/** Zone in which a statement of withdrawal is acknowledged: the operator's. */
export const STATEMENT_ZONE = zoneId("Europe/Paris");

/**
 * Take in a statement of withdrawal: its second step is what counts, whatever is found afterwards.
 *
 * @param id the number its review announced: sent twice, it is kept once
 */
export async function submitWithdrawal(
  statement: WithdrawalInput,
  locale: Locale,
  now: Instant,
  id?: string,
): Promise<string> {
  const message = withdrawalStatement(statement, locale);
  return recordWithdrawal(entryScope(), { ...statement, id, message, locale, zone: STATEMENT_ZONE }, now);
}

/** The statement the customer confirms, in whole sentences. */
export function withdrawalStatement(statement: WithdrawalInput, locale: Locale): string {
  const translate = translatorFor(locale);
  const { name, orderNumber, text } = statement;
  const whole = translate("withdrawal.statement", { name, orderNumber });
  return text === "" ? whole : `${whole}\n\n${translate("withdrawal.statement_part", { text })}`;
}

/** Take in a statement made on the customer's link: whose order it is, and what of it, is known and not asked again. */
export async function submitKnownWithdrawal(
  statement: WithdrawalInput,
  known: NonNullable<Extract<SubmittedIdentity, { readonly by: "withdrawal" }>["known"]>,
  { locale, now, id }: { readonly locale: Locale; readonly now: Instant; readonly id?: string | undefined },
): Promise<string> {
  const message = withdrawalStatement(statement, locale);
  return recordWithdrawal(entryScope(), { ...statement, id, message, locale, zone: STATEMENT_ZONE, known }, now);
}
