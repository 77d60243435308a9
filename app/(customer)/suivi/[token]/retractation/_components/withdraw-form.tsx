"use client";
import { Alert } from "@/app/_components/ui/alert";
import { SelectField } from "@/app/_components/ui/select-field";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { TextField } from "@/app/_components/ui/text-field";
import { Confirmation, StepTitle, WithdrawalSteps } from "@/app/(public)/retractation/_components/withdrawal-steps";
import type { ActionState } from "@/lib/server/action-state";
import type { Reviewed } from "../actions";

type Word =
  | "step1"
  | "step2"
  | "step_one"
  | "step_two"
  | "all_hint"
  | "name"
  | "email"
  | "email_hint"
  | "submit_one"
  | "submit_two"
  | "back"
  | "you_declare"
  | "acknowledged_to"
  | "not_sent_yet"
  | "nothing_chosen"
  | "link_dead"
  | "code"
  | "code_hint"
  | "code_sent"
  | "code_wrong"
  | "code_no_address"
  | "too_many_codes";

type Line = { readonly field: string; readonly name: string; readonly quantity: number; readonly label: string };

type Props = {
  readonly action: (previous: unknown, form: FormData) => Promise<ActionState<Reviewed>>;
  readonly lines: readonly Line[];
  readonly known: { readonly name: string; readonly email: string };
  readonly isEmailAsked: boolean;
  readonly isCodeAsked: boolean;
  readonly words: Readonly<Record<Word, string>>;
};

/** What of the order, by whom, and the statement that comes of it. */
export function WithdrawForm(props: Props) {
  const { action, words } = props;
  return (
    <WithdrawalSteps
      action={action}
      labels={{ name: words.name, email: words.email, code: words.code }}
      reasons={words}
      first={<Choice {...props} />}
      second={(reviewed) => <Review {...props} reviewed={reviewed} />}
    />
  );
}

function Choice({ lines, known, isEmailAsked, words }: Props) {
  return (
    <div className="grid gap-6">
      <StepTitle step={words.step1}>{words.step_one}</StepTitle>
      <fieldset className="grid min-w-0 gap-stack">
        <legend className="mb-2">{words.all_hint}</legend>
        {lines.map(({ field, label, quantity }) => (
          <SelectField
            key={field}
            name={field}
            label={label}
            options={Array.from({ length: quantity + 1 }, (_, count) => ({
              value: String(quantity - count),
              label: String(quantity - count),
            }))}
            defaultValue={String(quantity)}
            className="max-w-md"
            required
          />
        ))}
      </fieldset>
      <TextField
        name="name"
        label={words.name}
        defaultValue={known.name}
        autoComplete="name"
        maxLength={120}
        required
      />
      <TextField
        name="email"
        type="email"
        inputMode="email"
        autoComplete="email"
        label={words.email}
        hint={words.email_hint}
        defaultValue={known.email}
        required={isEmailAsked}
      />
      <div>
        <SubmitButton name="step" value="review" size="large">
          {words.submit_one}
        </SubmitButton>
      </div>
    </div>
  );
}

function Review({ lines, isCodeAsked, words, reviewed }: Props & { readonly reviewed: Reviewed }) {
  const { values, statement, isCodeSent, ticket } = reviewed;
  const fields = ["name", "email", ...lines.map(({ field }) => field)];
  const kept = { ...Object.fromEntries(fields.map((field) => [field, values[field] ?? ""])), ticket };
  return (
    <Confirmation step={words.step2} words={words} statement={statement} kept={kept}>
      {values.email && (
        <p className="wrap-anywhere">
          <span className="block text-ink-muted">{words.acknowledged_to}</span> {values.email}
        </p>
      )}
      {isCodeSent && (
        <Alert kind="success" announce>
          {words.code_sent}
        </Alert>
      )}
      {isCodeAsked && (
        <TextField
          name="code"
          label={words.code}
          hint={words.code_hint}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={10}
          width="short"
          hideOptional
        />
      )}
    </Confirmation>
  );
}
