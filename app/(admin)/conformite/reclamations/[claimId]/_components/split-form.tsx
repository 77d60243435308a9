"use client";
import { useTranslations } from "next-intl";
import { LineQuantities, type QuantityLine } from "@/app/_components/line-quantities";
import { ActionForm } from "@/app/_components/ui/action-form";
import { Disclosure } from "@/app/_components/ui/disclosure";
import { type Option, SelectField } from "@/app/_components/ui/select-field";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { TextareaField } from "@/app/_components/ui/text-field";
import { splitClaimAction } from "../operator-actions";

type Props = {
  readonly claimId: string;
  /** Of the customer, who reads the reason. */
  readonly locale: "fr" | "en";
  readonly lines: readonly QuantityLine[];
  readonly situations: readonly Option[];
};

const REFUSALS = [
  "not_found",
  "claim_closed",
  "no_line",
  "unknown_line",
  "quantity_above_claim",
  "nothing_left",
  "same_situation",
  "situation_open",
  "delivery_before_dispatch",
  "consent_needed",
] as const;

/** Two demands that came as one: which lines are of the second, and what it is about. */
export function SplitForm({ claimId, locale, lines, situations }: Props) {
  const t = useTranslations("admin.split");
  const words = Object.fromEntries(REFUSALS.map((reason) => [reason, t(`refusals.${reason}`)]));
  if (lines.reduce((count, { quantity }) => count + quantity, 0) < 2) return null;
  return (
    <Disclosure summary={t("title")} className="mt-3">
      <ActionForm
        id="scinder"
        action={splitClaimAction}
        reasons={words}
        sentences={words}
        labels={{ lines: t("lines"), situation: t("situation"), message: t("reason") }}
        className="grid gap-3"
      >
        <input type="hidden" name="claimId" value={claimId} />
        <input type="hidden" name="locale" value={locale} />
        <p className="text-ink-muted">{t("lead")}</p>
        <LineQuantities legend={t("lines")} hint={t("lines_hint")} lines={lines} />
        <SelectField
          name="situation"
          label={t("situation")}
          hint={t("situation_hint")}
          placeholder={t("choose")}
          options={situations}
          required
        />
        <TextareaField name="message" label={t("reason")} hint={t("reason_hint")} rows={3} required />
        <SubmitButton variant="secondary" className="justify-self-start">
          {t("submit")}
        </SubmitButton>
      </ActionForm>
    </Disclosure>
  );
}
