import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/app/_components/ui/action-form";
import { Section } from "@/app/_components/ui/card";
import { RadioGroup } from "@/app/_components/ui/choice-field";
import { SelectField } from "@/app/_components/ui/select-field";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { TextField } from "@/app/_components/ui/text-field";
import { CALENDAR_IDS, type CalendarId } from "@/lib/calendar/calendar-ids";
import { previewCorrectionAction } from "../actions";
import { refusalWords } from "./refusal-words";

/** One day of one calendar, on what ground; the next page shows what it does. */
export async function CorrectionForm({ calendar }: { readonly calendar: CalendarId }) {
  const [t, names, reasons] = await Promise.all([
    getTranslations("calendars.form"),
    getTranslations("admin.marketplace.calendars"),
    refusalWords(),
  ]);
  const labels = {
    calendar: t("calendar"),
    day: t("day"),
    nameFr: t("nameFr"),
    nameEn: t("nameEn"),
    change: t("change"),
    ground: t("ground"),
    source: t("source"),
  };
  return (
    <Section id="corriger" title={t("title")} lead={t("lead")}>
      <ActionForm
        id="form-correction"
        action={previewCorrectionAction}
        reasons={reasons}
        labels={labels}
        sentences={{ day: t("day_invalid") }}
        className="grid gap-stack"
      >
        <div className="grid items-end gap-stack md:grid-cols-2">
          <SelectField
            name="calendar"
            label={labels.calendar}
            hint={t("calendar_hint")}
            options={CALENDAR_IDS.map((value) => ({ value, label: names(value) }))}
            defaultValue={calendar}
            required
          />
          <TextField
            name="day"
            type="date"
            min="2000-01-01"
            max="2100-12-31"
            label={labels.day}
            width="half"
            required
          />
        </div>
        <RadioGroup
          name="change"
          legend={labels.change}
          look="cards"
          defaultValue="add"
          required
          choices={[
            { value: "add", label: t("add"), hint: t("add_hint"), details: <NameFields labels={labels} /> },
            { value: "remove", label: t("remove"), hint: t("remove_hint") },
          ]}
        />
        <RadioGroup
          name="ground"
          legend={labels.ground}
          look="cards"
          defaultValue="law"
          required
          choices={[
            { value: "law", label: t("law"), hint: t("law_hint") },
            { value: "contract", label: t("contract"), hint: t("contract_hint") },
          ]}
        />
        <TextField name="source" label={labels.source} hint={t("source_hint")} maxLength={300} required />
        <div>
          <SubmitButton>{t("submit")}</SubmitButton>
        </div>
      </ActionForm>
    </Section>
  );
}

function NameFields({ labels }: { readonly labels: { readonly nameFr: string; readonly nameEn: string } }) {
  return (
    <div className="grid gap-stack md:grid-cols-2">
      <TextField name="nameFr" label={labels.nameFr} maxLength={80} hideOptional />
      <TextField name="nameEn" label={labels.nameEn} maxLength={80} hideOptional />
    </div>
  );
}
