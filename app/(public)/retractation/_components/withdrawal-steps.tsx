"use client";
import { type ReactNode, useActionState, useMemo } from "react";
import { FormAnswerContext } from "@/app/_components/ui/form-state";
import { RefusedForm } from "@/app/_components/ui/refused-form";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { type ActionState, IDLE } from "@/lib/server/action-state";

type Words = Readonly<Record<string, string>>;

type StepsProps<Reviewed> = {
  readonly action: (previous: unknown, form: FormData) => Promise<ActionState<Reviewed>>;
  readonly labels: Words;
  readonly reasons: Words;
  readonly first: ReactNode;
  readonly second: (reviewed: Reviewed) => ReactNode;
};

/** The two steps of a withdrawal in one form; without JavaScript each of them is a page of its own. */
export function WithdrawalSteps<Reviewed>({ action, labels, reasons, first, second }: StepsProps<Reviewed>) {
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
        {isRefused && <RefusedForm state={state} labels={labels} reasons={reasons} />}
        {state.status === "done" ? second(state.value) : first}
      </FormAnswerContext>
    </form>
  );
}

export function StepTitle({ step, children }: { readonly step: string; readonly children: ReactNode }) {
  return (
    <div>
      <p className="tabular font-semibold text-accent-ink">{step}</p>
      <h2 className="text-xl font-bold">{children}</h2>
    </div>
  );
}

type ConfirmationProps = {
  readonly step: string;
  readonly words: Readonly<Record<"step_two" | "you_declare" | "not_sent_yet" | "submit_two" | "back", string>>;
  readonly statement: string;
  /** What was typed, sent again with the confirmation. */
  readonly kept: Words;
  /** Above the statement. */
  readonly before?: ReactNode;
  /** Below it. */
  readonly children?: ReactNode;
};

/** The second step: the statement as it will be sent, and the button that sends it. */
export function Confirmation({ step, words, statement, kept, before, children }: ConfirmationProps) {
  return (
    <div className="grid grid-cols-1 gap-6">
      <StepTitle step={step}>{words.step_two}</StepTitle>
      {before}
      <section aria-labelledby="declaration" className="rounded-md border-2 border-line-control bg-page p-4">
        <h3 id="declaration" className="font-bold">
          {words.you_declare}
        </h3>
        <p className="mt-1 whitespace-pre-line wrap-anywhere">{statement}</p>
      </section>
      {children}
      <p>{words.not_sent_yet}</p>
      {Object.entries(kept).map(([field, value]) => (
        <input key={field} type="hidden" name={field} value={value} />
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
