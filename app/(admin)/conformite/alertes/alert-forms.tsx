"use client";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/app/_components/ui/action-form";
import { SelectField } from "@/app/_components/ui/select-field";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { TextareaField, TextField } from "@/app/_components/ui/text-field";
import { APPEAL_OUTCOMES, EFFECTS } from "@/lib/compliance/alert";
import { decideAlertAction, judgeAppealAction, raiseAlertsAction } from "./actions";

const REFUSALS = [
  "not_found",
  "not_allowed",
  "too_early",
  "already_done",
  "term_over",
  "own_decision",
  "effective_in_past",
] as const;

function useRefusals() {
  const t = useTranslations("alerts.refusals");
  return Object.fromEntries(REFUSALS.map((reason) => [reason, t(reason)]));
}

type Named = { readonly alertId: string; readonly sellerId: string };

export function DecideForm({ alertId, sellerId, today }: Named & { readonly today: string }) {
  const t = useTranslations("alerts");
  const words = useRefusals();
  return (
    <ActionForm
      id={`decider-${alertId}`}
      action={decideAlertAction}
      reasons={words}
      sentences={words}
      labels={{ effect: t("effect"), effectiveOn: t("effective_on"), reason: t("reasons") }}
      done={t("done")}
      className="mt-3 grid gap-3"
    >
      <input type="hidden" name="alertId" value={alertId} />
      <input type="hidden" name="sellerId" value={sellerId} />
      <p className="text-ink-muted">{t("decide_hint")}</p>
      <SelectField
        name="effect"
        label={t("effect")}
        options={EFFECTS.map((value) => ({ value, label: t(`effects.${value}`) }))}
      />
      <TextField name="effectiveOn" type="date" label={t("effective_on")} defaultValue={today} required width="short" />
      <TextareaField name="reason" label={t("reasons")} required rows={4} />
      <SubmitButton>{t("decide_submit")}</SubmitButton>
    </ActionForm>
  );
}

export function JudgeForm({ alertId, sellerId }: Named) {
  const t = useTranslations("alerts");
  const words = useRefusals();
  return (
    <ActionForm
      id={`juger-${alertId}`}
      action={judgeAppealAction}
      reasons={words}
      sentences={words}
      labels={{ outcome: t("outcome"), reason: t("reasons") }}
      done={t("done")}
      className="mt-3 grid gap-3"
    >
      <input type="hidden" name="alertId" value={alertId} />
      <input type="hidden" name="sellerId" value={sellerId} />
      <SelectField
        name="outcome"
        label={t("outcome")}
        options={APPEAL_OUTCOMES.map((value) => ({ value, label: t(`outcomes.${value}`) }))}
      />
      <TextareaField name="reason" label={t("reasons")} required rows={4} />
      <SubmitButton>{t("judge_submit")}</SubmitButton>
    </ActionForm>
  );
}

export function EvaluateForm() {
  const t = useTranslations("alerts");
  return (
    <ActionForm id="controler" action={raiseAlertsAction} reasons={useRefusals()} done={t("evaluated")}>
      <p className="mb-2 text-ink-muted">{t("evaluate_hint")}</p>
      <SubmitButton variant="secondary">{t("evaluate")}</SubmitButton>
    </ActionForm>
  );
}
