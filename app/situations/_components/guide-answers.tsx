import { getTranslations } from "next-intl/server";
import { OriginBadge } from "@/app/_components/origin-badge";
import { Section } from "@/app/_components/ui/card";
import { Disclosure } from "@/app/_components/ui/disclosure";
import type { Origin } from "@/lib/deadlines/rule";
import type { SituationRow } from "@/lib/policy/situation-cells";
import type { MissingCode } from "@/lib/replies/demand";
import { demandsOf } from "@/lib/replies/demands-of";
import { type Solution, solutionsFor } from "@/lib/replies/solution";
import type { Missing } from "@/lib/replies/verdict";

type Props = {
  readonly rows: readonly SituationRow[];
  /** Demands the rules in force do without. */
  readonly waived: readonly MissingCode[];
};

/** Every answer the situation allows, with what it must hold: the list the form checks, asked of an empty answer. */
export async function GuideAnswers({ rows, waived }: Props) {
  const [t, phases] = await Promise.all([getTranslations("guide"), getTranslations("situations.phases")]);
  return (
    <Section id="reponses" title={t("answers")}>
      <p className="mb-3 text-ink-muted">{t("answers_lead")}</p>
      {rows.map(({ code, situation, phase }) => (
        <div key={code} className="mt-4 first-of-type:mt-0">
          {phase && (
            <h3 className="font-bold">
              {code} · {phases(phase)}
            </h3>
          )}
          {solutionsFor(situation, phase ?? null).map((solution, index) => (
            <Answer
              key={solution}
              solution={solution}
              demands={demandsOf(situation, phase ?? null, solution, waived)}
              isFirst={index === 0}
            />
          ))}
        </div>
      ))}
    </Section>
  );
}

type AnswerProps = {
  readonly solution: Solution;
  readonly demands: readonly Missing[];
  /** The likeliest is read without a click. */
  readonly isFirst: boolean;
};

async function Answer({ solution, demands, isFirst }: AnswerProps) {
  const [t, names, words] = await Promise.all([
    getTranslations("guide"),
    getTranslations("solutions"),
    getTranslations("missing"),
  ]);
  const byOrigin = Map.groupBy(demands, ({ origin }): Origin => origin);
  return (
    <Disclosure summary={names(`names.${solution}`)} open={isFirst}>
      <p className="mb-2">{names(`hints.${solution}`)}</p>
      {demands.length === 0 && <p className="text-ink-muted">{t("nothing_more")}</p>}
      {[...byOrigin].map(([origin, asked]) => (
        <div key={origin} className="mb-3 break-inside-avoid">
          <ul className="mb-1 list-disc space-y-1 ps-5">
            {asked.map(({ code }) => (
              <li key={code}>{words(code)}</li>
            ))}
          </ul>
          <OriginBadge origin={origin} />
        </div>
      ))}
    </Disclosure>
  );
}
