import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/app/_components/ui/link-button";
import { AnswerWords } from "@/app/(customer)/_components/intake/answer-words";
import type { CustomerClaim } from "@/db/queries/customer-space";
import { isIntakeField } from "@/lib/claims/intake";
import type { CustomerPage } from "@/lib/server/customer-page";
import { intakeOf, stepHref } from "./intake-of";

type Props = { readonly page: CustomerPage; readonly shown: CustomerClaim };

/** Questions that help the seller judge, while some are open and no answer has come; then what was said. */
export async function IntakeSection({ page, shown }: Props) {
  const { claim } = shown;
  const { answers, photos, answered, open } = intakeOf(page, shown);
  const [first] = open;
  const isOffered = first !== undefined && claim.state !== "closed" && shown.replies.length === 0;
  if (!isOffered && answered.length === 0) return null;
  const t = await getTranslations("intake");
  const id = `precisions-${claim.reference}`;
  return (
    <section aria-labelledby={id} className="grid grid-cols-1 gap-3 rounded-md border border-line bg-sunken p-4">
      <h3 id={id} className="text-lg font-bold">
        {answered.length === 0 ? t("offer.title", { seller: page.space.seller.name }) : t("given.title")}
      </h3>
      {answered.length > 0 && (
        <dl className="grid gap-2">
          {answered.map((question) => (
            <div key={question}>
              <dt className="text-sm text-ink-muted">{t(`short.${question}`)}</dt>
              <dd className="flex flex-wrap items-baseline gap-x-3">
                {isIntakeField(question) ? (
                  <AnswerWords situation={claim.situation} question={question} answer={answers[question]} />
                ) : (
                  t("photos", { count: photos.filter((photo) => photo.question === question).length })
                )}
                {claim.state !== "closed" && (
                  <Link
                    href={stepHref(page, shown, question)}
                    prefetch={false}
                    className="no-print prose-link inline-flex min-h-6 items-center text-sm"
                    aria-label={t("given.change_named", { question: t(`short.${question}`) })}
                  >
                    {t("given.change")}
                  </Link>
                )}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {isOffered && (
        <div className="no-print grid gap-3">
          <p>{t("offer.lead", { count: open.length })}</p>
          <div>
            <LinkButton href={stepHref(page, shown, first)} variant="secondary" prefetch={false}>
              {t(answered.length === 0 ? "offer.start" : "offer.go_on")}
            </LinkButton>
          </div>
        </div>
      )}
    </section>
  );
}
