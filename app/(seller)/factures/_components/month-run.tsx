import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_components/client-messages";
import { Alert } from "@/app/_components/ui/alert";
import { Section } from "@/app/_components/ui/card";
import { Disclosure } from "@/app/_components/ui/disclosure";
import { countUninvoiced, findLastRun, type InvoiceRun } from "@/db/queries/invoice-runs";
import type { SellerScope } from "@/lib/auth/scope";
import { toEpochMs } from "@/lib/calendar/instant";
import { mayHandleClaims } from "@/lib/claims/permissions";
import { RECORDING_REASONS } from "@/lib/invoices/invoice-issuer";
import { monthPeriod } from "@/lib/invoices/period";
import { INVOICE_REFUSALS } from "@/lib/invoices/refusals";
import { currentTime } from "@/lib/server/clock";
import { CancelRun, RunProgress, StartRun } from "./run-forms";

const NEWS_MS = 60 * 60 * 1000;

/** The invoices a month lacks, issued in one go; how far it is, and what could not be invoiced. */
export async function MonthRun({ scope, month }: { readonly scope: SellerScope; readonly month: string }) {
  const period = monthPeriod(month);
  if (!period || !mayHandleClaims(scope)) return null;
  const [t, lacking, run] = await Promise.all([
    getTranslations("invoices.run"),
    countUninvoiced(scope, period),
    findLastRun(scope),
  ]);
  const isRunning = run?.status === "running";
  const isOfMonth = run?.periodFrom === period.from;
  const isNews = isOfMonth && !isRunning && (run.refusedCount > 0 || isRecent(run));
  if (lacking === 0 && !isRunning && !isNews) return null;
  return (
    <Section id="emission" title={t("title")} lead={t("lead", { count: lacking })} className="mb-stack">
      <ClientMessages namespaces={["invoices"]}>
        <div className="grid gap-stack">
          {run && isNews && <LastRun run={run} />}
          {isRunning && (
            <>
              <RunProgress done={run.issuedCount + run.refusedCount} total={run.totalCount} />
              <CancelRun runId={run.id} />
            </>
          )}
          {!isRunning && lacking > 0 && <StartRun month={month} count={lacking} />}
        </div>
      </ClientMessages>
    </Section>
  );
}

/** The end of a run is told for an hour; what was refused, until it is invoiced. */
function isRecent({ finishedAt }: InvoiceRun): boolean {
  return finishedAt !== null && toEpochMs(currentTime()) - toEpochMs(finishedAt) < NEWS_MS;
}

async function LastRun({ run }: { readonly run: InvoiceRun }) {
  const t = await getTranslations("invoices");
  const known: readonly string[] = [...INVOICE_REFUSALS, ...RECORDING_REASONS];
  const words = Object.fromEntries([
    ...INVOICE_REFUSALS.map((reason) => [reason, t(`refusals.${reason}`)] as const),
    ...RECORDING_REASONS.map((reason) => [reason, t(`recording.${reason}`)] as const),
  ]);
  const kind = run.status === "done" && run.refusedCount === 0 ? "success" : "warning";
  return (
    <Alert kind={kind}>
      <p>{t(`run.ended.${run.status}`, { issued: run.issuedCount, refused: run.refusedCount })}</p>
      {run.refused.length > 0 && (
        <Disclosure summary={t("run.refused", { count: run.refusedCount })}>
          <ul className="space-y-1">
            {run.refused.map(({ orderNumber, reason }) => (
              <li key={orderNumber}>
                <Link href={`/commandes/${encodeURIComponent(orderNumber)}`} className="prose-link tabular">
                  {orderNumber}
                </Link>{" "}
                {known.includes(reason) ? words[reason] : t("credit.no_series")}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </Alert>
  );
}
