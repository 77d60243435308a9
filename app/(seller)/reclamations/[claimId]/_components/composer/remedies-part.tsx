"use client";
import { useTranslations } from "next-intl";
import { CheckboxGroup } from "@/app/_components/ui/choice-field";
import { Fieldset } from "@/app/_components/ui/fieldset";
import { useFieldState } from "@/app/_components/ui/form-state";
import { TextField } from "@/app/_components/ui/text-field";
import type { ReplyFormValues } from "@/lib/replies/form-values";
import { remediesOf } from "@/lib/replies/remedy";
import type { ComposerData } from "./composer-data";

type Props = { readonly data: ComposerData; readonly values: ReplyFormValues };

/** The other remedies left to the customer's choice. */
export function RemediesPart({ data, values }: Props) {
  const { label, choices } = data.words.fields.alsoOffered;
  const offered = values.alsoOffered ?? [];
  return (
    <div>
      {/* Says that the question was asked, so that an empty answer is told from none. */}
      <input type="hidden" name="alsoOffered" value="" />
      <CheckboxGroup
        name="alsoOffered"
        legend={label}
        choices={[...remediesOf(data.context.claim.situation), "price_reduction" as const].map((value) => ({
          value,
          label: choices[value],
        }))}
        defaultValues={typeof offered === "string" ? [offered] : offered}
      />
    </div>
  );
}

/** Why a remedy is not offered: the law wants it written. */
export function WithheldPart({ data, values }: Props) {
  const t = useTranslations("reply");
  const { id, errors } = useFieldState("withheld");
  const { choices } = data.words.fields.alsoOffered;
  return (
    <Fieldset
      id={id}
      legend={data.words.fields.withheld.label}
      hint={t("withheld_hint")}
      errors={errors}
      required={false}
    >
      {remediesOf(data.context.claim.situation).map((remedy) => (
        <TextField
          key={remedy}
          name={`withheld.${remedy}`}
          label={choices[remedy]}
          defaultValue={String(values[`withheld.${remedy}`] ?? "")}
          hideOptional
        />
      ))}
    </Fieldset>
  );
}
