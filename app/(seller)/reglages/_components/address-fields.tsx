import { getLocale, getTranslations } from "next-intl/server";
import { SelectField } from "@/app/_components/ui/select-field";
import { TextField } from "@/app/_components/ui/text-field";
import { countryOptions } from "@/lib/i18n/countries";
import type { PostalAddress } from "@/lib/orders/order";

type Props = { readonly prefix?: string; readonly address: PostalAddress | undefined };

/** The lines of an address, without the name above them. */
export async function AddressFields({ prefix = "", address }: Props) {
  const [t, locale] = await Promise.all([getTranslations("settings.identity"), getLocale()]);
  return (
    <div className="grid gap-stack md:grid-cols-2">
      <TextField name={`${prefix}line1`} label={t("line1")} defaultValue={address?.line1} required />
      <TextField name={`${prefix}line2`} label={t("line2")} defaultValue={address?.line2} />
      <TextField
        name={`${prefix}postcode`}
        label={t("postcode")}
        defaultValue={address?.postcode}
        width="short"
        required
      />
      <TextField name={`${prefix}city`} label={t("city")} defaultValue={address?.city} required />
      <SelectField
        name={`${prefix}country`}
        label={t("country")}
        hint={t("country_hint")}
        options={countryOptions(locale)}
        defaultValue={address?.country ?? "FR"}
        required
      />
    </div>
  );
}
