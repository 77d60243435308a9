import { Plus, Undo2 } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { LinkButton } from "@/app/_components/ui/link-button";
import { listReturnProfiles } from "@/db/queries/sellers";
import { mayAdministerSeller } from "@/lib/auth/permissions";
import { requireSeller } from "@/lib/server/session";
import { ReturnProfileCard } from "../_components/return-profile-card";
import { SettingsPage } from "../_components/settings-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.returns"))("title") };
}

export default async function ReturnProfilesPage() {
  const [t, scope] = await Promise.all([getTranslations("settings.returns"), requireSeller()]);
  const profiles = await listReturnProfiles(scope);
  const mayWrite = mayAdministerSeller(scope);
  const add = mayWrite && (
    <LinkButton href="/reglages/retours/nouveau">
      <Plus aria-hidden />
      {t("add")}
    </LinkButton>
  );
  return (
    <SettingsPage tab="returns" scope={scope}>
      <div className="mb-stack flex flex-wrap items-start justify-between gap-3">
        <div>
          <h2 className="text-xl font-bold">{t("title")}</h2>
          <p className="max-w-prose text-ink-muted">{t("lead")}</p>
        </div>
        {profiles.length > 0 && add}
      </div>
      {profiles.length === 0 && (
        <EmptyState icon={Undo2} title={t("empty_title")} actions={add}>
          {t("empty")}
        </EmptyState>
      )}
      <ul className="grid gap-4 md:grid-cols-2">
        {profiles.map((profile) => (
          <li key={profile.id}>
            <ReturnProfileCard profile={profile} mayWrite={mayWrite} />
          </li>
        ))}
      </ul>
    </SettingsPage>
  );
}
