"use client";
import { useLocale, useTranslations } from "next-intl";
import { CheckboxField, RadioGroup } from "@/app/_components/ui/choice-field";
import { SelectField } from "@/app/_components/ui/select-field";
import { TextareaField, TextField } from "@/app/_components/ui/text-field";
import { CARRIERS } from "@/lib/carriers/carrier";
import { formatMoney } from "@/lib/i18n/format";
import { refundableCents } from "@/lib/replies/check-money";
import type { FieldName } from "@/lib/replies/field";
import { FORM_FIELDS } from "@/lib/replies/form-fields";
import { AddressPart } from "./address-part";
import { choicesOf } from "./choices-of";
import { DocumentsPart } from "./documents-part";
import { type FieldProps, textOf } from "./field-props";
import { fieldWords } from "./field-words";
import { IssuedPart } from "./issued-part";
import { LinesPart } from "./lines-part";
import { RemediesPart, WithheldPart } from "./remedies-part";
import { ReturnField } from "./return-field";

/** Choices of more than this many answers are a list to unfold. */
const MOST_RADIOS = 4;
const WIDE = "sm:col-span-2";

/** One field, drawn by its kind. */
export function ReplyField(props: FieldProps) {
  const { name, data, values } = props;
  const t = useTranslations("reply");
  const locale = useLocale();
  const words = fieldWords(data.words.fields)[name];
  const field = FORM_FIELDS[name];
  const value = textOf(values[name]);
  const common = { name, label: words.label, hint: words.help };
  switch (field.kind) {
    case "line":
    case "url":
      return <Line {...common} value={value} type={field.kind === "url" ? "url" : "text"} name={name} />;
    case "carrier":
      return (
        <>
          <TextField {...common} defaultValue={value} list="transporteurs" autoComplete="off" required />
          <datalist id="transporteurs">
            {Object.values(CARRIERS).map(
              (carrier) => carrier.id !== "other" && <option key={carrier.id} value={carrier.name} />,
            )}
          </datalist>
        </>
      );
    case "day":
      return (
        <ReturnField name={name}>
          <TextField {...common} type="date" width="half" defaultValue={value} hideOptional />
        </ReturnField>
      );
    case "instant":
      return (
        <TextField {...common} type="datetime-local" width="half" defaultValue={value} className={WIDE} required />
      );
    case "amount":
      return (
        <TextField
          {...common}
          hint={t("amount_hint", {
            amount: formatMoney(refundableCents(data.context.order), locale, data.context.order.currency),
          })}
          inputMode="decimal"
          width="half"
          defaultValue={value}
          className="tabular"
          hideOptional
        />
      );
    case "yes_no":
      return (
        <div className={WIDE}>
          <input type="hidden" name={name} value="" />
          <CheckboxField {...common} defaultChecked={value === "yes"} />
        </div>
      );
    case "text":
      return <TextareaField {...common} rows={2} defaultValue={value} className={WIDE} hideOptional />;
    case "message":
      return <TextareaField {...common} rows={4} defaultValue={value} className={WIDE} hideOptional />;
    case "choice":
      return <Choice {...props} />;
    case "address":
      return <AddressPart data={data} values={values} />;
    case "lines":
      return <LinesPart data={data} values={values} />;
    case "remedies":
      return <RemediesPart data={data} values={values} />;
    case "withheld":
      return <WithheldPart data={data} values={values} />;
    case "documents":
      return <DocumentsPart data={data} values={values} />;
    case "issued_document":
      return <IssuedPart {...props} />;
    case "demands":
      return null;
  }
}

type LineProps = {
  readonly name: FieldName;
  readonly label: string;
  readonly hint: string | undefined;
  readonly value: string;
  readonly type: "text" | "url";
};

function Line({ value, name, ...field }: LineProps) {
  return (
    <ReturnField name={name} className={name === "trackingUrl" || name === "lastEvent" ? WIDE : undefined}>
      <TextField {...field} name={name} defaultValue={value} hideOptional />
    </ReturnField>
  );
}

function Choice({ name, data, values }: FieldProps) {
  const t = useTranslations("reply");
  const words = fieldWords(data.words.fields)[name];
  const chosen = textOf(values[name]);
  const choices = choicesOf(name, data.context).map((value) => ({ value, label: words.choices?.[value] ?? value }));
  const [only] = choices;
  if (only && choices.length === 1) return <input type="hidden" name={name} value={only.value} />;
  if (choices.length > MOST_RADIOS) {
    return (
      <SelectField
        name={name}
        label={words.label}
        options={choices}
        defaultValue={chosen}
        placeholder={t("choose_one")}
        className={WIDE}
        required
      />
    );
  }
  return (
    <ReturnField name={name} className={WIDE}>
      <RadioGroup name={name} legend={words.label} choices={choices} defaultValue={chosen || undefined} />
    </ReturnField>
  );
}
