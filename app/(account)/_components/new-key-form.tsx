"use client";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/app/_components/ui/action-form";
import { RadioGroup } from "@/app/_components/ui/choice-field";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { TextField } from "@/app/_components/ui/text-field";
import { KEY_ACCESSES } from "@/lib/auth/key-access";
import type { ActionState } from "@/lib/server/action-state";
import { ShowOnce } from "./show-once";

type Created = ActionState<{ readonly key: string }>;
type Props = { readonly action: (previous: unknown, form: FormData) => Promise<Created> };

/** A new key, shown when it is made and never again. */
export function NewKeyForm({ action }: Props) {
  const t = useTranslations("members.api_keys");
  return (
    <ActionForm
      id="form-cle"
      action={action}
      labels={{ label: t("label") }}
      done={({ key }) => <ShowOnce words={t("created")} secret={key} />}
      className="grid gap-stack"
    >
      <TextField name="label" label={t("label")} hint={t("label_hint")} maxLength={80} width="half" required />
      <RadioGroup
        name="access"
        legend={t("access")}
        defaultValue="write"
        required
        choices={KEY_ACCESSES.map((value) => ({
          value,
          label: t(`accesses.${value}`),
          hint: t(`access_hints.${value}`),
        }))}
      />
      <div>
        <SubmitButton>{t("create")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
