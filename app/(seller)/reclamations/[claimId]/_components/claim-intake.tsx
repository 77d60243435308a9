import { getTranslations } from "next-intl/server";
import { Section } from "@/app/_components/ui/card";
import { Disclosure } from "@/app/_components/ui/disclosure";
import { AnswerWords } from "@/app/(customer)/_components/intake/answer-words";
import type { ClaimPage } from "@/db/queries/claim-page";
import { toDate } from "@/lib/calendar/instant";
import { INTAKE_QUESTIONS, type IntakeQuestionId, isIntakeField, questionOfPhoto } from "@/lib/claims/intake";
import { formatInstant } from "@/lib/i18n/format";
import type { Reader } from "./reader";

type Props = { readonly page: ClaimPage; readonly reader: Reader };

const QUESTIONS = Object.keys(INTAKE_QUESTIONS).filter((id): id is IntakeQuestionId => id in INTAKE_QUESTIONS);

/** What the customer said beside their words, in one compact block: what an answer is judged on. */
export async function ClaimIntake({ page, reader }: Props) {
  const photos = page.documents.filter(
    (document) => document.claimId === page.claim.id && document.kind === "photo" && document.status !== "refused",
  );
  const said = QUESTIONS.flatMap((question) => {
    const versions = page.intake.filter((answer) => answer.question === question);
    const shown = photos.filter((photo) => questionOfPhoto(photo.facts) === question);
    return versions.length + shown.length > 0 ? [{ question, versions, shown }] : [];
  });
  if (said.length === 0) return null;
  const t = await getTranslations("intake");
  return (
    <Section id="precisions" title={t("seller.title")}>
      <dl className="grid gap-x-6 gap-y-3 sm:grid-cols-2">
        {said.map(({ question, versions, shown }) => (
          <div key={question} className="min-w-0">
            <dt className="text-sm text-ink-muted">{t(`short.${question}`)}</dt>
            <dd className="font-semibold">
              {isIntakeField(question) ? (
                <Answers page={page} reader={reader} versions={versions} />
              ) : (
                <Photos photos={shown} />
              )}
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

type AnswersProps = Props & { readonly versions: ClaimPage["intake"] };

async function Answers({ page, reader, versions }: AnswersProps) {
  const t = await getTranslations("intake.seller");
  const standing = versions.at(-1);
  const earlier = versions.slice(0, -1).toReversed();
  const { situation } = page.claim;
  if (!standing) return null;
  return (
    <>
      <AnswerWords situation={situation} question={standing.question} answer={standing.answer} />
      {earlier.length > 0 && (
        <Disclosure summary={t("earlier", { count: earlier.length })}>
          <ul className="grid gap-1 font-normal">
            {earlier.map(({ id, question, answer, answeredAt }) => (
              <li key={id}>
                <AnswerWords situation={situation} question={question} answer={answer} />{" "}
                <span className="text-sm text-ink-muted">
                  {t("at", { at: formatInstant(toDate(answeredAt), reader.zone, reader.locale) })}
                </span>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </>
  );
}

async function Photos({ photos }: { readonly photos: ClaimPage["documents"] }) {
  const t = await getTranslations("intake");
  const verified = photos.filter(({ status }) => status === "verified");
  const checking = photos.length - verified.length;
  return (
    <span className="flex flex-wrap gap-x-3">
      {verified.map(({ id }, index) => (
        <a
          key={id}
          href={`/api/documents/${id}?apercu`}
          target="_blank"
          rel="noreferrer"
          className="prose-link inline-flex min-h-6 items-center"
        >
          {t("seller.view", { number: index + 1 })}
        </a>
      ))}
      {checking > 0 && (
        <span className="font-normal text-ink-muted">
          {verified.length === 0
            ? t("seller.checking_only", { count: checking })
            : t("seller.checking", { count: checking })}
        </span>
      )}
    </span>
  );
}
