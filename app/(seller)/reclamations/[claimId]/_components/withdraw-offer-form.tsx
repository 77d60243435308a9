"use client";
import { useTranslations } from "next-intl";
import { withdrawOfferAction } from "../lapse-actions";
import { ToldForm } from "./told-form";

const REASONS = ["not_found", "not_an_offer", "already_answered", "answer_leaving", "claim_closed"] as const;

type Props = {
  readonly claimId: string;
  readonly replyId: string;
  /** Of the customer, who reads the message. */
  readonly locale: "fr" | "en";
  readonly message: string;
};

/** The seller takes an offer back before the customer answers it. */
export function WithdrawOfferForm({ claimId, replyId, locale, message }: Props) {
  const t = useTranslations("claim.withdraw_offer");
  return (
    <ToldForm
      id={`retirer-offre-${replyId}`}
      action={withdrawOfferAction}
      reasons={Object.fromEntries(REASONS.map((reason) => [reason, t(`reasons.${reason}`)]))}
      hidden={{ claimId, replyId, locale }}
      words={{ title: t("title"), lead: t("lead"), message: t("message"), submit: t("submit") }}
      message={message}
    />
  );
}
