import { getTranslations } from "next-intl/server";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import type { CustomerClaim } from "@/db/queries/customer-space";
import { toDate } from "@/lib/calendar/instant";
import { formatInstant } from "@/lib/i18n/format";
import type { CustomerPage } from "@/lib/server/customer-page";
import { consentAction } from "../actions";
import { ActForm } from "./act-form";
import { CodeField } from "./code-field";

type Props = { readonly page: CustomerPage; readonly shown: CustomerClaim };
type Requalification = CustomerClaim["requalifications"][number];

/** The seller reads another situation in the claim: what it was, what it would be, what that changes, yes or no. */
export async function RequalificationQuestion({ page, shown }: Props) {
  const question = shown.requalifications.find(({ consent }) => consent === "asked");
  if (!question || shown.claim.state === "closed") return null;
  const [t, names] = await Promise.all([getTranslations("customer.requalify"), getTranslations("customer.situations")]);
  const { scope, space, token } = page;
  const seller = space.seller.name;
  const id = `situation-${shown.claim.reference}`;
  const { toSituation: to } = question;
  return (
    <section
      aria-labelledby={`${id}-titre`}
      className="no-print rounded-md border-2 border-urgent-line bg-urgent-soft p-4"
    >
      <h3 id={`${id}-titre`} className="text-lg font-bold">
        {t("title", { seller })}
      </h3>
      <p className="mt-1">{t("lead", { seller, from: names(question.fromSituation), to: names(to) })}</p>
      <p className="mt-2 font-semibold">{t("reason", { seller })}</p>
      <blockquote className="border-s-4 border-line ps-3 whitespace-pre-line">{question.reason}</blockquote>
      <p className="mt-2">{to === "no_longer_wanted" ? t("effect_withdrawal", { seller }) : t("effect", { seller })}</p>
      <p className="mt-2">{t("nothing_lost")}</p>
      <ActForm
        id={id}
        action={consentAction.bind(null, token)}
        claimId={shown.claim.id}
        className="mt-3 grid gap-stack"
      >
        <input type="hidden" name="requalificationId" value={question.id} />
        <CodeField scope={scope} />
        <div className="flex flex-wrap gap-3">
          <SubmitButton name="answer" value="given" size="large">
            {t("yes")}
          </SubmitButton>
          <SubmitButton name="answer" value="refused" variant="secondary" size="large">
            {t("no")}
          </SubmitButton>
        </div>
      </ActForm>
    </section>
  );
}

/** The changes that were made, each with who decided it. */
export async function SituationChanges({ page, shown }: Props) {
  const made = shown.requalifications.filter(({ consent }) => consent !== "asked");
  if (made.length === 0) return null;
  const [t, names] = await Promise.all([getTranslations("customer.requalify"), getTranslations("customer.situations")]);
  const words = ({ consent, fromSituation, toSituation, askedAt, decidedAt, reason }: Requalification) => {
    const at = formatInstant(toDate(decidedAt ?? askedAt), page.reader.zone, page.reader.locale);
    const told = { at, seller: page.space.seller.name, from: names(fromSituation), to: names(toSituation), reason };
    if (consent === "given") return t("was_given", told);
    if (consent === "withdrawn") return t("was_withdrawn", told);
    return consent === "refused" ? t("was_refused", told) : t("was_made", told);
  };
  return (
    <ul className="grid gap-1 text-ink-muted">
      {made.map((change) => (
        <li key={change.id}>{words(change)}</li>
      ))}
    </ul>
  );
}
