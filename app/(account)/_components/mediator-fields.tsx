import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Fieldset } from "@/app/_components/ui/fieldset";
import { TextareaField, TextField } from "@/app/_components/ui/text-field";
import type { Mediator } from "@/lib/sellers/seller";

type Props = { readonly legend: string; readonly hint?: ReactNode; readonly mediator: Mediator | null };

/** Name, postal address and site of a consumer mediator (C. conso. L616-1). */
export async function MediatorFields({ legend, hint, mediator }: Props) {
  const t = await getTranslations("settings.after_sales");
  return (
    <Fieldset legend={legend} hint={hint}>
      <div className="grid gap-stack md:grid-cols-2">
        <TextField name="mediatorName" label={t("mediatorName")} hideOptional defaultValue={mediator?.name} />
        <TextField
          name="mediatorWebsite"
          type="url"
          label={t("mediatorWebsite")}
          hideOptional
          placeholder="https://"
          defaultValue={mediator?.website}
        />
        <TextareaField
          name="mediatorAddress"
          label={t("mediatorAddress")}
          hideOptional
          rows={3}
          defaultValue={mediator?.postalAddress}
        />
      </div>
    </Fieldset>
  );
}
