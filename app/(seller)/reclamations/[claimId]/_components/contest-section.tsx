import { getTranslations } from "next-intl/server";
import { Section } from "@/app/_components/ui/card";
import { Disclosure } from "@/app/_components/ui/disclosure";
import type { ClaimPage } from "@/db/queries/claim-page";
import { localDay } from "@/lib/calendar/zone";
import { ContestFacts } from "./contest-facts";
import { InquiryAnswerForm, OpenInquiryForm } from "./inquiry-forms";
import type { Reader } from "./reader";

type Props = { readonly page: ClaimPage; readonly reader: Reader; readonly canAnswer: boolean };

/** A delivery the customer denies, and what the seller can still bring: the carrier's own inquiry. */
export async function ContestSection({ page, reader, canAnswer }: Props) {
  const t = await getTranslations("claim.contest");
  if (page.contests.length === 0) return null;
  const open = page.contests.find(({ ruling }) => ruling === null);
  return (
    <Section
      id="livraison-contestee"
      title={t("title")}
      {...(open ? { lead: t("lead", { marketplace: page.marketplace.name }), tone: "urgent" as const } : {})}
    >
      <div className="grid gap-5">
        {page.contests.map((contest) => (
          <ContestFacts key={contest.id} contest={contest} reader={reader} />
        ))}
        {open && canAnswer && !open.inquiryOpenedOn && (
          <Disclosure summary={t("open_inquiry_title")} open>
            <OpenInquiryForm claimId={page.claim.id} today={localDay(reader.now, reader.zone)} />
          </Disclosure>
        )}
        {open?.inquiryOpenedOn && !open.inquiryOutcome && canAnswer && (
          <Disclosure summary={t("outcome_title")}>
            <InquiryAnswerForm claimId={page.claim.id} />
          </Disclosure>
        )}
      </div>
    </Section>
  );
}
