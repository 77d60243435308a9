"use client";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/app/_components/ui/action-form";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { withdrawQuestionAction } from "../lapse-actions";

type Props = { readonly claimId: string; readonly requalificationId: string };

/** The question put to the customer is taken back; nothing had changed. */
export function WithdrawQuestionForm({ claimId, requalificationId }: Props) {
  const t = useTranslations("claim.life.requalify");
  const reasons = { not_found: t("reasons.not_found"), already_answered: t("reasons.already_answered") };
  return (
    <ActionForm id="retirer-la-question" action={withdrawQuestionAction} reasons={reasons} className="mt-2">
      <input type="hidden" name="claimId" value={claimId} />
      <input type="hidden" name="requalificationId" value={requalificationId} />
      <SubmitButton variant="secondary">{t("take_back")}</SubmitButton>
    </ActionForm>
  );
}
