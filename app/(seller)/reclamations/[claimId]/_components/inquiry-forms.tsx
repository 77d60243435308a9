"use client";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/app/_components/ui/action-form";
import { RadioGroup } from "@/app/_components/ui/choice-field";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { TextField } from "@/app/_components/ui/text-field";
import { INQUIRY_OUTCOMES } from "@/lib/evidence/proof-contest";
import { answerInquiryAction, openInquiryAction } from "../contest-actions";

type Props = { readonly claimId: string };

function useReasons(): Readonly<Record<string, string>> {
  const t = useTranslations("claim.contest.refusals");
  const known = ["not_found", "claim_closed", "not_contested", "already_done", "no_inquiry"] as const;
  return Object.fromEntries(known.map((reason) => [reason, t(reason)]));
}

/** The inquiry the seller opened with the carrier. */
export function OpenInquiryForm({ claimId, today }: Props & { readonly today: string }) {
  const t = useTranslations("claim.contest");
  return (
    <ActionForm
      id="enquete"
      action={openInquiryAction}
      reasons={{ ...useReasons(), answer_before_opening: t("answer_before_opening") }}
      sentences={{ answer_before_opening: t("answer_before_opening") }}
      labels={{ openedOn: t("opened_on"), answerOn: t("answer_on") }}
      className="grid gap-3"
    >
      <input type="hidden" name="claimId" value={claimId} />
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField name="openedOn" type="date" label={t("opened_on")} defaultValue={today} max={today} required />
        <TextField name="answerOn" type="date" label={t("answer_on")} required />
      </div>
      <TextField name="reference" label={t("reference")} maxLength={80} />
      <SubmitButton variant="secondary" className="justify-self-start">
        {t("open_inquiry")}
      </SubmitButton>
    </ActionForm>
  );
}

/** What the carrier answered. */
export function InquiryAnswerForm({ claimId }: Props) {
  const t = useTranslations("claim.contest");
  return (
    <ActionForm
      id="reponse-enquete"
      action={answerInquiryAction}
      reasons={useReasons()}
      labels={{ outcome: t("outcome") }}
      className="grid gap-3"
    >
      <input type="hidden" name="claimId" value={claimId} />
      <RadioGroup
        name="outcome"
        legend={t("outcome")}
        choices={INQUIRY_OUTCOMES.map((value) => ({ value, label: t(`outcomes.${value}`) }))}
        required
      />
      <SubmitButton variant="secondary" className="justify-self-start">
        {t("record_outcome")}
      </SubmitButton>
    </ActionForm>
  );
}
