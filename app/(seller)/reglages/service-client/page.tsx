import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/app/_components/ui/action-form";
import { Section } from "@/app/_components/ui/card";
import { TextareaField, TextField } from "@/app/_components/ui/text-field";
import { MediatorFields } from "@/app/(account)/_components/mediator-fields";
import { ZoneField } from "@/app/(account)/_components/zone-field";
import { getSellerSettings } from "@/db/queries/sellers";
import { mayAdministerSeller } from "@/lib/auth/permissions";
import { requireSeller } from "@/lib/server/session";
import { AbsenceSection } from "../_components/absence-section";
import { OwnerFieldset } from "../_components/owner-fieldset";
import { SettingsPage } from "../_components/settings-page";
import { changeAfterSalesAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.after_sales"))("title") };
}

export default async function AfterSalesPage() {
  const [t, common, scope] = await Promise.all([
    getTranslations("settings.after_sales"),
    getTranslations("settings"),
    requireSeller(),
  ]);
  const { absence, contact, mediator, zone } = await getSellerSettings(scope);
  return (
    <SettingsPage tab="after_sales" scope={scope}>
      <Section id="service-client" title={t("title")} lead={t("lead")}>
        <ActionForm
          id="form-service-client"
          action={changeAfterSalesAction}
          done={common("saved")}
          labels={{ email: t("email"), phone: t("phone"), mediatorWebsite: t("mediatorWebsite") }}
          sentences={{ phone_or_address: t("either"), incomplete_mediator: t("incomplete_mediator") }}
        >
          <OwnerFieldset mayWrite={mayAdministerSeller(scope)}>
            <div className="grid gap-stack md:grid-cols-2">
              <TextField name="email" type="email" label={t("email")} defaultValue={contact?.email} required />
              <TextField
                name="phone"
                type="tel"
                label={t("phone")}
                hideOptional
                hint={t("either")}
                defaultValue={contact?.phone}
              />
              <TextareaField
                name="postalAddress"
                label={t("postalAddress")}
                hideOptional
                rows={3}
                defaultValue={contact?.postalAddress}
              />
              <ZoneField label={t("zone")} defaultValue={zone} />
            </div>
            <MediatorFields legend={t("mediator")} hint={t("mediator_hint")} mediator={mediator} />
          </OwnerFieldset>
        </ActionForm>
      </Section>
      <AbsenceSection absence={absence} mayWrite={mayAdministerSeller(scope)} />
    </SettingsPage>
  );
}
