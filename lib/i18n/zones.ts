import type { Locale } from "./locale";

type Place = { readonly name: string; readonly at: string };

/** Zones of the French territories, as their people say them. */
const PLACES: Readonly<Record<string, Readonly<Record<Locale, Place>>>> = {
  "Europe/Paris": { fr: { name: "heure de Paris", at: "à Paris" }, en: { name: "Paris time", at: "in Paris" } },
  "Indian/Reunion": {
    fr: { name: "heure de La Réunion", at: "à La Réunion" },
    en: { name: "Réunion time", at: "in Réunion" },
  },
  "Indian/Mayotte": {
    fr: { name: "heure de Mayotte", at: "à Mayotte" },
    en: { name: "Mayotte time", at: "in Mayotte" },
  },
  "America/Guadeloupe": {
    fr: { name: "heure de la Guadeloupe", at: "en Guadeloupe" },
    en: { name: "Guadeloupe time", at: "in Guadeloupe" },
  },
  "America/Martinique": {
    fr: { name: "heure de la Martinique", at: "en Martinique" },
    en: { name: "Martinique time", at: "in Martinique" },
  },
  "America/Cayenne": {
    fr: { name: "heure de la Guyane", at: "en Guyane" },
    en: { name: "French Guiana time", at: "in French Guiana" },
  },
  "America/Miquelon": {
    fr: { name: "heure de Saint-Pierre-et-Miquelon", at: "à Saint-Pierre-et-Miquelon" },
    en: { name: "Saint Pierre and Miquelon time", at: "in Saint Pierre and Miquelon" },
  },
  "America/Marigot": {
    fr: { name: "heure de Saint-Martin", at: "à Saint-Martin" },
    en: { name: "Saint Martin time", at: "in Saint Martin" },
  },
  "America/St_Barthelemy": {
    fr: { name: "heure de Saint-Barthélemy", at: "à Saint-Barthélemy" },
    en: { name: "Saint Barthélemy time", at: "in Saint Barthélemy" },
  },
};

/** « heure de Paris »; another zone by its identifier. */
export function zoneName(zone: string, locale: Locale): string {
  return PLACES[zone]?.[locale].name ?? zone;
}

/** « à La Réunion »; another zone by its identifier, in brackets. */
export function zonePlace(zone: string, locale: Locale): string {
  return PLACES[zone]?.[locale].at ?? `(${zone})`;
}
