"use client";
import { DescriptionList } from "@/app/_components/ui/description-list";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { TextareaField, TextField } from "@/app/_components/ui/text-field";
import type { ActionState } from "@/lib/server/action-state";
import type { Reviewed } from "../actions";
import { Confirmation, StepTitle, WithdrawalSteps } from "./withdrawal-steps";

const FIELDS = ["name", "orderNumber", "email", "text"] as const;
type Field = (typeof FIELDS)[number];
type Word =
  | "step_one"
  | "step_two"
  | "name"
  | "order_number_hint"
  | "email_hint"
  | "text_hint"
  | "submit_one"
  | "submit_two"
  | "back"
  | "you_declare"
  | "not_sent_yet"
  | "rate_limited";

type Props = {
  readonly action: (previous: unknown, form: FormData) => Promise<ActionState<Reviewed>>;
  readonly labels: Readonly<Record<Field, string>>;
  readonly words: Readonly<Record<Word, string>>;
  /** « Étape 1 sur 2 », « Étape 2 sur 2 » */
  readonly steps: readonly [string, string];
  readonly orderNumber?: string | undefined;
};

/** Who, which order and what of it, in the customer's own words. */
export function WithdrawalForm({ action, labels, words, steps, orderNumber }: Props) {
  return (
    <WithdrawalSteps
      action={action}
      labels={labels}
      reasons={{ rate_limited: words.rate_limited }}
      first={<Statement labels={labels} words={words} step={steps[0]} orderNumber={orderNumber} />}
      second={(reviewed) => <Review reviewed={reviewed} labels={labels} words={words} step={steps[1]} />}
    />
  );
}

type StepProps = Pick<Props, "labels" | "words"> & { readonly step: string };

function Statement({ labels, words, step, orderNumber }: StepProps & Pick<Props, "orderNumber">) {
  return (
    <div className="grid grid-cols-1 gap-6">
      <StepTitle step={step}>{words.step_one}</StepTitle>
      <TextField name="name" label={labels.name} autoComplete="name" maxLength={120} required />
      <TextField
        name="orderNumber"
        label={labels.orderNumber}
        hint={words.order_number_hint}
        defaultValue={orderNumber}
        autoComplete="off"
        maxLength={100}
        width="half"
        required
      />
      <TextField
        name="email"
        type="email"
        inputMode="email"
        autoComplete="email"
        label={labels.email}
        hint={words.email_hint}
        required
      />
      <TextareaField name="text" label={labels.text} hint={words.text_hint} rows={3} maxLength={2000} />
      <div>
        <SubmitButton name="step" value="review" size="large">
          {words.submit_one}
        </SubmitButton>
      </div>
    </div>
  );
}

function Review({ reviewed, labels, words, step }: StepProps & { readonly reviewed: Reviewed }) {
  const { values, statement, ticket } = reviewed;
  const kept = { ...Object.fromEntries(FIELDS.map((field) => [field, values[field] ?? ""])), ticket };
  const typed = FIELDS.filter((field) => values[field]).map((field) => ({
    term: labels[field],
    value: <span className="whitespace-pre-line wrap-anywhere">{values[field]}</span>,
  }));
  return (
    <Confirmation
      step={step}
      words={words}
      statement={statement}
      kept={kept}
      before={<DescriptionList facts={typed} />}
    />
  );
}
