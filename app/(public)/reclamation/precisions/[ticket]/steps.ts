import { INTAKE_QUESTIONS, type IntakeField } from "@/lib/claims/intake";
import { type IntakeAnswers, keptIntake } from "@/lib/claims/intake-schema";
import { signFirstSubmission } from "@/lib/server/first-submission";
import type { IntakeTicket } from "@/lib/server/intake-ticket";

/** What stands among the answers given so far. */
export function answersGiven({ submission }: IntakeTicket): IntakeAnswers {
  return keptIntake(Object.fromEntries(submission.intake.map(({ question, answer }) => [question, answer])));
}

export function firstHref(ticket: string, { questions: [first] }: IntakeTicket): string | undefined {
  return first && stepHref(ticket, first);
}

/** After a question comes the next one without an answer. */
export function nextHref(ticket: string, opened: IntakeTicket, question: IntakeField): string {
  const { questions } = opened;
  const answers = answersGiven(opened);
  const rest = questions.slice(questions.indexOf(question) + 1);
  const next = rest.find((candidate) => answers[candidate] === undefined);
  return next ? stepHref(ticket, next) : endHref(ticket, opened);
}

/** Back to where the form ended, with thanks when something was said. */
export function endHref(ticket: string, { submission }: IntakeTicket): string {
  const said = submission.intake.length > 0 ? "&fait=precisions" : `&suite=${ticket}`;
  return `/reclamation/envoyee?recu=${signFirstSubmission(submission.submittedAt)}${said}`;
}

function stepHref(ticket: string, question: IntakeField): string {
  return `/reclamation/precisions/${ticket}/${INTAKE_QUESTIONS[question].slug}`;
}
