import { getTranslations } from "next-intl/server";
import { StatusBadge } from "@/app/_components/ui/badge";
import { Section } from "@/app/_components/ui/card";
import { Disclosure } from "@/app/_components/ui/disclosure";
import type { Tone } from "@/app/_components/ui/tone";
import type { ClaimPage } from "@/db/queries/claim-page";
import { localInput } from "@/lib/calendar/local-time";
import { localDay } from "@/lib/calendar/zone";
import { formatDay, formatInstant, formatMoney } from "@/lib/i18n/format";
import { deedOfCommitment } from "@/lib/replies/commitment";
import { amountText } from "@/lib/replies/form-values";
import { DoneForm } from "./done-form";
import type { Reader } from "./reader";

type Commitment = ClaimPage["commitments"][number];
type State = Commitment["status"] | "late";

const TONES: Record<State, Tone> = {
  proposed: "info",
  open: "soon",
  late: "late",
  done: "fine",
  refused: "neutral",
  withdrawn: "neutral",
};

/** What was promised to the customer, until when, and what became of it. */
export async function ClaimCommitments({ page, reader, mayWrite }: Omit<Props, "commitment">) {
  const t = await getTranslations("claim.commitments");
  const shown = page.commitments.filter(({ status }) => status !== "withdrawn");
  if (shown.length === 0) return null;
  return (
    <Section id="engagements" title={t("title")}>
      <ul className="divide-y divide-line">
        {shown.map((commitment) => (
          <li key={commitment.id} className="py-2 first:pt-0 last:pb-0">
            <Promised commitment={commitment} page={page} reader={reader} mayWrite={mayWrite} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

type Props = {
  readonly commitment: Commitment;
  readonly page: ClaimPage;
  readonly reader: Reader;
  readonly mayWrite: boolean;
};

async function Promised({ commitment, page, reader, mayWrite }: Props) {
  const t = await getTranslations("claim.commitments");
  const { locale, zone } = reader;
  const { kind, amountCents, dueOn, doneAt, doneEvidence } = commitment;
  const state = stateOf(commitment, page, reader);
  return (
    <>
      <p className="flex flex-wrap items-center justify-between gap-2">
        <span className="font-semibold">
          {t(`kinds.${kind}`)}
          {amountCents !== null && ` · ${formatMoney(amountCents, locale, page.order.order.currency)}`}
        </span>
        <StatusBadge tone={TONES[state]}>{t(`states.${state}`)}</StatusBadge>
      </p>
      {dueOn && (
        <p className="text-sm text-ink-muted">{t("due", { day: formatDay(dueOn, locale, "long_without_year") })}</p>
      )}
      {doneAt && (
        <p className="text-sm text-ink-muted">
          {t("done", {
            at: formatInstant(new Date(doneAt), zone, locale, "short"),
            evidence: evidenceWords(doneEvidence, t),
          })}
        </p>
      )}
      {mayWrite && commitment.status === "open" && <Done commitment={commitment} page={page} reader={reader} />}
    </>
  );
}

async function Done({ commitment, page, reader }: Omit<Props, "mayWrite">) {
  const t = await getTranslations("claim.done");
  const deed = deedOfCommitment(commitment.kind);
  if (deed === "answer") return <p className="text-sm text-ink-muted">{t("by_answer")}</p>;
  const { zone, now, locale } = reader;
  const { totalCents, refundedCents, currency } = page.context.order;
  const money = (cents: number) => formatMoney(cents, locale, currency);
  return (
    <Disclosure summary={t("title")} className="text-sm">
      <DoneForm
        deed={deed}
        claimId={page.claim.id}
        commitmentId={commitment.id}
        orderNumber={page.order.order.number}
        zone={zone}
        now={localInput(now, zone)}
        total={money(totalCents)}
        refunded={money(refundedCents)}
        amount={amountText(commitment.amountCents ?? 0, locale === "fr" ? "," : ".")}
      />
    </Disclosure>
  );
}

/** An answer that kept the promise stands in the conversation; its identifier means nothing to a reader. */
function evidenceWords(evidence: string | null, t: Words): string {
  return evidence?.startsWith("reply:") ? t("by_reply") : (evidence ?? "");
}

type Words = Awaited<ReturnType<typeof getTranslations<"claim.commitments">>>;

function stateOf({ status, dueOn }: Commitment, page: ClaimPage, { now }: Reader): State {
  const isLate = status === "open" && dueOn !== null && dueOn < localDay(now, page.marketplace.zone);
  return isLate ? "late" : status;
}
