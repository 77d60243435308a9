import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/app/_components/ui/action-form";
import { SelectField } from "@/app/_components/ui/select-field";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { TextField } from "@/app/_components/ui/text-field";
import { ZoneField } from "@/app/(account)/_components/zone-field";
import { LOCALES } from "@/lib/i18n/locale";
import type { Viewer } from "@/lib/server/session";
import { changeProfileAction } from "../actions";

/** Name, language and time zone. */
export async function ProfileForm({ viewer }: { readonly viewer: Viewer }) {
  const t = await getTranslations();
  const locales = LOCALES.map((value) => ({ value, label: t(`account.locales.${value}`) }));
  return (
    <ActionForm
      id="form-profil"
      action={changeProfileAction}
      done={t("account.saved")}
      labels={{ name: t("auth.name") }}
      className="grid gap-stack"
    >
      <TextField name="name" label={t("auth.name")} defaultValue={viewer.name} autoComplete="name" required />
      <SelectField
        name="locale"
        label={t("account.profile.locale")}
        options={locales}
        defaultValue={viewer.locale}
        required
      />
      <ZoneField label={t("account.profile.zone")} hint={t("account.profile.zone_hint")} defaultValue={viewer.zone} />
      <div>
        <SubmitButton>{t("account.profile.save")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
