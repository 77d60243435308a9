import { getTranslations } from "next-intl/server";
import { Card } from "@/app/_components/ui/card";
import type { CustomerClaim } from "@/db/queries/customer-space";
import { toDate } from "@/lib/calendar/instant";
import { formatInstant } from "@/lib/i18n/format";
import type { CustomerPage } from "@/lib/server/customer-page";
import { AnswerCard } from "./answer-card";
import { Conversation } from "./conversation";
import { HelpSection } from "./help-section";
import { IntakeSection } from "./intake-section";
import { ParcelForms } from "./parcel-forms";
import { RequalificationQuestion, SituationChanges } from "./requalification-question";
import { StatusBox } from "./status-box";
import { WriteSection } from "./write-section";

type Props = { readonly page: CustomerPage; readonly shown: CustomerClaim };

/** One claim, in the order a reader needs it: where it stands, the answer, what they can do, what was said. */
export async function ClaimCard({ page, shown }: Props) {
  const t = await getTranslations("customer");
  const { space, reader } = page;
  const { claim } = shown;
  const last = shown.replies.at(-1);
  return (
    <section aria-labelledby={claim.reference} className="scroll-mt-4">
      <Card className="grid grid-cols-1 gap-6">
        <div>
          <h2 id={claim.reference} className="text-2xl font-bold">
            {t(`situations.${claim.situation}`)}
          </h2>
          <p className="tabular text-ink-muted">
            {t("claim.reference", { reference: claim.reference })},{" "}
            {t("claim.sent", { at: formatInstant(toDate(claim.statementSentAt), reader.zone, reader.locale) })}
          </p>
          <SituationChanges page={page} shown={shown} />
        </div>
        <StatusBox
          id={`etat-${claim.reference}`}
          claim={{ state: claim.state, clocks: shown.clocks, commitments: shown.commitments, replies: shown.replies }}
          names={{ seller: space.seller.name, marketplace: space.marketplace.name }}
          currency={space.order.order.currency}
          reader={reader}
        />
        <RequalificationQuestion page={page} shown={shown} />
        <IntakeSection page={page} shown={shown} />
        {last && <AnswerCard page={page} shown={shown} reply={last} />}
        {claim.state !== "closed" && <WriteSection page={page} shown={shown} />}
        <div className="no-print grid grid-cols-1 gap-1 border-t border-line pt-3">
          <ParcelForms page={page} shown={shown} />
          <HelpSection page={page} shown={shown} />
        </div>
        <Conversation page={page} shown={shown} />
      </Card>
    </section>
  );
}
