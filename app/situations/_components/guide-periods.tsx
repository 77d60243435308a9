import { getTranslations } from "next-intl/server";
import { OriginBadge } from "@/app/_components/origin-badge";
import { Section } from "@/app/_components/ui/card";
import { START_WORDS } from "@/lib/deadlines/rule-words";
import type { Locale } from "@/lib/i18n/locale";
import type { GuidePeriod } from "@/lib/policy/guide";

type Props = { readonly periods: readonly GuidePeriod[]; readonly locale: Locale };

/** By when, counted from what, whose turn it is; each with its origin and an example counted day by day. */
export async function GuidePeriods({ periods, locale }: Props) {
  const [t, kinds] = await Promise.all([getTranslations("guide"), getTranslations("clock.kinds")]);
  return (
    <>
      <Section id="delais" title={t("periods")}>
        <dl className="grid gap-x-8 gap-y-5 sm:grid-cols-2">
          {periods.map(({ kind, words, starts, whoseTurn, origin, toVerify }) => (
            <div key={kind} className="break-inside-avoid">
              <dt className="text-ink-muted">
                {kinds(kind)}
                {`${locale === "fr" ? "\u00a0" : ""}: `}
                {t(`turn.${whoseTurn}`)}
              </dt>
              <dd>
                <span className="tabular block text-lg font-bold">{words[locale]}</span>
                <span className="mb-1 block">{t("from", { fact: START_WORDS[starts][locale] })}</span>
                <OriginBadge origin={origin} />
                {toVerify && <span className="block text-sm text-ink-muted">{t("to_verify")}</span>}
              </dd>
            </div>
          ))}
        </dl>
      </Section>
      <Section id="exemples" title={t("examples")}>
        <p className="mb-3 text-ink-muted">{t("examples_lead")}</p>
        <ul className="list-disc space-y-2 ps-5">
          {periods.map(({ kind, example }) => (
            <li key={kind}>{example[locale]}</li>
          ))}
        </ul>
      </Section>
    </>
  );
}
