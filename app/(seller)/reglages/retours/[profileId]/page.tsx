import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Section } from "@/app/_components/ui/card";
import { listReturnProfiles } from "@/db/queries/sellers";
import { requireSeller } from "@/lib/server/session";
import { ReturnProfileForm } from "../../_components/return-profile-form";
import { SettingsPage } from "../../_components/settings-page";

type Props = { readonly params: Promise<{ readonly profileId: string }> };

/** Last part of the address of the page that adds a profile. */
const NEW = "nouveau";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.returns"))("title") };
}

export default async function ReturnProfilePage({ params }: Props) {
  const [t, { profileId }, scope] = await Promise.all([
    getTranslations("settings.returns"),
    params,
    requireSeller("owner"),
  ]);
  const profile = (await listReturnProfiles(scope)).find(({ id }) => id === profileId);
  if (!profile && profileId !== NEW) notFound();
  const title = profile ? t("edit_named", { name: profile.name }) : t("add");
  return (
    <SettingsPage tab="returns" scope={scope}>
      <Section id="profil" title={title}>
        <ReturnProfileForm profile={profile} />
      </Section>
    </SettingsPage>
  );
}
