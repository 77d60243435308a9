import clsx from "clsx";
import { getTranslations } from "next-intl/server";
import { ToneIcon } from "@/app/_components/ui/badge";
import { SOFT, type Tone } from "@/app/_components/ui/tone";
import { toDate } from "@/lib/calendar/instant";
import {
  type CustomerStatus,
  customerStatus,
  type FollowedClaim,
  type NextStep,
  nextSteps,
} from "@/lib/claims/customer-status";
import { formatDay, formatMoney } from "@/lib/i18n/format";
import { formatBound } from "@/lib/i18n/time-left";
import type { CustomerReader } from "@/lib/server/customer-page";

const TONES: Record<CustomerStatus, Tone> = {
  received: "info",
  seller_studies: "info",
  seller_late: "late",
  you_wrote: "info",
  you_chose: "info",
  offer_withdrawn: "info",
  your_turn: "urgent",
  answered: "fine",
  send_back: "urgent",
  seller_acts: "info",
  operator_helps: "info",
  closed: "neutral",
};

/** States that need a second sentence. */
const EXPLAINED = [
  "seller_late",
  "offer_withdrawn",
  "answered",
  "send_back",
  "operator_helps",
  "closed",
] as const satisfies readonly CustomerStatus[];

type Props = {
  readonly id: string;
  readonly claim: FollowedClaim;
  readonly names: { readonly seller: string; readonly marketplace: string };
  readonly currency: string;
  readonly reader: CustomerReader;
};

/** Where things stand and what comes next, in sentences with their dates. */
export async function StatusBox({ id, claim, names, currency, reader }: Props) {
  const t = await getTranslations("customer");
  const status = customerStatus(claim, reader.now);
  const tone = TONES[status];
  const more = EXPLAINED.find((explained) => explained === status);
  const steps = nextSteps(claim, reader.today, reader.now);
  return (
    <div className={clsx("rounded-md border p-4", SOFT[tone])}>
      <h3 className="sr-only">{t("claim.where")}</h3>
      <p className="flex gap-2.5 text-xl font-bold leading-snug">
        <ToneIcon tone={tone} className="mt-1" />
        <span>{t(`status.${status}`, names)}</span>
      </p>
      {more && <p className="mt-1.5 text-ink">{t(`status_more.${more}`, names)}</p>}
      {steps.length > 0 && (
        <section aria-labelledby={`${id}-ensuite`} className="mt-3 border-t border-current/25 pt-3 text-ink">
          <h3 id={`${id}-ensuite`} className="font-bold">
            {t("claim.next")}
          </h3>
          <ul className="mt-1 list-disc space-y-1.5 ps-5">
            {steps.map((step) => (
              <li key={keyOf(step)}>
                <StepWords step={step} seller={names.seller} currency={currency} reader={reader} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

type StepProps = {
  readonly step: NextStep;
  readonly seller: string;
  readonly currency: string;
  readonly reader: CustomerReader;
};

async function StepWords({ step, seller, currency, reader }: StepProps) {
  const t = await getTranslations("customer");
  const { locale, zone } = reader;
  const over = step.isOver ? ` ${t("claim.over")}` : "";
  if (step.kind === "promise") {
    const { kind, dueOn, amountCents } = step.promise;
    const amount = amountCents === null ? t("steps.an_amount") : formatMoney(amountCents, locale, currency);
    const day = dueOn ? formatDay(dueOn, locale) : "";
    return t(`steps.promise.${kind}`, { seller, day, amount, dated: dueOn ? "yes" : "no" }) + over;
  }
  const { clock } = step;
  // A clock of another zone ends at another hour of the reader's day: the exact bound is told beside it.
  const bound =
    clock.zone === zone ? "" : ` (${formatBound(toDate(clock.dueBefore), clock.zone, locale, { readerZone: zone })})`;
  return t(`steps.clock.${clock.kind}`, { seller, day: formatDay(clock.dueOn, locale) }) + bound + over;
}

function keyOf(step: NextStep): string {
  return step.kind === "clock"
    ? `${step.clock.kind}-${step.clock.dueOn}`
    : `${step.promise.kind}-${step.promise.dueOn}`;
}
