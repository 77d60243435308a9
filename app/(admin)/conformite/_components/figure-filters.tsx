import { useLocale, useTranslations } from "next-intl";
import { Alert } from "@/app/_components/ui/alert";
import { Button } from "@/app/_components/ui/button";
import { SelectField } from "@/app/_components/ui/select-field";
import { TextField } from "@/app/_components/ui/text-field";
import { SITUATIONS } from "@/lib/claims/claim";
import { type FigureChoice, PERIODS } from "@/lib/compliance/period";
import { situationTitle } from "@/lib/policy/situations";

type Props = {
  readonly choice: FigureChoice;
  /** Absent on a seller's own page. */
  readonly sellers?: readonly { readonly id: string; readonly name: string }[];
  readonly channels: readonly { readonly id: string; readonly fr: string; readonly en: string }[];
};

/** Period, seller, situation and channel, kept in the address: a page of figures can be sent to somebody. */
export function FigureFilters({ choice, sellers, channels }: Props) {
  const t = useTranslations("compliance.filters");
  const locale = useLocale();
  const own = choice.period === "days";
  const titleOf = (situation: (typeof SITUATIONS)[number]) => situationTitle(situation)[locale];
  return (
    <search className="no-print mb-stack block">
      {choice.problem && (
        <div className="mb-3">
          <Alert kind="warning">{t(`problems.${choice.problem}`)}</Alert>
        </div>
      )}
      <form className="flex flex-wrap items-end gap-3">
        <SelectField
          name="periode"
          label={t("period")}
          hideOptional
          placeholder={t("own_days")}
          defaultValue={choice.period === "days" ? "" : choice.period}
          options={PERIODS.map((value) => ({ value, label: t("last_days", { days: Number(value) }) }))}
        />
        <TextField name="du" type="date" label={t("from")} hideOptional defaultValue={own ? choice.fromOn : ""} />
        <TextField name="au" type="date" label={t("to")} hideOptional defaultValue={own ? choice.toOn : ""} />
        {sellers && (
          <SelectField
            name="vendeur"
            label={t("seller")}
            hideOptional
            placeholder={t("all_sellers")}
            defaultValue={choice.sellerId ?? ""}
            options={sellers.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <SelectField
          name="situation"
          label={t("situation")}
          hideOptional
          placeholder={t("all_situations")}
          defaultValue={choice.situation ?? ""}
          options={SITUATIONS.map((value) => ({ value, label: titleOf(value) }))}
        />
        <SelectField
          name="canal"
          label={t("channel")}
          hideOptional
          placeholder={t("all_channels")}
          defaultValue={choice.channelId ?? ""}
          options={channels.map(({ id, ...labels }) => ({ value: id, label: labels[locale] }))}
        />
        <Button type="submit" variant="secondary">
          {t("apply")}
        </Button>
      </form>
    </search>
  );
}
