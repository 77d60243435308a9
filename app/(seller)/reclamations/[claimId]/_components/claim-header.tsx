import { getTranslations } from "next-intl/server";
import { StatusBadge } from "@/app/_components/ui/badge";
import { Breadcrumbs } from "@/app/_components/ui/breadcrumbs";
import { LinkButton } from "@/app/_components/ui/link-button";
import { PageHeader } from "@/app/_components/ui/page-header";
import { TimeLeft } from "@/app/_components/ui/time-left";
import type { Tone } from "@/app/_components/ui/tone";
import type { ClaimPage } from "@/db/queries/claim-page";
import type { ClaimState } from "@/lib/claims/claim";
import { formatBound, pressureOf, timeLeft } from "@/lib/i18n/time-left";
import { situationTitles } from "../../_components/situation-title";
import type { Reader } from "./reader";

/** How each state of a claim is marked. */
export const CLAIM_STATE_TONES: Record<ClaimState, Tone> = {
  to_triage: "soon",
  awaiting_seller: "soon",
  awaiting_customer: "info",
  escalated: "urgent",
  closed: "neutral",
};

type Props = { readonly page: ClaimPage; readonly reader: Reader; readonly canAnswer: boolean };

/** What is asked, by whom, on which order, and how long is left. */
export async function ClaimHeader({ page, reader, canAnswer }: Props) {
  const { claim, order } = page;
  const [t, titleOf] = await Promise.all([getTranslations("claim"), situationTitles()]);
  const { title, phase } = titleOf(claim.situation, claim.phase);
  return (
    <PageHeader
      breadcrumbs={<Breadcrumbs crumbs={[{ href: "/reclamations", label: t("inbox") }]} />}
      eyebrow={`${claim.reference} · ${t("order", { number: order.order.number })}`}
      title={title}
      lead={
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span>
            {order.order.customerName}
            {phase && ` · ${phase}`}
          </span>
          <StatusBadge tone={CLAIM_STATE_TONES[claim.state]}>{t(`states.${claim.state}`)}</StatusBadge>
        </span>
      }
      actions={
        <>
          <NextDue page={page} reader={reader} />
          {canAnswer && (
            <LinkButton href="#reponse-au-client" className="max-md:w-full">
              {t("answer")}
            </LinkButton>
          )}
        </>
      }
    />
  );
}

function NextDue({ page, reader }: { readonly page: ClaimPage; readonly reader: Reader }) {
  const { nextDueBefore } = page.claim;
  if (!nextDueBefore) return null;
  const due = new Date(nextDueBefore);
  const clock = page.clocks.find((candidate) => candidate.effectiveDueBefore === nextDueBefore);
  return (
    <TimeLeft
      look="block"
      tone={pressureOf(due, new Date(reader.now))}
      words={timeLeft(due, new Date(reader.now), reader.locale)}
      date={formatBound(due, clock?.zone ?? page.marketplace.zone, reader.locale, {
        readerZone: reader.zone,
        now: new Date(reader.now),
      })}
      dateTime={nextDueBefore}
    />
  );
}
