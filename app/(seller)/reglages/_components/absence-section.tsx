import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/app/_components/ui/action-form";
import { Section } from "@/app/_components/ui/card";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { TextareaField, TextField } from "@/app/_components/ui/text-field";
import type { Absence } from "@/lib/sellers/absence";
import { changeAbsenceAction } from "../actions";

type Props = { readonly absence: Absence | null; readonly mayWrite: boolean };

/** Days on which customers are told that the seller is away. */
export async function AbsenceSection({ absence, mayWrite }: Props) {
  const t = await getTranslations("settings.absence");
  return (
    <Section id="absence" title={t("title")} lead={t("lead")} className="mt-6">
      <ActionForm
        id="form-absence"
        action={changeAbsenceAction}
        done={t("saved")}
        labels={{ fromOn: t("from"), untilOn: t("until"), words: t("words"), wordsEn: t("words_en") }}
        sentences={{ ends_before_start: t("ends_before_start") }}
      >
        <fieldset disabled={!mayWrite} className="grid min-w-0 gap-6">
          <div className="grid gap-stack md:grid-cols-2">
            <TextField name="fromOn" type="date" label={t("from")} defaultValue={absence?.fromOn} required />
            <TextField name="untilOn" type="date" label={t("until")} defaultValue={absence?.untilOn} required />
          </div>
          <TextareaField
            name="words"
            label={t("words")}
            hint={t("words_hint")}
            rows={3}
            maxLength={600}
            defaultValue={absence?.words ?? undefined}
          />
          <TextareaField
            name="wordsEn"
            label={t("words_en")}
            hint={t("words_en_hint")}
            rows={3}
            maxLength={600}
            defaultValue={absence?.wordsEn ?? undefined}
          />
          {mayWrite && (
            <div className="flex flex-wrap gap-2">
              <SubmitButton name="act" value="set">
                {t("save")}
              </SubmitButton>
              {absence && (
                <SubmitButton name="act" value="end" variant="secondary" formNoValidate>
                  {t("end")}
                </SubmitButton>
              )}
            </div>
          )}
        </fieldset>
      </ActionForm>
    </Section>
  );
}
