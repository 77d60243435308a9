import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/app/_components/ui/action-form";
import { Section } from "@/app/_components/ui/card";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { TextField } from "@/app/_components/ui/text-field";
import type { Correction } from "@/db/queries/calendar-corrections";
import { draftFields } from "../../../_components/draft-address";
import { refusalWords } from "../../../_components/refusal-words";
import { previewCorrectionAction } from "../../../actions";

/** Withdraws a correction by another one of the same day and ground: nothing is erased. */
export async function WithdrawForm({ correction }: { readonly correction: Correction }) {
  const [t, reasons] = await Promise.all([getTranslations("calendars.result.withdraw"), refusalWords()]);
  const { source: _source, ...fields } = draftFields({ ...correction, change: "withdraw", name: null });
  return (
    <Section id="retirer" title={t("title")} lead={t("lead")}>
      <ActionForm
        id="form-retirer"
        action={previewCorrectionAction}
        reasons={reasons}
        labels={{ source: t("source") }}
        className="grid gap-stack"
      >
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <TextField name="source" label={t("source")} maxLength={300} required />
        <div>
          <SubmitButton variant="secondary">{t("submit")}</SubmitButton>
        </div>
      </ActionForm>
    </Section>
  );
}
