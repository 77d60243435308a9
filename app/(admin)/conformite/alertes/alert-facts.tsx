import { useLocale, useTranslations } from "next-intl";
import { DescriptionList } from "@/app/_components/ui/description-list";
import type { ListedAlert } from "@/db/queries/alerts";
import { formatDay, formatInstant, formatPercent } from "@/lib/i18n/format";

/** What is alleged, what the seller answered, and what was decided: the same words on both sides. */
export function AlertFacts({ alert, zone }: { readonly alert: ListedAlert["alert"]; readonly zone: string }) {
  const t = useTranslations("alerts");
  const locale = useLocale();
  const { facts, reasons } = alert;
  const at = (instant: string) => formatInstant(new Date(instant), zone, locale, "long");
  const measure = t(`measures.${facts.measure}`);
  const items = [
    {
      term: t("facts_title"),
      value: t("facts", {
        measure,
        part: facts.part,
        whole: facts.whole,
        rate: formatPercent(facts.part / facts.whole, locale),
        from: formatDay(facts.fromOn, locale),
        to: formatDay(facts.toOn, locale),
      }),
    },
    {
      term: t("expected_label"),
      value: t("expected", { rate: formatPercent(facts.atLeastBps / 10_000, locale), sample: facts.minSample }),
    },
    { term: t("raised"), value: at(alert.raisedAt) },
    { term: t("answer_before"), value: at(alert.answerBefore) },
    { term: t("answer_label"), value: alert.answer ?? t("no_answer") },
    ...(alert.effect && reasons && alert.decidedAt && alert.effectiveOn
      ? [
          { term: t("effect"), value: t(`effects.${alert.effect}`) },
          { term: t("effective_on"), value: formatDay(alert.effectiveOn, locale) },
          { term: t("reasons"), value: reasons.facts },
          { term: t("rule_label"), value: reasons.rule },
          { term: t("legal_basis"), value: reasons.legalBasis },
          { term: t("decided_on"), value: at(alert.decidedAt) },
          { term: t("how_to_appeal"), value: reasons.howToAppeal },
        ]
      : []),
    ...(alert.carriedOutAt ? [{ term: t("carried_out"), value: at(alert.carriedOutAt) }] : []),
    ...(alert.appeal ? [{ term: t("appeal_label"), value: alert.appeal }] : []),
    ...(alert.appealOutcome
      ? [{ term: t("outcome"), value: `${t(`outcomes.${alert.appealOutcome}`)} – ${alert.appealReason}` }]
      : []),
    ...(alert.liftedAt ? [{ term: t("lifted"), value: at(alert.liftedAt) }] : []),
  ];
  return <DescriptionList facts={items} />;
}
