import { getTranslations } from "next-intl/server";
import { OriginBadge } from "@/app/_components/origin-badge";
import { Alert, type AlertKind } from "@/app/_components/ui/alert";
import { StatusBadge } from "@/app/_components/ui/badge";
import { Disclosure } from "@/app/_components/ui/disclosure";
import type { Tone } from "@/app/_components/ui/tone";
import { formatDay } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import type { InvoiceCheck } from "@/lib/invoices/checker/check-invoice";
import { CHECK_REFERENCE } from "@/lib/invoices/checker/check-rules";
import type { Finding, Verdict } from "@/lib/invoices/checker/finding";
import { countVerdicts } from "@/lib/invoices/checker/summary";

const TONES: Readonly<Record<Verdict, Tone>> = { wrong: "late", missing: "urgent", unsure: "soon", found: "fine" };
const ATTENTION = ["wrong", "missing", "unsure"] as const satisfies readonly Verdict[];

type Props = {
  readonly check: InvoiceCheck;
  readonly pages: { readonly pageCount: number; readonly pagesRead: number };
  readonly locale: Locale;
};

/** What was found of each mandatory mention: what needs a look first, the rest folded. */
export async function CheckResult({ check, pages, locale }: Props) {
  const t = await getTranslations("invoices.check");
  const counts = countVerdicts(check.findings);
  const found = check.findings.filter(({ verdict }) => verdict === "found");
  const toRead = ATTENTION.flatMap((verdict) => check.findings.filter((finding) => finding.verdict === verdict));
  const kind: AlertKind = check.kind === "scan" ? "warning" : toRead.length === 0 ? "success" : "info";
  return (
    <div className="grid gap-stack">
      <Alert kind={kind} title={check.kind === "scan" ? undefined : t("summary", counts)}>
        <p>{t(`kinds.${check.kind}`)}</p>
        {pages.pagesRead < pages.pageCount && <p>{t("partly", pages)}</p>}
      </Alert>
      {toRead.length > 0 && <Findings findings={toRead} />}
      {found.length > 0 && (
        <Disclosure summary={t("found_title", { count: found.length })} open={toRead.length === 0}>
          <Findings findings={found} />
        </Disclosure>
      )}
      <p className="max-w-prose text-sm text-ink-muted">
        {t("advice")}{" "}
        <a href={CHECK_REFERENCE.url} className="prose-link" rel="noreferrer">
          {t("reference", {
            sheet: CHECK_REFERENCE.sheet,
            site: CHECK_REFERENCE.site,
            date: formatDay(CHECK_REFERENCE.asOf, locale, "numeric"),
          })}
        </a>
      </p>
    </div>
  );
}

async function Findings({ findings }: { readonly findings: readonly Finding[] }) {
  const t = await getTranslations("invoices.check");
  return (
    <ul className="divide-y divide-line">
      {findings.map(({ code, verdict, page, excerpt, source }) => (
        <li key={code} className="grid gap-x-4 gap-y-1 py-2 sm:grid-cols-[9.5rem_minmax(0,1fr)]">
          <span>
            <StatusBadge tone={TONES[verdict]}>{t(`verdicts.${verdict}`)}</StatusBadge>
          </span>
          <span className="min-w-0">
            <span className="block font-semibold">{t(`rules.${code}`)}</span>
            {page !== undefined && (
              <span className="block text-sm break-words text-ink-muted">
                {excerpt ? t("where", { page, excerpt }) : t("where_page", { page })}
              </span>
            )}
            <span className="mt-0.5 block text-sm">
              <OriginBadge origin={source} />
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}
