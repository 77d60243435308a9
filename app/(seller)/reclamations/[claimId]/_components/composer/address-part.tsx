"use client";
import { Fieldset } from "@/app/_components/ui/fieldset";
import { useFieldState } from "@/app/_components/ui/form-state";
import { TextField } from "@/app/_components/ui/text-field";
import type { ReplyFormValues } from "@/lib/replies/form-values";
import type { ComposerData } from "./composer-data";

const PARTS = [
  { part: "name", autoComplete: "organization", wide: true },
  { part: "line1", autoComplete: "address-line1", wide: true },
  { part: "line2", autoComplete: "address-line2", wide: true },
  { part: "postcode", autoComplete: "postal-code", wide: false },
  { part: "city", autoComplete: "address-level2", wide: false },
  { part: "country", autoComplete: "country-name", wide: false },
] as const;

type Props = { readonly data: ComposerData; readonly values: ReplyFormValues };

/** Where the goods come back to, part by part. */
export function AddressPart({ data, values }: Props) {
  const { id, errors } = useFieldState("returnAddress");
  const { returnAddress, returnAddressParts } = data.words.fields;
  return (
    <Fieldset id={id} legend={returnAddress.label} hint={returnAddress.help} errors={errors} className="sm:col-span-2">
      <div className="grid gap-3 sm:grid-cols-2">
        {PARTS.map(({ part, autoComplete, wide }) => (
          <TextField
            key={part}
            name={`returnAddress.${part}`}
            label={returnAddressParts[part]}
            defaultValue={String(values[`returnAddress.${part}`] ?? "")}
            autoComplete={autoComplete}
            className={wide ? "sm:col-span-2" : ""}
            {...(part === "line2" ? {} : { required: true })}
          />
        ))}
      </div>
    </Fieldset>
  );
}
