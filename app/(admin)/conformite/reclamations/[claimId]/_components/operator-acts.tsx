"use client";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/app/_components/ui/action-form";
import { RadioGroup } from "@/app/_components/ui/choice-field";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { TextareaField } from "@/app/_components/ui/text-field";
import { OPERATOR_DECISIONS } from "@/lib/claims/decision";
import { decideClaimAction, writeAsOperatorAction } from "../operator-actions";

const REFUSALS = ["not_found", "claim_closed", "not_escalated"] as const;

function useRefusals(): Readonly<Record<string, string>> {
  const t = useTranslations("admin.help.refusals");
  return Object.fromEntries(REFUSALS.map((reason) => [reason, t(reason)]));
}

type Props = { readonly claimId: string };

/** Words of the operator's own, for both sides. */
export function OperatorMessageForm({ claimId, locale }: Props & { readonly locale: "fr" | "en" }) {
  const t = useTranslations("admin.help");
  return (
    <ActionForm
      id="intervenir-message"
      action={writeAsOperatorAction}
      reasons={useRefusals()}
      labels={{ message: t("message") }}
      done={t("written")}
      className="grid gap-3"
    >
      <input type="hidden" name="claimId" value={claimId} />
      <input type="hidden" name="locale" value={locale} />
      <TextareaField name="message" label={t("message")} rows={4} required />
      <SubmitButton variant="secondary" className="justify-self-start">
        {t("write")}
      </SubmitButton>
    </ActionForm>
  );
}

/** Who is right, and why. */
export function DecisionForm({ claimId }: Props) {
  const t = useTranslations("admin.help");
  return (
    <ActionForm
      id="decider-motifs"
      action={decideClaimAction}
      reasons={useRefusals()}
      labels={{ decision: t("decision"), message: t("reasons_label") }}
      className="grid gap-3"
    >
      <input type="hidden" name="claimId" value={claimId} />
      <RadioGroup
        name="decision"
        legend={t("decision")}
        look="cards"
        choices={OPERATOR_DECISIONS.map((value) => ({
          value,
          label: t(`decisions.${value}`),
          hint: t(`decision_hints.${value}`),
        }))}
        required
      />
      <TextareaField name="message" label={t("reasons_label")} rows={4} required />
      <SubmitButton className="justify-self-start">{t("decide")}</SubmitButton>
    </ActionForm>
  );
}
