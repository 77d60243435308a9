"use client";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/app/_components/ui/action-form";
import { Disclosure } from "@/app/_components/ui/disclosure";
import { SelectField } from "@/app/_components/ui/select-field";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { ROTATION_HOURS } from "@/lib/auth/key-access";
import type { ActionState } from "@/lib/server/action-state";
import { ShowOnce } from "./show-once";

type Rotated = ActionState<{ readonly key: string }>;
type Props = {
  readonly apiKey: { readonly id: string; readonly label: string };
  readonly action: (previous: unknown, form: FormData) => Promise<Rotated>;
};

/** A new secret for a key; the old one goes on working for the time chosen. */
export function RotateKeyForm({ apiKey: { id, label }, action }: Props) {
  const t = useTranslations("members.api_keys");
  return (
    <Disclosure summary={t("rotate_named", { label })} className="mt-2">
      <ActionForm
        id={`remplacer-${id}`}
        action={action}
        reasons={{ key_not_found: t("reasons.key_not_found") }}
        done={({ key }) => <ShowOnce words={t("created")} secret={key} />}
        className="grid gap-stack"
      >
        <input type="hidden" name="keyId" value={id} />
        <SelectField
          name="hours"
          label={t("old_works")}
          options={ROTATION_HOURS.map((hours) => ({ value: String(hours), label: t(`rotation_hours.${hours}`) }))}
          defaultValue="24"
          required
        />
        <div>
          <SubmitButton variant="secondary" size="small">
            {t("rotate")}
          </SubmitButton>
        </div>
      </ActionForm>
    </Disclosure>
  );
}
