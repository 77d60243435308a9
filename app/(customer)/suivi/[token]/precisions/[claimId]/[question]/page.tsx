import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { IntakeForm } from "@/app/(customer)/_components/intake/intake-form";
import { QuestionField } from "@/app/(customer)/_components/intake/question-field";
import { StepFrame } from "@/app/(customer)/_components/intake/step-frame";
import { isIntakeField, questionOfSlug, questionsFor } from "@/lib/claims/intake";
import { openCustomerPage } from "@/lib/server/customer-page";
import { CustomerFrame } from "../../../_components/customer-frame";
import { intakeOf, nextStepHref } from "../../../_components/intake-of";
import { answerIntakeAction } from "../actions";
import { PhotoStep } from "../photo-step";

type Props = {
  readonly params: Promise<{ readonly token: string; readonly claimId: string; readonly question: string }>;
  readonly searchParams: Promise<{ readonly envoi?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("intake");
  return { title: t("title"), robots: { index: false, follow: false } };
}

/** One question about one claim. What is answered is kept at once; what is not stays open. */
export default async function IntakeStepPage({ params, searchParams }: Props) {
  const [{ token, claimId, question: slug }, { envoi }] = await Promise.all([params, searchParams]);
  const page = await openCustomerPage(token);
  const shown = page?.space.claims.find(({ claim }) => claim.id === claimId);
  if (!page || !shown || shown.claim.state === "closed") notFound();
  const { situation } = shown.claim;
  const question = questionOfSlug(situation, slug);
  if (!question) notFound();
  const asked = questionsFor(situation);
  const { answers } = intakeOf(page, shown);
  const endHref = `/suivi/${token}`;
  const nextHref = nextStepHref(page, shown, question);
  return (
    <CustomerFrame space={page.space}>
      <StepFrame
        question={question}
        place={asked.indexOf(question) + 1}
        total={asked.length}
        // Without a photo, to go on is to skip.
        skipHref={isIntakeField(question) ? nextHref : endHref}
        endHref={endHref}
      >
        {isIntakeField(question) ? (
          <IntakeForm question={question} action={answerIntakeAction.bind(null, token, claimId)}>
            <QuestionField {...{ situation, question, answers }} today={page.reader.today} />
          </IntakeForm>
        ) : (
          <PhotoStep page={page} shown={shown} question={question} nextHref={nextHref} result={envoi} />
        )}
      </StepFrame>
    </CustomerFrame>
  );
}
