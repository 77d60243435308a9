import { getTranslations } from "next-intl/server";
import { Alert } from "@/app/_components/ui/alert";
import type { ClaimPage } from "@/db/queries/claim-page";
import { listRequalifications } from "@/db/queries/requalifications";
import { SITUATIONS } from "@/lib/claims/claim";
import { mayHandleClaims } from "@/lib/claims/permissions";
import { takesConsent } from "@/lib/claims/requalification";
import { formatInstant } from "@/lib/i18n/format";
import { requireSeller } from "@/lib/server/session";
import { situationNames } from "../../_components/situation-title";
import type { Reader } from "./reader";
import { RelatedClaims } from "./related-claims";
import { RequalifyForm } from "./requalify-form";
import { WithdrawQuestionForm } from "./withdraw-question-form";

type Props = { readonly page: ClaimPage; readonly reader: Reader };

/** What was said of the claim's situation since it opened, and the form to say another. */
export async function Requalification({ page, reader }: Props) {
  const { claim } = page;
  const scope = await requireSeller();
  const [t, nameOf, known] = await Promise.all([
    getTranslations("claim.life.requalify"),
    situationNames(),
    listRequalifications(scope, claim.id),
  ]);
  const mayWrite = mayHandleClaims(scope);
  const isAsked = known.some(({ consent }) => consent === "asked");
  const situations = SITUATIONS.filter((situation) => situation !== claim.situation).map((situation) => ({
    value: situation,
    label: takesConsent(claim.situation, situation)
      ? t("with_consent", { situation: nameOf(situation) })
      : nameOf(situation),
  }));
  return (
    <>
      <RelatedClaims scope={scope} claimId={claim.id} reader={reader} base="/reclamations" />
      {known.map(({ id, consent, fromSituation, toSituation, reason, askedAt, decidedAt }) => {
        const at = formatInstant(new Date(decidedAt ?? askedAt), reader.zone, reader.locale, "long_without_year");
        const words = t(`was.${consent}`, { at, from: nameOf(fromSituation), to: nameOf(toSituation) });
        return consent === "asked" ? (
          <Alert key={id}>
            {words} {t("waiting")}
            {mayWrite && <WithdrawQuestionForm claimId={claim.id} requalificationId={id} />}
          </Alert>
        ) : (
          <p key={id} className="text-sm text-ink-muted">
            {words} {t("because", { reason })}
          </p>
        );
      })}
      {claim.state !== "closed" && !isAsked && (
        <RequalifyForm claimId={claim.id} revision={claim.revision} situations={situations} />
      )}
    </>
  );
}
