import { getTranslations } from "next-intl/server";
import { CheckboxGroup, RadioGroup } from "@/app/_components/ui/choice-field";
import { TextareaField, TextField } from "@/app/_components/ui/text-field";
import type { IsoDate } from "@/lib/calendar/civil-day";
import type { Situation } from "@/lib/claims/claim";
import { INTAKE_QUESTIONS, type IntakeField, SEARCHED_PLACES, wishesFor } from "@/lib/claims/intake";
import type { IntakeAnswers } from "@/lib/claims/intake-schema";

type Props = {
  readonly situation: Situation;
  readonly question: IntakeField;
  readonly answers: IntakeAnswers;
  readonly today: IsoDate;
};

/** The one field of a question; the page's title asks it, the label says what is written here. */
export async function QuestionField({ situation, question, answers, today }: Props) {
  const t = await getTranslations("intake");
  const asked = INTAKE_QUESTIONS[question];
  const label = t(`labels.${question}`);
  const hint = t(`hints.${question}`);
  switch (asked.kind) {
    case "wish":
      return (
        <RadioGroup
          name={question}
          legend={label}
          hint={hint}
          look="cards"
          defaultValue={answers.wish}
          choices={wishesFor(situation).map((wish) => ({
            value: wish,
            label: t(situation === "parcel_not_received" ? `new_parcel.${parcelWish(wish)}` : `wishes.${wish}`),
          }))}
          required
        />
      );
    case "places":
      return (
        <CheckboxGroup
          name={question}
          legend={label}
          hint={hint}
          defaultValues={answers.searched ?? []}
          choices={SEARCHED_PLACES.map((place) => ({ value: place, label: t(`places.${place}`) }))}
          required
        />
      );
    case "day":
      return (
        <TextField
          name={question}
          type="date"
          label={label}
          hint={hint}
          max={today}
          defaultValue={answers.since}
          width="half"
          required
        />
      );
    case "serial":
      return (
        <TextField
          name={question}
          label={label}
          hint={hint}
          maxLength={60}
          autoComplete="off"
          defaultValue={answers.serial}
          width="half"
          required
        />
      );
    case "text":
      return (
        <TextareaField
          name={question}
          label={label}
          hint={hint}
          rows={5}
          maxLength={asked.max}
          defaultValue={textOf(answers[question])}
          required
        />
      );
  }
}

function textOf(answer: IntakeAnswers[IntakeField]): string | undefined {
  return typeof answer === "string" ? answer : undefined;
}

function parcelWish(wish: string): "replacement" | "refund" {
  return wish === "replacement" ? "replacement" : "refund";
}
