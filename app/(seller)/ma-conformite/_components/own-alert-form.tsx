"use client";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/app/_components/ui/action-form";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { TextareaField } from "@/app/_components/ui/text-field";
import { answerAlertAction, appealAlertAction } from "../actions";

const REFUSALS = ["not_found", "not_allowed", "too_early", "already_done", "term_over"] as const;
const LOOKS = {
  answer: { action: answerAlertAction, title: "answer_title", submit: "answer_submit", hint: "answer_hint" },
  appeal: { action: appealAlertAction, title: "appeal_title", submit: "appeal_submit", hint: "answer_hint" },
} as const;

/** The seller's answer before a decision, or its appeal after one. */
export function OwnAlertForm({ alertId, act }: { readonly alertId: string; readonly act: "answer" | "appeal" }) {
  const t = useTranslations("alerts");
  const { action, title, submit, hint } = LOOKS[act];
  return (
    <ActionForm
      id={`${act}-${alertId}`}
      action={action}
      reasons={Object.fromEntries(REFUSALS.map((reason) => [reason, t(`refusals.${reason}`)]))}
      labels={{ [act]: t(title) }}
      done={t("done")}
      className="mt-3 grid gap-3"
    >
      <input type="hidden" name="alertId" value={alertId} />
      <TextareaField name={act} label={t(title)} hint={act === "answer" ? t(hint) : undefined} required rows={4} />
      <SubmitButton>{t(submit)}</SubmitButton>
    </ActionForm>
  );
}
