"use client";
import { useTranslations } from "next-intl";
import { createContext, useContext } from "react";
import type { FieldCodes, FormValues } from "@/lib/server/action-state";

/** What the last answer of the form says to its fields. */
export type FormAnswer = {
  readonly formId: string;
  readonly values: FormValues;
  readonly fields: FieldCodes;
  /** Sentences of this form for "field.code" or "field"; the common ones are in "ui.field_errors". */
  readonly sentences: Readonly<Record<string, string>>;
};

export const FormAnswerContext = createContext<FormAnswer>({ formId: "", values: {}, fields: {}, sentences: {} });

export function fieldId(formId: string, name: string): string {
  return formId ? `${formId}-${name}` : name;
}

/** The sentence of a field's error code: the form's own, else the common one, else "check this value". */
export function useFieldSentence(): (
  sentences: Readonly<Record<string, string>>,
  field: string,
  code: string,
) => string {
  const t = useTranslations("ui.field_errors");
  return (sentences, field, code) => {
    const own = sentences[`${field}.${code}`] ?? sentences[field] ?? sentences[code];
    if (own) return own;
    switch (code) {
      case "required":
      case "too_short":
      case "too_long":
      case "too_small":
      case "too_big":
      case "invalid_email":
      case "invalid_url":
      case "invalid_date":
      case "invalid_number":
      case "invalid_choice":
      case "unticked":
        return t(code);
      default:
        return t("invalid");
    }
  };
}

type FieldState = {
  readonly id: string;
  /** What was typed before the last answer; undefined before the first one. */
  readonly typed: string | readonly string[] | undefined;
  readonly errors: readonly string[];
};

/** A field's identifier, what was typed in it and what is wrong with it. Works outside an ActionForm too. */
export function useFieldState(name: string): FieldState {
  const answer = useContext(FormAnswerContext);
  const sentence = useFieldSentence();
  return {
    id: fieldId(answer.formId, name),
    typed: answer.values[name],
    errors: (answer.fields[name] ?? []).map((code) => sentence(answer.sentences, name, code)),
  };
}

export function firstText(typed: string | readonly string[] | undefined): string | undefined {
  return typeof typed === "string" ? typed : typed?.[0];
}

export function allTexts(typed: string | readonly string[] | undefined): readonly string[] {
  return typeof typed === "string" ? [typed] : (typed ?? []);
}
