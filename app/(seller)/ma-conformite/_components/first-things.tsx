import { useLocale, useTranslations } from "next-intl";
import { Section } from "@/app/_components/ui/card";
import { TimeLeft } from "@/app/_components/ui/time-left";
import type { listOverdueClaims } from "@/db/queries/compliance";
import type { Instant } from "@/lib/calendar/instant";
import { type CountedRow, type OpenNow, sharesOf } from "@/lib/compliance/counted";
import { formatDay } from "@/lib/i18n/format";
import { timeLeft } from "@/lib/i18n/time-left";

type Props = {
  readonly open: OpenNow;
  readonly overdue: Awaited<ReturnType<typeof listOverdueClaims>>;
  readonly rows: readonly CountedRow[];
  readonly now: Instant;
};

/** No more than a glance takes in; the inbox holds the rest. */
const MOST = 5;

/** What to do first: money that is owed, then what is late, then what is due, then habits. */
export function FirstThings({ open, overdue, rows, now }: Props) {
  const t = useTranslations("compliance.own");
  const clock = useTranslations("clock.kinds");
  const locale = useLocale();
  const shares = sharesOf(rows);
  const money = overdue.filter(({ clockKind }) => clockKind.endsWith("refund"));
  const first = [...money, ...overdue.filter((one) => !money.includes(one))].slice(0, MOST);
  const broken = shares.promises_kept.whole - shares.promises_kept.part;
  const habits = [
    ...(broken > 0 ? [t("promises", { count: broken })] : []),
    ...(shares.identical.part > 0 ? [t("identical", { count: shares.identical.part })] : []),
  ];
  return (
    <Section id="en-retard" title={t("first")} className="mb-6">
      {first.length === 0 && open.soon === 0 && <p>{t("nothing")}</p>}
      {first.length > 0 && (
        <ol className="space-y-2">
          {first.map((claim) => (
            <li key={`${claim.claimId} ${claim.clockKind}`} className="flex flex-wrap items-baseline gap-x-3">
              <a className="prose-link font-semibold" href={`/reclamations/${claim.claimId}`}>
                {t("do_it", { reference: claim.reference })}
              </a>
              <span>{clock(claim.clockKind)}</span>
              <TimeLeft
                tone="late"
                words={timeLeft(new Date(claim.dueBefore), new Date(now), locale)}
                date={formatDay(claim.dueOn, locale, "long_without_year")}
                dateTime={claim.dueOn}
              />
            </li>
          ))}
        </ol>
      )}
      {overdue.length > MOST && <p className="mt-2">{t("more", { count: overdue.length - MOST })}</p>}
      {open.soon > 0 && (
        <p className="mt-2">
          <a className="prose-link" href="/reclamations">
            {t("soon", { count: open.soon })}
          </a>
        </p>
      )}
      {habits.length > 0 && (
        <ul className="mt-2 list-disc ps-5">
          {habits.map((habit) => (
            <li key={habit}>{habit}</li>
          ))}
        </ul>
      )}
    </Section>
  );
}
