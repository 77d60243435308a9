import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/app/_components/ui/action-form";
import { Section } from "@/app/_components/ui/card";
import { CheckboxGroup } from "@/app/_components/ui/choice-field";
import { Fieldset } from "@/app/_components/ui/fieldset";
import { SelectField } from "@/app/_components/ui/select-field";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { TextareaField, TextField } from "@/app/_components/ui/text-field";
import type { IsoDate } from "@/lib/calendar/civil-day";
import { THRESHOLD_MEASURES } from "@/lib/compliance/threshold";
import { DEADLINE_KINDS } from "@/lib/deadlines/rule";
import { DRAFT_UNITS, isEditable } from "@/lib/policy/draft";
import type { PolicyContent } from "@/lib/policy/policy";
import { thresholdsOf } from "@/lib/policy/rules";
import { WAIVABLE_DEMANDS } from "@/lib/replies/demand";
import { savePolicyDraftAction } from "../actions";
import { refusalWords } from "./refusal-words";

type Props = {
  readonly title: string;
  readonly content: PolicyContent;
  readonly effectiveOn: IsoDate;
  readonly reason?: string;
};

/** What an operator may set: the marketplace's periods, demands, thresholds and times; nothing of the law. */
export async function DraftForm({ title, content, effectiveOn, reason }: Props) {
  const [t, names, words] = await Promise.all([
    getTranslations("policy.draft"),
    getTranslations("policy.demands"),
    refusalWords(),
  ]);
  const waived = content.waivedDemands ?? [];
  return (
    <Section id="projet" title={title}>
      <ActionForm
        id="form-projet"
        action={savePolicyDraftAction}
        reasons={words}
        sentences={words}
        labels={{ effectiveOn: t("effectiveOn"), reason: t("reason") }}
        className="grid gap-6"
      >
        <TextField
          name="effectiveOn"
          type="date"
          label={t("effectiveOn")}
          hint={t("effective_hint")}
          defaultValue={effectiveOn}
          width="half"
          required
        />
        <TextareaField
          name="reason"
          label={t("reason")}
          hint={t("reason_hint")}
          rows={3}
          maxLength={2000}
          defaultValue={reason}
          required
        />
        <PeriodFields content={content} />
        <CheckboxGroup
          name="required"
          legend={t("demands")}
          choices={WAIVABLE_DEMANDS.map((value) => ({ value, label: names(value) }))}
          defaultValues={WAIVABLE_DEMANDS.filter((code) => !waived.includes(code))}
        />
        <ThresholdFields content={content} />
        <div className="grid items-end gap-stack md:grid-cols-2">
          <TextField
            {...days}
            name="closeAfterSilentDays"
            label={t("silent")}
            defaultValue={content.closeAfterSilentDays}
          />
          <TextField
            {...days}
            name="linkDaysAfterClosure"
            label={t("link")}
            defaultValue={content.linkDaysAfterClosure}
          />
        </div>
        <div>
          <SubmitButton>{t("submit")}</SubmitButton>
        </div>
      </ActionForm>
    </Section>
  );
}

const days = { type: "number", min: 1, max: 366, width: "short", required: true } as const;

async function PeriodFields({ content }: Pick<Props, "content">) {
  const [t, kinds] = await Promise.all([getTranslations("policy.draft"), getTranslations("clock.kinds")]);
  const { rules } = content.deadlines;
  return DEADLINE_KINDS.filter((kind) => isEditable(rules[kind])).map((kind) => (
    <Fieldset key={kind} legend={t("period_of", { period: kinds(kind) })}>
      <div className="grid items-end gap-stack sm:grid-cols-2">
        <TextField
          {...days}
          name={`periods.${kind}.length`}
          label={t("length")}
          defaultValue={rules[kind].length ?? undefined}
        />
        <SelectField
          name={`periods.${kind}.unit`}
          label={t("unit")}
          options={DRAFT_UNITS.map((value) => ({ value, label: t(`units.${value}`) }))}
          defaultValue={rules[kind].unit}
          required
        />
      </div>
    </Fieldset>
  ));
}

async function ThresholdFields({ content }: Pick<Props, "content">) {
  const [t, measures] = await Promise.all([getTranslations("policy.draft"), getTranslations("alerts.measures")]);
  const held = thresholdsOf(content);
  return THRESHOLD_MEASURES.map((measure) => {
    const threshold = held.find((one) => one.measure === measure);
    const name = (field: string) => `thresholds.${measure}.${field}`;
    return (
      <Fieldset key={measure} legend={t("threshold_of", { measure: measures(measure) })}>
        <div className="grid items-end gap-stack sm:grid-cols-3">
          <TextField
            name={name("percent")}
            type="number"
            step="0.01"
            min="0.01"
            max="100"
            label={t("percent")}
            hint={t("percent_hint")}
            defaultValue={threshold && threshold.atLeastBps / 100}
            hideOptional
          />
          <TextField {...days} name={name("days")} label={t("days")} defaultValue={threshold?.days ?? 30} />
          <TextField
            {...days}
            max={100_000}
            name={name("minSample")}
            label={t("sample")}
            defaultValue={threshold?.minSample ?? 20}
          />
        </div>
      </Fieldset>
    );
  });
}
