import { MessageSquareQuote, Plus } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { LinkButton } from "@/app/_components/ui/link-button";
import { listTemplates } from "@/db/queries/reply-templates";
import { mayHandleClaims } from "@/lib/claims/permissions";
import { requireSeller } from "@/lib/server/session";
import { SettingsPage } from "../_components/settings-page";
import { TemplateCard } from "./_components/template-card";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.templates"))("title") };
}

/** The ready-made messages of a seller. */
export default async function TemplatesPage() {
  const [t, scope] = await Promise.all([getTranslations("settings.templates"), requireSeller()]);
  const templates = await listTemplates(scope);
  const mayWrite = mayHandleClaims(scope);
  const add = mayWrite && (
    <LinkButton href="/reglages/modeles/nouveau">
      <Plus aria-hidden />
      {t("add")}
    </LinkButton>
  );
  return (
    <SettingsPage tab="templates" scope={scope}>
      <div className="mb-stack flex flex-wrap items-start justify-between gap-3">
        <div>
          <h2 className="text-xl font-bold">{t("title")}</h2>
          <p className="max-w-prose text-ink-muted">{t("lead")}</p>
        </div>
        {templates.length > 0 && add}
      </div>
      {templates.length === 0 && (
        <EmptyState icon={MessageSquareQuote} title={t("empty_title")} actions={add}>
          {t("empty")}
        </EmptyState>
      )}
      <ul className="grid gap-4 md:grid-cols-2">
        {templates.map((template) => (
          <li key={template.id}>
            <TemplateCard template={template} mayWrite={mayWrite} />
          </li>
        ))}
      </ul>
    </SettingsPage>
  );
}
