import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { SelectField } from "@/app/_components/ui/select-field";

/** The zones people work in; any other name of the time zone database may be stored, and is then offered as it is. */
const ZONES = [
  ["Europe/Paris", "Europe_Paris"],
  ["Indian/Reunion", "Indian_Reunion"],
  ["Indian/Mayotte", "Indian_Mayotte"],
  ["America/Guadeloupe", "America_Guadeloupe"],
  ["America/Martinique", "America_Martinique"],
  ["America/Cayenne", "America_Cayenne"],
  ["America/Miquelon", "America_Miquelon"],
  ["America/Marigot", "America_Marigot"],
  ["America/St_Barthelemy", "America_St_Barthelemy"],
  ["Pacific/Noumea", "Pacific_Noumea"],
  ["Pacific/Tahiti", "Pacific_Tahiti"],
  ["Pacific/Wallis", "Pacific_Wallis"],
  ["Europe/London", "Europe_London"],
  ["Europe/Berlin", "Europe_Berlin"],
] as const;

type Props = { readonly label: string; readonly hint?: ReactNode; readonly defaultValue: string };

/** A time zone by the place people know. */
export async function ZoneField({ label, hint, defaultValue }: Props) {
  const t = await getTranslations("account.zones");
  const known = ZONES.map(([value, key]) => ({ value, label: t(key) }));
  const own = known.some(({ value }) => value === defaultValue) ? [] : [{ value: defaultValue, label: defaultValue }];
  return (
    <SelectField
      name="zone"
      label={label}
      hint={hint}
      options={[...own, ...known]}
      defaultValue={defaultValue}
      required
    />
  );
}
