import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_components/client-messages";
import { Section } from "@/app/_components/ui/card";
import { situationNames } from "@/app/(seller)/reclamations/_components/situation-title";
import { listTemplates } from "@/db/queries/reply-templates";
import { SITUATIONS } from "@/lib/claims/claim";
import { SOLUTIONS } from "@/lib/replies/solution";
import { requireSeller } from "@/lib/server/session";
import { SettingsPage } from "../../_components/settings-page";
import { TemplateForm } from "../_components/template-form";

type Props = { readonly params: Promise<{ readonly templateId: string }> };

/** Last part of the address of the page that adds one. */
const NEW = "nouveau";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.templates"))("title") };
}

export default async function TemplatePage({ params }: Props) {
  const [t, names, nameOf, { templateId }, scope] = await Promise.all([
    getTranslations("settings.templates"),
    getTranslations("solutions.names"),
    situationNames(),
    params,
    requireSeller("agent"),
  ]);
  const template = (await listTemplates(scope)).find(({ id }) => id === templateId);
  if (!template && templateId !== NEW) notFound();
  const title = template ? t("edit_named", { name: template.name }) : t("add");
  return (
    <ClientMessages namespaces={["settings", "solutions"]}>
      <SettingsPage tab="templates" scope={scope}>
        <Section id="modele" title={title}>
          <TemplateForm
            template={template}
            situations={SITUATIONS.map((value) => ({ value, label: nameOf(value) }))}
            solutions={SOLUTIONS.map((value) => ({ value, label: names(value) }))}
          />
        </Section>
      </SettingsPage>
    </ClientMessages>
  );
}
