"use client";
import { unstable_rethrow } from "next/navigation";
import {
  type ReactNode,
  type SubmitEvent,
  useActionState,
  useEffect,
  useMemo,
  useRef,
  useState,
  useTransition,
} from "react";
import { type ActionState, IDLE } from "@/lib/server/action-state";
import { Alert } from "./alert";
import { FormAnswerContext } from "./form-state";
import { RefusedForm } from "./refused-form";

export type FormAction<Value, Reason extends string> = (
  previous: ActionState<Value, Reason>,
  form: FormData,
) => Promise<ActionState<Value, Reason>>;

type Props<Value, Reason extends string> = {
  /** Distinguishes the fields of several forms on one page; part of their identifiers. */
  readonly id: string;
  readonly action: FormAction<Value, Reason>;
  /** Sentence for each reason of refusal; the common ones are in "ui.reasons". */
  readonly reasons?: Readonly<Record<string, string>>;
  /** Sentences for "field.code", "field" or "code", where the common ones are too general. */
  readonly sentences?: Readonly<Record<string, string>>;
  /** Names of fields, said before their error in the summary. */
  readonly labels?: Readonly<Record<string, string>>;
  /** Fields that a refusal names and that are corrected on another page: the summary does not link to them. */
  readonly elsewhere?: readonly string[];
  /** What is said once it is done; without it, the page itself shows the change. A client component may read the value. */
  readonly done?: ReactNode | ((value: Value) => ReactNode);
  readonly className?: string;
  readonly children: ReactNode;
};

const NOTHING = {};
const UNREACHABLE = { status: "error", reason: "unreachable", values: NOTHING } as const;

/**
 * A form around a server action. Without JavaScript the action answers with the page and the typed values in
 * its state; with it, the page stays as it is: nothing typed is lost, files and secrets included, even when
 * the server does not answer.
 */
export function ActionForm<Value, Reason extends string>(props: Props<Value, Reason>) {
  const { id, action, reasons = NOTHING, sentences = NOTHING, labels = NOTHING, done, className, children } = props;
  const { elsewhere } = props;
  const form = useRef<HTMLFormElement>(null);
  const [posted, dispatch] = useActionState<ActionState<Value, Reason>, FormData>(action, IDLE);
  const [sent, setSent] = useState<ActionState<Value, Reason> | typeof UNREACHABLE | null>(null);
  const [, startSending] = useTransition();
  const state = sent ?? posted;

  useEffect(() => {
    if (state.status === "done") form.current?.reset();
  }, [state]);

  // Sent by hand: a form that React sends itself is emptied afterwards, even when the answer is an error.
  const send = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget, event.nativeEvent.submitter);
    startSending(async () => {
      try {
        const answer = await action(posted, typed);
        startSending(() => setSent(answer));
      } catch (error) {
        unstable_rethrow(error);
        startSending(() => setSent({ ...UNREACHABLE }));
      }
    });
  };

  const answer = useMemo(
    () => ({
      formId: id,
      values: state.status === "error" ? state.values : NOTHING,
      fields: state.status === "error" && "fields" in state ? (state.fields ?? NOTHING) : NOTHING,
      sentences,
    }),
    [id, state, sentences],
  );
  return (
    <form ref={form} id={id} action={dispatch} noValidate className={className} onSubmit={send}>
      <FormAnswerContext value={answer}>
        {state.status === "error" && <RefusedForm {...{ state, reasons, labels, elsewhere }} />}
        {state.status === "done" && done && (
          <Alert kind="success" announce className="mb-stack">
            {typeof done === "function" ? done(state.value) : done}
          </Alert>
        )}
        {children}
      </FormAnswerContext>
    </form>
  );
}
