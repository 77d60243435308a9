"use client";
import { useTranslations } from "next-intl";
import { useContext } from "react";
import { ErrorSummary } from "./error-summary";
import { FormAnswerContext, fieldId, useFieldSentence } from "./form-state";

type Props = {
  /** A new object for each answer: the summary takes the focus again even when the words are the same. */
  readonly state: { readonly reason: string };
  readonly reasons: Readonly<Record<string, string>>;
  readonly labels: Readonly<Record<string, string>>;
  readonly elsewhere?: readonly string[] | undefined;
};

/** The summary of a refused form: its reason, or the list of fields to correct. */
export function RefusedForm({ state, reasons, labels, elsewhere = [] }: Props) {
  const answer = useContext(FormAnswerContext);
  const sentence = useFieldSentence();
  const reasonSentence = useReasonSentence();
  const lines = Object.entries(answer.fields).flatMap(([field, codes]) =>
    codes.map((code) => {
      const words = sentence(answer.sentences, field, code);
      const label = labels[field];
      return {
        fieldId: elsewhere.includes(field) ? undefined : fieldId(answer.formId, field),
        words: label ? `${label} – ${words}` : words,
      };
    }),
  );
  const isOnlyFields = state.reason === "invalid" && lines.length > 0;
  const reason = isOnlyFields ? undefined : (reasons[state.reason] ?? reasonSentence(state.reason));
  return <ErrorSummary state={state} reason={reason} lines={lines} />;
}

function useReasonSentence(): (reason: string) => string {
  const t = useTranslations("ui");
  return (reason) => {
    switch (reason) {
      case "invalid":
      case "signed_out":
      case "not_allowed":
      case "rate_limited":
      case "conflict":
      case "unreachable":
        return t(`reasons.${reason}`);
      default:
        return t("form.unknown_reason");
    }
  };
}
