import { getTranslations } from "next-intl/server";
import { StatusBadge } from "@/app/_components/ui/badge";
import { Section } from "@/app/_components/ui/card";
import { Disclosure } from "@/app/_components/ui/disclosure";
import type { Tone } from "@/app/_components/ui/tone";
import type { ClaimPage } from "@/db/queries/claim-page";
import type { IsoDate } from "@/lib/calendar/civil-day";
import { localInput } from "@/lib/calendar/local-time";
import { localDay } from "@/lib/calendar/zone";
import { effectiveDue, isOverdue } from "@/lib/deadlines/clock";
import { formatDay, formatInstant, formatMoney } from "@/lib/i18n/format";
import { deedOfCommitment } from "@/lib/replies/commitment";
import { type OpenPromiseState, openPromiseState } from "@/lib/replies/due-promise";
import { amountText } from "@/lib/replies/form-values";
import { DoneForm } from "./done-form";
import { LapsedReturn } from "./lapsed-return";
import { LateEstimate, lateRefundOf } from "./late-estimate";
import type { Reader } from "./reader";
import { hasCreditNote } from "./refund-credit";
import { WithdrawOffer } from "./withdraw-offer";

type Commitment = ClaimPage["commitments"][number];
type State = Commitment["status"] | OpenPromiseState;

const TONES: Record<State, Tone> = {
  proposed: "info",
  open: "soon",
  late: "late",
  held_back: "info",
  done: "fine",
  refused: "neutral",
  withdrawn: "neutral",
  lapsed: "neutral",
};

/** What was promised to the customer, until when, and what became of it. */
export async function ClaimCommitments(props: Omit<Props, "commitment"> & { readonly asked: unknown }) {
  const { page, reader, mayWrite, asked } = props;
  const t = await getTranslations("claim.commitments");
  const shown = page.commitments.filter(({ status }) => status !== "withdrawn");
  if (shown.length === 0) return null;
  return (
    <Section id="engagements" title={t("title")}>
      <ul className="divide-y divide-line">
        {shown.map((commitment) => (
          <li key={commitment.id} id={`promesse-${commitment.id}`} className="scroll-mt-4 py-2 first:pt-0 last:pb-0">
            <Promised {...{ commitment, page, reader, mayWrite, isAsked: asked === commitment.id }} />
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

async function Promised({ commitment, page, reader, mayWrite, isAsked }: Props & { readonly isAsked: boolean }) {
  const t = await getTranslations("claim.commitments");
  const { locale, zone, now } = reader;
  const { kind, amountCents, dueOn, doneAt, doneEvidence } = commitment;
  const clock = page.clocks.find(({ id }) => id === commitment.clockId);
  const today = localDay(now, page.marketplace.zone);
  const state = stateOf(commitment, clock, today);
  const late = clock && lateRefundOf(clock, page, reader);
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
      {state === "held_back" && <p className="text-sm text-ink-muted">{t("held_back")}</p>}
      {clock && commitment.status === "open" && state !== "held_back" && (
        <p className="text-sm text-ink-muted">
          {t(isOverdue(clock, now) ? "legal_over" : "legal", {
            bound: formatDay(effectiveDue(clock)?.dueOn ?? clock.dueOn, locale, "long_without_year"),
          })}
        </p>
      )}
      {doneAt && (
        <p className="text-sm text-ink-muted">
          {t("done", {
            at: formatInstant(new Date(doneAt), zone, locale, "short"),
            evidence: evidenceWords(doneEvidence, t),
          })}
        </p>
      )}
      {late && <LateEstimate late={late} currency={page.order.order.currency} reader={reader} />}
      {commitment.status === "lapsed" && commitment.answeredAt && (
        <p className="text-sm text-ink-muted">
          {t("lapsed", { day: formatInstant(new Date(commitment.answeredAt), zone, locale, "short") })}
        </p>
      )}
      {mayWrite && commitment.status === "proposed" && <WithdrawOffer commitment={commitment} page={page} />}
      {mayWrite && <LapsedReturn commitment={commitment} page={page} locale={locale} today={today} />}
      {mayWrite && commitment.status === "open" && <Done {...{ commitment, page, reader, isAsked }} />}
    </>
  );
}

async function Done({ commitment, page, reader, isAsked }: Omit<Props, "mayWrite"> & { readonly isAsked: boolean }) {
  const t = await getTranslations("claim.done");
  const deed = deedOfCommitment(commitment.kind);
  if (deed === "answer") return <p className="text-sm text-ink-muted">{t("by_answer")}</p>;
  const { zone, now, locale } = reader;
  const { totalCents, refundedCents, currency } = page.context.order;
  const money = (cents: number) => formatMoney(cents, locale, currency);
  return (
    <Disclosure summary={t("title")} open={isAsked} className="text-sm">
      <DoneForm
        deed={deed}
        claimId={page.claim.id}
        commitmentId={commitment.id}
        orderNumber={page.order.order.number}
        zone={zone}
        now={localInput(now, zone)}
        isAsked={isAsked}
        total={money(totalCents)}
        refunded={money(refundedCents)}
        hasCreditNote={hasCreditNote(commitment, page)}
        amount={amountText(commitment.amountCents ?? 0, locale === "fr" ? "," : ".")}
      />
    </Disclosure>
  );
}

/** What kept the promise stands in the conversation; its identifier means nothing to a reader. */
function evidenceWords(evidence: string | null, t: Words): string {
  if (evidence?.startsWith("reply:")) return t("by_reply");
  return evidence?.startsWith("message:") ? t("by_message") : (evidence ?? "");
}

type Words = Awaited<ReturnType<typeof getTranslations<"claim.commitments">>>;

function stateOf({ status, dueOn }: Commitment, clock: ClaimPage["clocks"][number] | undefined, today: IsoDate): State {
  return status === "open" ? openPromiseState({ dueOn }, clock, today) : status;
}
