import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/app/_components/ui/button";
import { SelectField } from "@/app/_components/ui/select-field";
import { SITUATIONS } from "@/lib/claims/claim";
import { type FigureChoice, PERIODS } from "@/lib/compliance/period";
import { situationTitle } from "@/lib/policy/situations";

type Props = {
  readonly choice: FigureChoice;
  readonly sellers: readonly { readonly id: string; readonly name: string }[];
};

/** Period, seller and situation, kept in the address: a page of figures can be sent to somebody. */
export function FigureFilters({ choice, sellers }: Props) {
  const t = useTranslations("compliance.filters");
  const locale = useLocale();
  const titleOf = (situation: (typeof SITUATIONS)[number]) => situationTitle(situation)[locale];
  return (
    <search className="no-print mb-stack block">
      <form className="flex flex-wrap items-end gap-3">
        <SelectField
          name="periode"
          label={t("period")}
          hideOptional
          defaultValue={choice.period === "days" ? "30" : choice.period}
          options={PERIODS.map((value) => ({ value, label: t("last_days", { days: Number(value) }) }))}
        />
        <SelectField
          name="vendeur"
          label={t("seller")}
          hideOptional
          placeholder={t("all_sellers")}
          defaultValue={choice.sellerId ?? ""}
          options={sellers.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <SelectField
          name="situation"
          label={t("situation")}
          hideOptional
          placeholder={t("all_situations")}
          defaultValue={choice.situation ?? ""}
          options={SITUATIONS.map((value) => ({ value, label: titleOf(value) }))}
        />
        <Button type="submit" variant="secondary">
          {t("apply")}
        </Button>
      </form>
    </search>
  );
}
