"use client";
import { useTranslations } from "next-intl";
import { type RefObject, useState } from "react";
import { Button } from "@/app/_components/ui/button";
import { SelectField } from "@/app/_components/ui/select-field";
import { useIsLive } from "@/app/_components/ui/use-is-live";
import { fillTemplate } from "@/lib/replies/templates";
import type { ComposerData } from "./composer-data";

type Props = {
  readonly root: RefObject<HTMLElement | null>;
  readonly templates: ComposerData["templates"];
  readonly values: ComposerData["templateValues"];
};

/** Put a ready-made message into the answer, filled with what the claim knows; what it does not know is told. */
export function TemplatePicker({ root, templates, values }: Props) {
  const t = useTranslations("reply.templates");
  const words = useTranslations("solutions.templateVariables");
  const [empty, setEmpty] = useState<ReturnType<typeof fillTemplate>["empty"]>([]);
  if (!useIsLive() || templates.length === 0) return null;

  function insert(): void {
    const chosen = root.current?.querySelector<HTMLSelectElement>("select[name=template]")?.value;
    const template = templates.find(({ id }) => id === chosen);
    const message = root.current?.querySelector<HTMLTextAreaElement>("textarea[name=message]");
    if (!template || !message) return;
    const filled = fillTemplate(template.body, values);
    const before = message.value.trim();
    message.value = before === "" ? filled.text : `${before}\n\n${filled.text}`;
    message.dispatchEvent(new Event("input", { bubbles: true }));
    message.focus();
    setEmpty(filled.empty);
  }

  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap items-end gap-2">
        <SelectField
          name="template"
          label={t("label")}
          options={templates.map(({ id, name }) => ({ value: id, label: name }))}
          className="min-w-[min(12rem,100%)] grow"
          hideOptional
        />
        <Button type="button" variant="secondary" onClick={insert}>
          {t("insert")}
        </Button>
      </div>
      {empty.length > 0 && (
        <p role="status" className="text-sm text-ink-muted">
          {t("empty", { names: empty.map((variable) => words(variable)).join(", ") })}
        </p>
      )}
    </div>
  );
}
