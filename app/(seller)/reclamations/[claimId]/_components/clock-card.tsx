import { getTranslations } from "next-intl/server";
import { OriginBadge } from "@/app/_components/origin-badge";
import { StatusBadge } from "@/app/_components/ui/badge";
import { Card } from "@/app/_components/ui/card";
import type { Tone } from "@/app/_components/ui/tone";
import type { ClaimPage } from "@/db/queries/claim-page";
import { type ClockState, clockState, effectiveDue, isMetLate, isOverdue } from "@/lib/deadlines/clock";
import { formatInstant } from "@/lib/i18n/format";
import { formatBound, pressureOf, timeLeft } from "@/lib/i18n/time-left";
import { ClockExplanation } from "./clock-explanation";
import { LateEstimate, lateRefundOf } from "./late-estimate";
import type { Reader } from "./reader";

type Clock = ClaimPage["clocks"][number];
type Props = { readonly clock: Clock; readonly page: ClaimPage; readonly reader: Reader };

const TONES: Record<Exclude<ClockState, "running">, Tone> = {
  met: "fine",
  missed: "late",
  cancelled: "neutral",
  suspended: "info",
  expired: "neutral",
};

/** One period: its state in words, until when, whose turn it is, where the rule comes from, and why this date. */
export async function ClockCard({ clock, page, reader }: Props) {
  const t = await getTranslations("clock");
  const state = clockState(clock, reader.now);
  const tone = toneOf(clock, state, reader);
  // Beside a promise, the promise tells it.
  const isPromised = page.commitments.some(({ clockId, status }) => clockId === clock.id && status !== "withdrawn");
  const late = isPromised ? null : lateRefundOf(clock, page, reader);
  return (
    <Card tone={tone} className="h-full">
      <div className="flex flex-wrap items-start justify-between gap-x-3 gap-y-1">
        <h3 className="font-bold">{t(`kinds.${clock.kind}`)}</h3>
        <StatusBadge tone={tone}>{t(`states.${wordOf(clock, state, reader)}`)}</StatusBadge>
      </div>
      <DueWords clock={clock} state={state} reader={reader} />
      <p className="mt-1.5 flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-ink-muted">
        {t(`turns.${reader.isOperator && clock.whoseTurn === "seller" ? "the_seller" : clock.whoseTurn}`)}
        <OriginBadge origin={clock.origin} />
      </p>
      {late && <LateEstimate late={late} currency={page.order.order.currency} reader={reader} />}
      <ClockExplanation clock={clock} page={page} reader={reader} />
    </Card>
  );
}

async function DueWords({ clock, state, reader }: Omit<Props, "page"> & { readonly state: ClockState }) {
  const t = await getTranslations("clock");
  const { locale, zone, now } = reader;
  const reading = { readerZone: zone, now: new Date(now) };
  const due = effectiveDue(clock);
  if (!due) {
    const nominal = formatBound(new Date(clock.dueBefore), clock.zone, locale, reading);
    return <p className="mt-1 text-ink-muted">{t("suspended_text", { bound: nominal })}</p>;
  }
  const bound = new Date(due.dueBefore);
  const stopped = clock.stoppedAt ?? clock.cancelledAt;
  const isAwaited = !stopped && state !== "expired";
  return (
    <p className="mt-1">
      {isAwaited && <span className="block text-lg font-bold">{timeLeft(bound, new Date(now), locale)}</span>}
      <time dateTime={due.dueBefore}>{formatBound(bound, clock.zone, locale, reading)}</time>
      {stopped && (
        <span className="block text-sm text-ink-muted">
          {t(clock.stoppedAt ? "stopped_at" : "cancelled_at", {
            at: formatInstant(new Date(stopped), zone, locale, "short"),
          })}
        </span>
      )}
    </p>
  );
}

function toneOf(clock: Clock, state: ClockState, { now }: Reader): Tone {
  if (state !== "running") return TONES[state];
  if (clock.whoseTurn === "customer") return "info";
  const due = effectiveDue(clock);
  return due ? pressureOf(new Date(due.dueBefore), new Date(now)) : "info";
}

function wordOf(clock: Clock, state: ClockState, { now }: Reader): ClockState | "overdue" | "met_late" {
  if (isOverdue(clock, now)) return "overdue";
  if (state === "running" && !effectiveDue(clock)) return "suspended";
  return isMetLate(clock, now) ? "met_late" : state;
}
