import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_components/client-messages";
import { Disclosure } from "@/app/_components/ui/disclosure";
import { LinkButton } from "@/app/_components/ui/link-button";
import { type InvoiceRun, listRuns } from "@/db/queries/invoice-runs";
import type { SellerScope } from "@/lib/auth/scope";
import { mayHandleClaims } from "@/lib/claims/permissions";
import { formatInstant } from "@/lib/i18n/format";
import { runHref } from "./invoice-search";
import { StartPeriodRun } from "./run-forms";
import { runTitle } from "./run-title";

const SHOWN = 5;

type Props = {
  readonly scope: SellerScope;
  readonly zone: string;
  readonly days: { readonly first: string; readonly last: string };
};

/** Invoices in bulk: start over some days or from the list of orders, and the last runs. */
export async function RecentRuns({ scope, zone, days }: Props) {
  const [t, locale, runs] = await Promise.all([getTranslations("invoices.run"), getLocale(), listRuns(scope, SHOWN)]);
  const mayIssue = mayHandleClaims(scope);
  if (!mayIssue && runs.length === 0) return null;
  const lines = await Promise.all(runs.map(async (run) => ({ run, title: await runTitle(run) })));
  return (
    <div className="mb-stack">
      <Disclosure summary={t("bulk")}>
        <div className="grid gap-stack">
          {mayIssue && (
            <ClientMessages namespaces={["invoices"]}>
              <p className="max-w-prose text-ink-muted">{t("bulk_lead")}</p>
              <StartPeriodRun {...days} />
              <LinkButton href="/commandes?facture=sans" variant="quiet" className="justify-self-start">
                {t("choose_orders")}
              </LinkButton>
            </ClientMessages>
          )}
          {lines.length > 0 && (
            <ul className="space-y-2">
              {lines.map(({ run, title }) => (
                <li key={run.id}>
                  <Link href={runHref(run.id)} className="prose-link font-semibold">
                    {title}
                  </Link>
                  <span className="block text-sm text-ink-muted">
                    {formatInstant(new Date(run.createdAt), zone, locale, "numeric")} ·{" "}
                    {t(`ended.${run.status}`, countsOf(run))}
                  </span>
                </li>
              ))}
            </ul>
          )}
        </div>
      </Disclosure>
    </div>
  );
}

function countsOf({ issuedCount, refusedCount }: InvoiceRun) {
  return { issued: issuedCount, refused: refusedCount };
}
