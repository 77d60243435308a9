"use client";
import { type ReactNode, useActionState, useMemo } from "react";
import { DescriptionList } from "@/app/_components/ui/description-list";
import { FormAnswerContext } from "@/app/_components/ui/form-state";
import { RefusedForm } from "@/app/_components/ui/refused-form";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { TextareaField, TextField } from "@/app/_components/ui/text-field";
import { type ActionState, IDLE } from "@/lib/server/action-state";
import type { Reviewed } from "../actions";

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

/** The two steps in one form; without JavaScript each of them is a page of its own. */
export function WithdrawalForm({ action, labels, words, steps, orderNumber }: Props) {
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
        {isRefused && <RefusedForm state={state} labels={labels} reasons={{ rate_limited: words.rate_limited }} />}
        {state.status === "done" ? (
          <Review reviewed={state.value} labels={labels} words={words} step={steps[1]} />
        ) : (
          <div className="grid gap-6">
            <StepTitle step={steps[0]}>{words.step_one}</StepTitle>
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
        )}
      </FormAnswerContext>
    </form>
  );
}

type ReviewProps = Pick<Props, "labels" | "words"> & { readonly reviewed: Reviewed; readonly step: string };

function Review({ reviewed, labels, words, step }: ReviewProps) {
  const { values, statement } = reviewed;
  return (
    <div className="grid gap-6">
      <StepTitle step={step}>{words.step_two}</StepTitle>
      <DescriptionList
        facts={FIELDS.filter((field) => values[field]).map((field) => ({
          term: labels[field],
          value: <span className="whitespace-pre-line">{values[field]}</span>,
        }))}
      />
      <section aria-labelledby="declaration" className="rounded-md border-2 border-line-control bg-page p-4">
        <h3 id="declaration" className="font-bold">
          {words.you_declare}
        </h3>
        <p className="mt-1 whitespace-pre-line">{statement}</p>
      </section>
      <p>{words.not_sent_yet}</p>
      {FIELDS.map((field) => (
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
