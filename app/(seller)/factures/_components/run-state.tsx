import { FileArchive } from "lucide-react";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_components/client-messages";
import { Alert } from "@/app/_components/ui/alert";
import { buttonClass } from "@/app/_components/ui/button";
import type { InvoiceRun } from "@/db/queries/invoice-runs";
import { isResumable } from "@/lib/invoices/bulk-run";
import { RECORDING_REASONS } from "@/lib/invoices/invoice-issuer";
import { INVOICE_REFUSALS } from "@/lib/invoices/refusals";
import { invoiceRefusalWords } from "../../_components/invoice-refusal-words";
import { LackingList } from "../../_components/lacking-list";
import { CancelRun, ResumeRun, RunProgress } from "./run-forms";

type Props = { readonly run: InvoiceRun; readonly mayIssue: boolean };

/** How far a run is, or how it ended: what to do next, and its invoices as one archive. */
export async function RunState({ run, mayIssue }: Props) {
  const t = await getTranslations("invoices.run");
  const isRunning = run.status === "running";
  return (
    <ClientMessages namespaces={["invoices"]}>
      <div className="grid gap-stack">
        {isRunning ? (
          <RunProgress runId={run.id} done={run.issuedCount + run.refusedCount} total={run.totalCount} />
        ) : (
          <Alert kind={run.status === "done" && run.refusedCount === 0 ? "success" : "warning"}>
            {t(`ended.${run.status}`, { issued: run.issuedCount, refused: run.refusedCount })}
          </Alert>
        )}
        <div className="flex flex-wrap gap-2">
          {!isRunning && run.issuedCount > 0 && (
            <a href={`/api/factures/archive?emission=${run.id}`} className={buttonClass({ variant: "secondary" })}>
              <FileArchive aria-hidden />
              {t("archive")}
            </a>
          )}
          {mayIssue && isRunning && <CancelRun runId={run.id} />}
          {mayIssue && isResumable(run) && <ResumeRun runId={run.id} />}
        </div>
        {run.refused.length > 0 && <RefusedOrders run={run} />}
      </div>
    </ClientMessages>
  );
}

async function RefusedOrders({ run }: { readonly run: InvoiceRun }) {
  const [t, lacking] = await Promise.all([getTranslations("invoices"), getTranslations("reply.invoice")]);
  const lines = run.refused.flatMap(({ fields }) => fields?.lines ?? []);
  const { sentences } = invoiceRefusalWords(
    lacking,
    lines.map((lineId) => ({ lineId, name: lineId })),
  );
  // A mention that lacks stops every order of a month: it is told once.
  const alike = Map.groupBy(run.refused, ({ reason, fields }) => JSON.stringify([reason, fields]));
  const words: Readonly<Record<string, string>> = Object.fromEntries([
    ...INVOICE_REFUSALS.map((reason) => [reason, t(`refusals.${reason}`)] as const),
    ...RECORDING_REASONS.map((reason) => [reason, t(`recording.${reason}`)] as const),
  ]);
  return (
    <section aria-labelledby="refusees">
      <h2 id="refusees" className="mb-2 font-bold">
        {t("run.refused", { count: run.refusedCount })}
      </h2>
      <ul className="space-y-3">
        {[...alike].map(([key, orders]) => (
          <li key={key}>
            <p>{words[orders[0]?.reason ?? ""] ?? lacking("reasons.no_series")}</p>
            <LackingList sentences={sentences} fields={orders[0]?.fields} />
            <ul className="flex flex-wrap gap-x-4 gap-y-1">
              {orders.map(({ orderNumber }) => (
                <li key={orderNumber}>
                  <Link href={`/commandes/${encodeURIComponent(orderNumber)}`} className="prose-link tabular">
                    {orderNumber}
                  </Link>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}
