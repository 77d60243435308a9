import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/app/_components/ui/action-form";
import { Badge } from "@/app/_components/ui/badge";
import { Section } from "@/app/_components/ui/card";
import { Disclosure } from "@/app/_components/ui/disclosure";
import { LinkButton } from "@/app/_components/ui/link-button";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { situationNames } from "@/app/(seller)/reclamations/_components/situation-title";
import type { SavedTemplate } from "@/db/queries/reply-templates";
import { deleteTemplateAction } from "../actions";

type Props = { readonly template: SavedTemplate; readonly mayWrite: boolean };

/** One ready-made message, and where it is proposed. */
export async function TemplateCard({ template, mayWrite }: Props) {
  const [t, solutions, nameOf] = await Promise.all([
    getTranslations("settings.templates"),
    getTranslations("solutions.names"),
    situationNames(),
  ]);
  const { id, name, situation, solution, locale, body } = template;
  return (
    <Section
      id={`modele-${id}`}
      title={name}
      level={3}
      actions={
        mayWrite && (
          <LinkButton
            href={`/reglages/modeles/${id}`}
            variant="secondary"
            size="small"
            aria-label={t("edit_named", { name })}
          >
            {t("edit")}
          </LinkButton>
        )
      }
    >
      <p className="mb-2 flex flex-wrap gap-2">
        <Badge>{t(`locales.${locale}`)}</Badge>
        <Badge>{situation ? nameOf(situation) : t("every_situation")}</Badge>
        {solution && <Badge>{solutions(solution)}</Badge>}
      </p>
      <p lang={locale} className="whitespace-pre-line">
        {body}
      </p>
      {mayWrite && (
        <Disclosure summary={t("delete")} className="mt-2">
          <ActionForm
            id={`supprimer-${id}`}
            action={deleteTemplateAction}
            reasons={{ template_not_found: t("reasons.template_not_found") }}
          >
            <input type="hidden" name="templateId" value={id} />
            <SubmitButton variant="danger" size="small">
              {t("delete_confirm", { name })}
            </SubmitButton>
          </ActionForm>
        </Disclosure>
      )}
    </Section>
  );
}
