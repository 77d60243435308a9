import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/app/_components/ui/action-form";
import { CheckboxField, RadioGroup } from "@/app/_components/ui/choice-field";
import { Fieldset } from "@/app/_components/ui/fieldset";
import { TextField } from "@/app/_components/ui/text-field";
import { LEGAL_STATUSES, type SellerIdentity, VAT_REGIMES } from "@/lib/sellers/legal-identity";
import { changeIdentityAction } from "../actions";
import { AddressFields } from "./address-fields";
import { euros } from "./euros";
import { OwnerFieldset } from "./owner-fieldset";

type Props = {
  readonly identity: SellerIdentity | null;
  readonly sellerName: string;
  readonly mayWrite: boolean;
};

/** Everything an invoice says of the seller. Incomplete may be saved: what is missing is told above. */
export async function IdentityForm({ identity, sellerName, mayWrite }: Props) {
  const [t, common] = await Promise.all([getTranslations("settings.identity"), getTranslations("settings")]);
  const text = (name: TextFact) => <TextField name={name} label={t(name)} defaultValue={identity?.[name]} />;
  // Which of these are obligatory depends on the status: the list above the form says so, not each field.
  const mention = (name: TextMention) => (
    <TextField name={name} label={t(name)} defaultValue={identity?.[name]} hideOptional />
  );
  return (
    <ActionForm
      id="form-identite"
      action={changeIdentityAction}
      done={common("saved")}
      labels={{ name: t("name"), siren: t("siren"), siret: t("siret"), vatNumber: t("vatNumber") }}
      sentences={{
        invalid_siren: t("errors.siren"),
        invalid_siret: t("errors.siret"),
        invalid_vat_number: t("errors.vat"),
        unknown_country: t("errors.country"),
      }}
    >
      <OwnerFieldset mayWrite={mayWrite}>
        <RadioGroup
          name="status"
          legend={t("status")}
          defaultValue={identity?.status ?? "company"}
          choices={LEGAL_STATUSES.map((value) => ({ value, label: t(`statuses.${value}`) }))}
        />
        <div className="grid gap-stack md:grid-cols-2">
          <TextField
            name="name"
            label={t("name")}
            hint={t("name_hint")}
            defaultValue={identity?.name ?? sellerName}
            required
          />
          {text("tradeName")}
        </div>
        <Fieldset legend={t("address")}>
          <AddressFields prefix="address." address={identity?.address} />
        </Fieldset>
        <Fieldset legend={t("registration_group")} hint={t("registration_group_hint")}>
          <div className="grid gap-stack md:grid-cols-2">
            {mention("siren")}
            {mention("siret")}
            <TextField
              name="registration"
              label={t("registration")}
              hideOptional
              hint={t("registration_hint")}
              defaultValue={identity?.registration}
            />
            <TextField
              name="legalForm"
              label={t("legalForm")}
              hideOptional
              hint={t("legalForm_hint")}
              defaultValue={identity?.legalForm}
            />
            <TextField
              name="shareCapital"
              label={t("shareCapitalCents")}
              hideOptional
              inputMode="decimal"
              defaultValue={euros(identity?.shareCapitalCents)}
            />
            {mention("foreignRegistration")}
          </div>
        </Fieldset>
        <Fieldset legend={t("vat_group")}>
          <RadioGroup
            name="vatRegime"
            legend={t("vatRegime")}
            defaultValue={identity?.vatRegime ?? "liable"}
            choices={VAT_REGIMES.map((value) => ({ value, label: t(`vatRegimes.${value}`) }))}
          />
          <TextField
            name="vatNumber"
            label={t("vatNumber")}
            defaultValue={identity?.vatNumber}
            width="half"
            hideOptional
          />
          <CheckboxField name="vatOnDebits" label={t("vatOnDebits")} defaultChecked={identity?.vatOnDebits ?? false} />
        </Fieldset>
        <Fieldset legend={t("contact_group")}>
          <div className="grid gap-stack md:grid-cols-3">
            {text("email")}
            {text("phone")}
            {text("website")}
          </div>
        </Fieldset>
      </OwnerFieldset>
    </ActionForm>
  );
}

type TextFact = "tradeName" | "email" | "phone" | "website";
type TextMention = "siren" | "siret" | "foreignRegistration";
