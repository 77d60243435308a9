import { ListTodo } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Alert } from "@/app/_components/ui/alert";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { PageHeader } from "@/app/_components/ui/page-header";
import { listWaitingSubmissions } from "@/db/queries/submissions";
import { storableText } from "@/lib/messages/clean";
import { requireAdmin } from "@/lib/server/session";
import { AuditorNotice } from "../_components/auditor-notice";
import { SubmissionCard } from "./_components/submission-card";

type Props = { readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("triage"))("title") };
}

/** What came through the public forms and matched no single order, oldest first. */
export default async function TriagePage({ searchParams }: Props) {
  const [t, query, scope] = await Promise.all([getTranslations("triage"), searchParams, requireAdmin()]);
  const submissions = await listWaitingSubmissions(scope);
  const searched = typeof query.numero === "string" ? storableText(query.numero).trim().slice(0, 100) : undefined;
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead", { count: submissions.length })} />
      <AuditorNotice scope={scope} />
      <Done word={query.fait} />
      {submissions.length === 0 ? (
        <EmptyState icon={ListTodo} title={t("empty_title")}>
          {t("empty")}
        </EmptyState>
      ) : (
        <ul className="grid grid-cols-1 gap-6">
          {submissions.map((submission) => (
            <li key={submission.id}>
              <SubmissionCard
                scope={scope}
                submission={submission}
                searched={query.envoi === submission.id ? searched : undefined}
              />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

async function Done({ word }: { readonly word: unknown }) {
  const t = await getTranslations("triage");
  if (word !== "attached" && word !== "dismissed") return null;
  return (
    <Alert kind="success" announce className="mb-stack">
      {t(word)}
    </Alert>
  );
}
