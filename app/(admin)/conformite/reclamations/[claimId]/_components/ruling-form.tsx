"use client";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/app/_components/ui/action-form";
import { RadioGroup } from "@/app/_components/ui/choice-field";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { TextareaField } from "@/app/_components/ui/text-field";
import { CONTEST_RULINGS } from "@/lib/evidence/proof-contest";
import { ruleContestAction } from "../contest-actions";

/** Whether the proof holds, and why. */
export function RulingForm({ claimId }: { readonly claimId: string }) {
  const t = useTranslations("admin.contests");
  return (
    <ActionForm
      id="trancher"
      action={ruleContestAction}
      reasons={{
        not_found: t("refusals.not_found"),
        claim_closed: t("refusals.claim_closed"),
        not_contested: t("refusals.not_contested"),
      }}
      labels={{ ruling: t("ruling"), message: t("reasons_label") }}
      className="grid gap-3"
    >
      <input type="hidden" name="claimId" value={claimId} />
      <RadioGroup
        name="ruling"
        legend={t("ruling")}
        look="cards"
        choices={CONTEST_RULINGS.map((value) => ({
          value,
          label: t(`rulings.${value}`),
          hint: t(`ruling_hints.${value}`),
        }))}
        required
      />
      <TextareaField name="message" label={t("reasons_label")} hint={t("reasons_hint")} rows={4} required />
      <SubmitButton className="justify-self-start">{t("rule")}</SubmitButton>
    </ActionForm>
  );
}
