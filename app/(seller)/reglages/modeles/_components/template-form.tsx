"use client";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { ActionForm } from "@/app/_components/ui/action-form";
import { Alert } from "@/app/_components/ui/alert";
import { Disclosure } from "@/app/_components/ui/disclosure";
import { firstText, useFieldState } from "@/app/_components/ui/form-state";
import { type Option, SelectField } from "@/app/_components/ui/select-field";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { TextareaField, TextField } from "@/app/_components/ui/text-field";
import type { SavedTemplate } from "@/db/queries/reply-templates";
import { TEMPLATE_VARIABLES, unknownVariables, VARIABLES } from "@/lib/replies/templates";
import { saveTemplateAction } from "../actions";

type Props = {
  readonly template: SavedTemplate | undefined;
  readonly situations: readonly Option[];
  readonly solutions: readonly Option[];
};

/** Name, where it is proposed, language and words of a ready-made message. */
export function TemplateForm({ template, situations, solutions }: Props) {
  const t = useTranslations("settings.templates");
  const locale = useLocale();
  return (
    <ActionForm
      id="form-modele"
      action={saveTemplateAction}
      labels={{ name: t("name"), body: t("body"), locale: t("locale") }}
      sentences={{ name_taken: t("reasons.name_taken"), unknown_variable: t("unknown_variable") }}
      reasons={{ template_not_found: t("reasons.template_not_found"), name_taken: t("reasons.name_taken") }}
      className="grid gap-stack"
    >
      {template && <input type="hidden" name="templateId" value={template.id} />}
      <TextField
        name="name"
        label={t("name")}
        hint={t("name_hint")}
        defaultValue={template?.name}
        width="half"
        required
      />
      <div className="grid gap-4 sm:grid-cols-3">
        <SelectField
          name="situation"
          label={t("situation")}
          placeholder={t("every_situation")}
          options={situations}
          defaultValue={template?.situation ?? ""}
          hideOptional
        />
        <SelectField
          name="solution"
          label={t("solution")}
          placeholder={t("every_solution")}
          options={solutions}
          defaultValue={template?.solution ?? ""}
          hideOptional
        />
        <SelectField
          name="locale"
          label={t("locale")}
          options={(["fr", "en"] as const).map((value) => ({ value, label: t(`locales.${value}`) }))}
          defaultValue={template?.locale ?? locale}
          required
        />
      </div>
      <BodyField body={template?.body} />
      <Variables />
      <SubmitButton className="justify-self-start">{t("save")}</SubmitButton>
    </ActionForm>
  );
}

/** The words; a name between braces that is no variable is told while it is typed, and refused when sent. */
function BodyField({ body }: { readonly body: string | undefined }) {
  const t = useTranslations("settings.templates");
  const { typed } = useFieldState("body");
  const [written, setWritten] = useState<string>();
  const unknown = unknownVariables(written ?? firstText(typed) ?? body ?? "");
  return (
    <div className="grid gap-2">
      <TextareaField
        name="body"
        label={t("body")}
        hint={t("body_hint")}
        defaultValue={body}
        rows={8}
        required
        onInput={(event) => setWritten(event.currentTarget.value)}
      />
      {unknown.length > 0 && (
        <Alert kind="warning">
          {t("unknown_named", { count: unknown.length, names: unknown.map(inBraces).join(", ") })}
        </Alert>
      )}
    </div>
  );
}

function Variables() {
  const t = useTranslations("settings.templates");
  const words = useTranslations("solutions.templateVariables");
  const locale = useLocale();
  return (
    <Disclosure summary={t("variables")} open>
      <ul className="grid gap-x-6 gap-y-1 sm:grid-cols-2">
        {VARIABLES.map((variable) => (
          <li key={variable}>
            <code>{inBraces(TEMPLATE_VARIABLES[variable][locale === "fr" ? 0 : 1])}</code>{" "}
            <span className="text-ink-muted">{words(variable)}</span>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

function inBraces(name: string): string {
  return `{{${name}}}`;
}
