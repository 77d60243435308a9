import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/app/_components/ui/action-form";
import { Section } from "@/app/_components/ui/card";
import { CheckboxField } from "@/app/_components/ui/choice-field";
import { LinkButton } from "@/app/_components/ui/link-button";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import type { ShownCalendarPreview } from "@/db/queries/calendar-preview";
import type { OverrideDraft } from "@/lib/calendar/override";
import { draftFields } from "../../_components/draft-address";
import { refusalWords } from "../../_components/refusal-words";
import { confirmCorrectionAction } from "../../actions";

type Props = { readonly draft: OverrideDraft; readonly preview: ShownCalendarPreview };

/** Confirms what is shown, by its name: when the figures are others by then, it is shown again. */
export async function ConfirmForm({ draft, preview }: Props) {
  const [t, reasons] = await Promise.all([getTranslations("calendars.preview.confirm"), refusalWords()]);
  const { becomeOverdue: count } = preview;
  const hidden = Object.entries({ ...draftFields(draft), version: String(preview.version), preview: preview.name });
  return (
    <Section id="appliquer" title={t("title")} lead={t("lead")}>
      <ActionForm id="form-appliquer" action={confirmCorrectionAction} reasons={reasons} className="grid gap-stack">
        {hidden.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <CheckboxField name="figures" value="may_change" label={t("may_change")} hint={t("may_change_hint")} />
        <div className="flex flex-wrap items-center gap-3">
          <SubmitButton variant={count > 0 ? "danger" : "primary"}>
            {count > 0 ? t("submit_overdue", { count }) : t("submit")}
          </SubmitButton>
          <LinkButton href="/calendriers" variant="quiet">
            {t("back")}
          </LinkButton>
        </div>
      </ActionForm>
    </Section>
  );
}
