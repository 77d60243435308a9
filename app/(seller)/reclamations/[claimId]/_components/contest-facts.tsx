import { getTranslations } from "next-intl/server";
import { StatusBadge } from "@/app/_components/ui/badge";
import { DescriptionList } from "@/app/_components/ui/description-list";
import type { ClaimContest } from "@/db/queries/proof-contests";
import { type Instant, toDate } from "@/lib/calendar/instant";
import { localDay } from "@/lib/calendar/zone";
import { contestStage } from "@/lib/evidence/proof-contest";
import { formatDay, formatInstant } from "@/lib/i18n/format";
import type { Reader } from "./reader";

type Props = { readonly contest: ClaimContest; readonly reader: Reader };

const TONES = {
  inquiry_awaited: "soon",
  carrier_awaited: "info",
  carrier_late: "late",
  ruling_awaited: "info",
  upheld: "fine",
  overturned: "late",
} as const;

/** One contested delivery: what was said, what was asked, what was ruled. */
export async function ContestFacts({ contest, reader }: Props) {
  const t = await getTranslations("claim.contest");
  const at = (instant: Instant) => formatInstant(toDate(instant), reader.zone, reader.locale, "long_without_year");
  const stage = contestStage(contest, localDay(reader.now, reader.zone));
  const state = contest.ruling ?? (stage === "ruled" ? "ruling_awaited" : stage);
  return (
    <div className="grid gap-3">
      <p>
        <StatusBadge tone={TONES[state]}>{t(`states.${state}`)}</StatusBadge>
      </p>
      <DescriptionList
        facts={[
          { term: t("contested"), value: at(contest.contestedAt) },
          { term: t("proofs"), value: t("proofs_count", { count: contest.documentIds.length }) },
          {
            term: t("attestation"),
            value:
              contest.attestedAt && contest.attestedBy
                ? t("attested", { name: contest.attestedBy, at: at(contest.attestedAt) })
                : t("not_attested"),
          },
          { term: t("inquiry"), value: inquiryWords(contest, reader, t) },
          ...(contest.ruledAt ? [{ term: t("ruled_at"), value: at(contest.ruledAt) }] : []),
          ...(contest.rulingReason ? [{ term: t("ruling_reason"), value: contest.rulingReason }] : []),
        ]}
      />
    </div>
  );
}

function inquiryWords(
  contest: ClaimContest,
  reader: Reader,
  t: Awaited<ReturnType<typeof getTranslations<"claim.contest">>>,
): string {
  const { inquiryOpenedOn, inquiryAnswerOn, inquiryReference, inquiryOutcome } = contest;
  if (!inquiryOpenedOn || !inquiryAnswerOn) return t("no_inquiry");
  const days = { opened: formatDay(inquiryOpenedOn, reader.locale), answer: formatDay(inquiryAnswerOn, reader.locale) };
  const opened = inquiryReference
    ? t("inquiry_opened_with", { ...days, reference: inquiryReference })
    : t("inquiry_opened", days);
  return inquiryOutcome ? `${opened} ${t(`outcomes.${inquiryOutcome}`)}.` : opened;
}
