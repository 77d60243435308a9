import { getTranslations } from "next-intl/server";
import { Section } from "@/app/_components/ui/card";
import type { ClaimPage } from "@/db/queries/claim-page";
import type { Member } from "@/db/queries/memberships";
import { mayBeAssigned } from "@/lib/claims/permissions";
import { formatInstant } from "@/lib/i18n/format";
import { AssignForm, CloseForm, EscalateForm, ReopenForm } from "./life-forms";
import type { Reader } from "./reader";
import { Requalification } from "./requalification";
import { ResendLink } from "./resend-link";

type Props = { readonly page: ClaimPage; readonly members: readonly Member[]; readonly reader: Reader };

/** Who handles the claim, and what can be made of it as a whole. */
export async function ClaimLife({ page, members, reader }: Props) {
  const t = await getTranslations("claim.life");
  const { claim } = page;
  const people = members
    .filter(({ userId, role }) => mayBeAssigned(role) || userId === claim.assignedTo)
    .map(({ userId, name }) => ({ userId, name }));
  return (
    <Section id="suivi" title={t("title")}>
      <div className="grid gap-3">
        <AssignForm claimId={claim.id} assignedTo={claim.assignedTo} members={people} />
        <Requalification page={page} reader={reader} />
        <ResendLink claimId={claim.id} />
        {claim.closedAt ? (
          <>
            <p>
              {t("closed_on", {
                at: formatInstant(new Date(claim.closedAt), reader.zone, reader.locale, "long_without_year"),
                reason: await closureWords(claim.closureReason),
              })}
            </p>
            <ReopenForm claimId={claim.id} />
          </>
        ) : (
          <>
            {claim.state !== "escalated" && <EscalateForm claimId={claim.id} />}
            <CloseForm claimId={claim.id} />
          </>
        )}
      </div>
    </Section>
  );
}

async function closureWords(reason: string | null): Promise<string> {
  const t = await getTranslations("claim.life.close_reasons");
  const known = (["settled", "customer_satisfied", "silent"] as const).find((one) => one === reason);
  return known ? t(known) : (reason ?? "");
}
