import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/app/_components/ui/action-form";
import { CheckboxField, RadioGroup } from "@/app/_components/ui/choice-field";
import { TextareaField, TextField } from "@/app/_components/ui/text-field";
import type { ReturnProfile } from "@/db/queries/sellers";
import { COST_BEARERS, RETURN_MEANS } from "@/lib/replies/field";
import { saveReturnProfileAction } from "../retours/actions";
import { AddressFields } from "./address-fields";
import { OwnerFieldset } from "./owner-fieldset";

/** Address, means and costs of a return. */
export async function ReturnProfileForm({ profile }: { readonly profile: ReturnProfile | undefined }) {
  const t = await getTranslations("settings.returns");
  return (
    <ActionForm
      id="form-profil-retour"
      action={saveReturnProfileAction}
      labels={{ name: t("name"), recipient: t("recipient"), packing: t("packing") }}
      sentences={{ po_box: t("po_box") }}
      reasons={{ profile_not_found: t("reasons.profile_not_found") }}
    >
      <OwnerFieldset mayWrite>
        {profile && <input type="hidden" name="profileId" value={profile.id} />}
        <TextField
          name="name"
          label={t("name")}
          hint={t("name_hint")}
          defaultValue={profile?.name}
          width="half"
          required
        />
        <div className="grid gap-stack">
          <TextField
            name="recipient"
            label={t("recipient")}
            defaultValue={profile?.address.name}
            width="half"
            required
          />
          <AddressFields address={profile?.address} />
        </div>
        <RadioGroup
          name="means"
          legend={t("means")}
          defaultValue={profile?.means ?? "prepaid_label"}
          choices={RETURN_MEANS.map((value) => ({ value, label: t(`means_names.${value}`) }))}
        />
        <RadioGroup
          name="withdrawalCostBearer"
          legend={t("bearer")}
          hint={t("bearer_hint")}
          defaultValue={profile?.withdrawalCostBearer ?? "customer"}
          choices={COST_BEARERS.map((value) => ({ value, label: t(`bearers.${value}`) }))}
        />
        <TextareaField name="packing" label={t("packing")} rows={3} defaultValue={profile?.packing} required />
        <CheckboxField name="isDefault" label={t("isDefault")} defaultChecked={profile?.isDefault ?? false} />
      </OwnerFieldset>
    </ActionForm>
  );
}
