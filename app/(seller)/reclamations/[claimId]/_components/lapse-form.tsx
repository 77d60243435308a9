"use client";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/app/_components/ui/action-form";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { awaitReturnAgainAction, lapseReturnAction } from "../lapse-actions";
import { ToldForm } from "./told-form";

type OfPromise = { readonly claimId: string; readonly commitmentId: string };

const REASONS = ["not_found", "not_open", "not_lapsed", "too_early", "not_reminded", "claim_closed"] as const;

function useReasons(): Readonly<Record<string, string>> {
  const t = useTranslations("claim.lapse.reasons");
  return Object.fromEntries(REASONS.map((reason) => [reason, t(reason)]));
}

type LapseProps = OfPromise & {
  /** Of the customer, who reads the message. */
  readonly locale: "fr" | "en";
  readonly message: string;
};

/** The customer was reminded and did not send the goods back: the seller says so, in words the customer reads. */
export function LapseForm({ claimId, commitmentId, locale, message }: LapseProps) {
  const t = useTranslations("claim.lapse");
  return (
    <ToldForm
      id={`non-renvoye-${commitmentId}`}
      action={lapseReturnAction}
      reasons={useReasons()}
      hidden={{ claimId, commitmentId, locale }}
      words={{ title: t("title"), lead: t("lead"), message: t("message"), submit: t("submit") }}
      message={message}
    />
  );
}

export function AwaitAgainForm({ claimId, commitmentId }: OfPromise) {
  const t = useTranslations("claim.lapse");
  return (
    <ActionForm id={`attendre-${commitmentId}`} action={awaitReturnAgainAction} reasons={useReasons()} className="mt-1">
      <input type="hidden" name="claimId" value={claimId} />
      <input type="hidden" name="commitmentId" value={commitmentId} />
      <SubmitButton variant="quiet">{t("reopen")}</SubmitButton>
    </ActionForm>
  );
}
