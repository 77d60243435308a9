import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { Breadcrumbs } from "@/app/_components/ui/breadcrumbs";
import { Section } from "@/app/_components/ui/card";
import { PageHeader } from "@/app/_components/ui/page-header";
import { findRun } from "@/db/queries/invoice-runs";
import { mayHandleClaims } from "@/lib/claims/permissions";
import { formatInstant } from "@/lib/i18n/format";
import { requireSeller, requireViewer } from "@/lib/server/session";
import { RunState } from "../../_components/run-state";
import { runTitle } from "../../_components/run-title";

type Props = { readonly params: Promise<{ readonly runId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("invoices.run"))("page_title") };
}

/** One run of invoices, from its first number to its archive. */
export default async function InvoiceRunPage({ params }: Props) {
  const [scope, { zone }, { runId }] = await Promise.all([requireSeller(), requireViewer(), params]);
  const run = z.uuid().safeParse(runId).success ? await findRun(scope, runId) : undefined;
  if (!run) notFound();
  const [t, list, locale] = await Promise.all([
    getTranslations("invoices.run"),
    getTranslations("invoices.list"),
    getLocale(),
  ]);
  const isRunning = run.status === "running";
  return (
    <>
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ href: "/factures", label: list("title") }]} />}
        title={t("page_title")}
        lead={await runTitle(run)}
      />
      <div className="max-w-3xl">
        <Section
          id="emission"
          title={t(isRunning ? "progress" : "result")}
          lead={t(isRunning ? "going_on" : "started", {
            at: formatInstant(new Date(run.createdAt), zone, locale, "numeric"),
          })}
        >
          <RunState run={run} mayIssue={mayHandleClaims(scope)} />
        </Section>
      </div>
    </>
  );
}
