import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/app/_components/ui/action-form";
import { Fieldset } from "@/app/_components/ui/fieldset";
import { SelectField } from "@/app/_components/ui/select-field";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { TextareaField, TextField } from "@/app/_components/ui/text-field";
import { MediatorFields } from "@/app/(account)/_components/mediator-fields";
import { ZoneField } from "@/app/(account)/_components/zone-field";
import type { Marketplace } from "@/db/queries/marketplace";
import { CALENDAR_IDS } from "@/lib/calendar/calendar-ids";
import { changeMarketplaceAction } from "../actions";

type Props = { readonly marketplace: Marketplace | undefined; readonly mayWrite: boolean };

/** The operator's identity, calendar and mediator. */
export async function MarketplaceForm({ marketplace, mayWrite }: Props) {
  const [t, common, settings] = await Promise.all([
    getTranslations("admin.marketplace"),
    getTranslations("admin"),
    getTranslations("settings.after_sales"),
  ]);
  const calendars = CALENDAR_IDS.map((value) => ({ value, label: t(`calendars.${value}`) }));
  return (
    <ActionForm
      id="form-place-de-marche"
      action={changeMarketplaceAction}
      done={common("saved")}
      labels={{ name: t("name"), legalName: t("legalName"), contactEmail: t("contactEmail") }}
      sentences={{ incomplete_mediator: settings("incomplete_mediator") }}
    >
      <fieldset disabled={!mayWrite} className="grid min-w-0 gap-6">
        <div className="grid gap-stack md:grid-cols-2">
          <TextField name="name" label={t("name")} defaultValue={marketplace?.name} maxLength={120} required />
          <TextField name="legalName" label={t("legalName")} defaultValue={marketplace?.legalName} required />
          <TextareaField
            name="postalAddress"
            label={t("postalAddress")}
            rows={3}
            defaultValue={marketplace?.postalAddress}
            required
          />
          <TextField
            name="contactEmail"
            type="email"
            label={t("contactEmail")}
            defaultValue={marketplace?.contactEmail}
            required
          />
        </div>
        <Fieldset legend={t("calendar_group")} hint={t("calendar_hint")}>
          <div className="grid gap-stack md:grid-cols-2">
            <SelectField
              name="calendar"
              label={t("calendar")}
              options={calendars}
              defaultValue={marketplace?.calendar ?? "FR"}
              required
            />
            <ZoneField label={t("zone")} defaultValue={marketplace?.zone ?? "Europe/Paris"} />
          </div>
        </Fieldset>
        <MediatorFields legend={t("mediator")} mediator={marketplace?.mediator ?? null} />
        {mayWrite && (
          <div>
            <SubmitButton>{common("save")}</SubmitButton>
          </div>
        )}
      </fieldset>
    </ActionForm>
  );
}
