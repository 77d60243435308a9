"use client";
import { type ReactNode, useActionState, useMemo } from "react";
import { Alert } from "@/app/_components/ui/alert";
import { FormAnswerContext } from "@/app/_components/ui/form-state";
import { RefusedForm } from "@/app/_components/ui/refused-form";
import { SelectField } from "@/app/_components/ui/select-field";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { TextField } from "@/app/_components/ui/text-field";
import { type ActionState, IDLE } from "@/lib/server/action-state";
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

/** The two steps in one form; without JavaScript each of them is a page of its own. */
export function WithdrawForm(props: Props) {
  const { action, words } = props;
  const [state, dispatch] = useActionState<ActionState<Reviewed>, FormData>(action, IDLE);
  const answer = useMemo(
    () => ({
      formId: "retractation",
      values: state.status === "error" ? state.values : {},
      fields: state.status === "error" ? (state.fields ?? {}) : {},
      sentences: {},
    }),
    [state],
  );
  const isRefused = state.status === "error" && state.reason !== "edit";
  return (
    <form id="retractation" action={dispatch} noValidate>
      <FormAnswerContext value={answer}>
        {isRefused && (
          <RefusedForm
            state={state}
            labels={{ name: words.name, email: words.email, code: words.code }}
            reasons={words}
          />
        )}
        {state.status === "done" ? <Review {...props} reviewed={state.value} /> : <Choice {...props} />}
      </FormAnswerContext>
    </form>
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
  const { values, statement, isCodeSent } = reviewed;
  const kept = ["name", "email", ...lines.map(({ field }) => field)];
  return (
    <div className="grid gap-6">
      <StepTitle step={words.step2}>{words.step_two}</StepTitle>
      <section aria-labelledby="declaration" className="rounded-md border-2 border-line-control bg-page p-4">
        <h3 id="declaration" className="font-bold">
          {words.you_declare}
        </h3>
        <p className="mt-1 whitespace-pre-line">{statement}</p>
      </section>
      {values.email && <p>{`${words.acknowledged_to} : ${values.email}`}</p>}
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
      <p>{words.not_sent_yet}</p>
      {kept.map((field) => (
        <input key={field} type="hidden" name={field} value={values[field] ?? ""} />
      ))}
      <div className="flex flex-wrap gap-3">
        <SubmitButton name="step" value="confirm" size="large">
          {words.submit_two}
        </SubmitButton>
        <SubmitButton name="step" value="edit" variant="secondary" size="large">
          {words.back}
        </SubmitButton>
      </div>
    </div>
  );
}

function StepTitle({ step, children }: { readonly step: string; readonly children: ReactNode }) {
  return (
    <div>
      <p className="tabular font-semibold text-accent-ink">{step}</p>
      <h2 className="text-xl font-bold">{children}</h2>
    </div>
  );
}
