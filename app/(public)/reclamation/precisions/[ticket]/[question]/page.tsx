import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PublicShell } from "@/app/_components/public-shell";
import { IntakeForm } from "@/app/(customer)/_components/intake/intake-form";
import { QuestionField } from "@/app/(customer)/_components/intake/question-field";
import { StepFrame } from "@/app/(customer)/_components/intake/step-frame";
import { localDay } from "@/lib/calendar/zone";
import { INTAKE_QUESTIONS } from "@/lib/claims/intake";
import { currentTime } from "@/lib/server/clock";
import { openIntakeTicket } from "@/lib/server/intake-ticket";
import { STATEMENT_ZONE } from "@/lib/server/public-claim";
import { submitAnswerAction } from "../actions";
import { answersGiven, endHref, nextHref } from "../steps";

type Props = { readonly params: Promise<{ readonly ticket: string; readonly question: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("intake"))("title"), robots: { index: false } };
}

/** One question right after the public form, for whoever sent it, whether or not an order was found. */
export default async function SubmittedStepPage({ params }: Props) {
  const { ticket, question: slug } = await params;
  const now = currentTime();
  const opened = await openIntakeTicket(ticket, now);
  const question = opened?.questions.find((id) => INTAKE_QUESTIONS[id].slug === slug);
  if (!opened || !question) notFound();
  const { submission, questions } = opened;
  return (
    <PublicShell>
      <StepFrame
        question={question}
        place={questions.indexOf(question) + 1}
        total={questions.length}
        skipHref={nextHref(ticket, opened, question)}
        endHref={endHref(ticket, opened)}
      >
        <IntakeForm question={question} action={submitAnswerAction.bind(null, ticket)}>
          <QuestionField
            situation={submission.situation}
            question={question}
            answers={answersGiven(opened)}
            today={localDay(now, STATEMENT_ZONE)}
          />
        </IntakeForm>
      </StepFrame>
    </PublicShell>
  );
}
