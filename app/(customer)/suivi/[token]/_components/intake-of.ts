import type { CustomerClaim } from "@/db/queries/customer-space";
import {
  INTAKE_QUESTIONS,
  type IntakeQuestionId,
  isIntakeField,
  questionOfPhoto,
  questionsFor,
  unanswered,
} from "@/lib/claims/intake";
import { keptIntake } from "@/lib/claims/intake-schema";
import type { CustomerPage } from "@/lib/server/customer-page";

/** What the customer has answered about a claim, in words and in photos. */
export function intakeOf({ space }: CustomerPage, { claim }: CustomerClaim) {
  const answers = keptIntake(claim.intake);
  const photos = space.documents.flatMap((document) => {
    const isOwn = document.claimId === claim.id && document.kind === "photo" && document.status !== "refused";
    const question = isOwn ? questionOfPhoto(document.facts) : undefined;
    return question ? [{ question, document }] : [];
  });
  const answered = questionsFor(claim.situation).filter((question) =>
    isIntakeField(question) ? answers[question] !== undefined : photos.some((photo) => photo.question === question),
  );
  return { answers, photos, answered, open: unanswered(claim.situation, answered) };
}

export function stepHref(page: CustomerPage, { claim }: CustomerClaim, question: IntakeQuestionId): string {
  return `/suivi/${page.token}/precisions/${claim.id}/${INTAKE_QUESTIONS[question].slug}`;
}

/** After a question comes the next one without an answer, and after the last the claim itself. */
export function nextStepHref(page: CustomerPage, shown: CustomerClaim, question: IntakeQuestionId): string {
  const { open } = intakeOf(page, shown);
  const asked = questionsFor(shown.claim.situation);
  const next = open.find((candidate) => asked.indexOf(candidate) > asked.indexOf(question));
  return next ? stepHref(page, shown, next) : `/suivi/${page.token}?fait=intake#fait`;
}
