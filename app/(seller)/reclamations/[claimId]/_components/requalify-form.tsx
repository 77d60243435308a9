"use client";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/app/_components/ui/action-form";
import { Disclosure } from "@/app/_components/ui/disclosure";
import { type Option, SelectField } from "@/app/_components/ui/select-field";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { TextareaField } from "@/app/_components/ui/text-field";
import { readWithdrawalAction, requalifyClaimAction } from "../requalify-actions";

const REASONS = [
  "not_found",
  "claim_closed",
  "same_situation",
  "situation_open",
  "delivery_before_dispatch",
  "already_asked",
  "answer_leaving",
  "changed_meanwhile",
  "sent_before_order",
] as const;

function useReasons(): Readonly<Record<string, string>> {
  const t = useTranslations("claim.life.requalify.reasons");
  return Object.fromEntries(REASONS.map((reason) => [reason, t(reason)]));
}

type RequalifyProps = { readonly claimId: string; readonly revision: number; readonly situations: readonly Option[] };

/** The right situation and why; whether the customer is asked first stands beside each. */
export function RequalifyForm({ claimId, revision, situations }: RequalifyProps) {
  const t = useTranslations("claim.life.requalify");
  return (
    <Disclosure summary={t("title")}>
      <ActionForm
        id="requalifier"
        action={requalifyClaimAction}
        reasons={useReasons()}
        sentences={useReasons()}
        done={({ result }) => t(`done_${result}`)}
        className="grid gap-3"
      >
        <input type="hidden" name="claimId" value={claimId} />
        <input type="hidden" name="revision" value={revision} />
        <p className="text-sm text-ink-muted">{t("lead")}</p>
        <SelectField name="to" label={t("to")} placeholder={t("choose")} options={situations} required />
        <TextareaField name="reason" label={t("reason")} hint={t("reason_hint")} rows={3} required />
        <SubmitButton variant="secondary" className="justify-self-start">
          {t("submit")}
        </SubmitButton>
      </ActionForm>
    </Disclosure>
  );
}

type WithdrawalProps = {
  readonly claimId: string;
  readonly messageId: string;
  /** When the customer wrote it, in words. */
  readonly when: string;
};

/** Beside what a customer wrote: it states a withdrawal, which counts from that very instant. */
export function WithdrawalForm({ claimId, messageId, when }: WithdrawalProps) {
  const t = useTranslations("claim.life.withdrawal");
  return (
    <Disclosure summary={t("title")} className="mt-2 text-sm whitespace-normal">
      <ActionForm
        id={`retractation-${messageId}`}
        action={readWithdrawalAction}
        reasons={useReasons()}
        className="grid gap-3"
      >
        <input type="hidden" name="claimId" value={claimId} />
        <input type="hidden" name="messageId" value={messageId} />
        <p className="text-ink-muted">{t("lead", { when })}</p>
        <SubmitButton variant="secondary" className="justify-self-start">
          {t("submit")}
        </SubmitButton>
      </ActionForm>
    </Disclosure>
  );
}
