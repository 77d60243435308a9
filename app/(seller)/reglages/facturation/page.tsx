import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/app/_components/ui/action-form";
import { Section } from "@/app/_components/ui/card";
import { RadioGroup } from "@/app/_components/ui/choice-field";
import { Fieldset } from "@/app/_components/ui/fieldset";
import { getSellerSettings } from "@/db/queries/sellers";
import { mayAdministerSeller } from "@/lib/auth/permissions";
import { COMPANY_SIZES } from "@/lib/invoices/rules";
import { INVOICING_MODES } from "@/lib/sellers/legal-identity";
import { requireSeller } from "@/lib/server/session";
import { OwnerFieldset } from "../_components/owner-fieldset";
import { SeriesField } from "../_components/series-field";
import { SettingsPage } from "../_components/settings-page";
import { changeInvoicingAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.invoicing"))("title") };
}

export default async function InvoicingPage() {
  const [t, common, scope] = await Promise.all([
    getTranslations("settings.invoicing"),
    getTranslations("settings"),
    requireSeller(),
  ]);
  const { invoicingMode, companySize, series } = await getSellerSettings(scope);
  return (
    <SettingsPage tab="invoicing" scope={scope}>
      <Section id="facturation" title={t("title")} lead={t("lead")}>
        <ActionForm
          id="form-facturation"
          action={changeInvoicingAction}
          done={common("saved")}
          labels={{ invoicePrefix: t("invoicePrefix"), creditNotePrefix: t("creditNotePrefix") }}
          reasons={{ series_in_use: t("reasons.series_in_use"), prefix_taken: t("reasons.prefix_taken") }}
          sentences={{ invalid_prefix: t("errors.prefix"), same_prefix: t("errors.same") }}
        >
          <OwnerFieldset mayWrite={mayAdministerSeller(scope)}>
            <RadioGroup
              name="invoicingMode"
              legend={t("mode")}
              defaultValue={invoicingMode}
              choices={INVOICING_MODES.map((value) => ({
                value,
                label: t(`modes.${value}`),
                hint: t(`mode_hints.${value}`),
              }))}
            />
            <RadioGroup
              name="companySize"
              legend={t("size")}
              defaultValue={companySize}
              choices={COMPANY_SIZES.map((value) => ({
                value,
                label: t(`sizes.${value}`),
                hint: t(`size_hints.${value}`),
              }))}
            />
            <Fieldset legend={t("series")}>
              <div className="grid gap-stack md:grid-cols-2">
                <SeriesField name="invoicePrefix" series={series.find(({ kind }) => kind === "invoice")} />
                <SeriesField name="creditNotePrefix" series={series.find(({ kind }) => kind === "credit_note")} />
              </div>
            </Fieldset>
          </OwnerFieldset>
        </ActionForm>
      </Section>
    </SettingsPage>
  );
}
