import type { Words } from "@/lib/calendar/day-words";
import type { ZoneId } from "@/lib/calendar/zone";

/** `time`: whose time it is; `place`: where it is that time. */
export type ZoneWords = { readonly time: Words; readonly place: Words };

const PLACES: Readonly<Record<string, ZoneWords>> = {
  "Europe/Paris": words("heure de Paris", "Paris time", "à Paris", "in Paris"),
  "America/Guadeloupe": words("heure de la Guadeloupe", "Guadeloupe time", "en Guadeloupe", "in Guadeloupe"),
  "America/Martinique": words("heure de la Martinique", "Martinique time", "en Martinique", "in Martinique"),
  "America/Cayenne": words("heure de la Guyane", "French Guiana time", "en Guyane", "in French Guiana"),
  "Indian/Reunion": words("heure de La Réunion", "Réunion time", "à La Réunion", "in Réunion"),
  "Indian/Mayotte": words("heure de Mayotte", "Mayotte time", "à Mayotte", "in Mayotte"),
  "America/Marigot": words("heure de Saint-Martin", "Saint-Martin time", "à Saint-Martin", "in Saint-Martin"),
  "America/St_Barthelemy": words(
    "heure de Saint-Barthélemy",
    "Saint-Barthélemy time",
    "à Saint-Barthélemy",
    "in Saint-Barthélemy",
  ),
  "America/Miquelon": words(
    "heure de Saint-Pierre-et-Miquelon",
    "Saint-Pierre and Miquelon time",
    "à Saint-Pierre-et-Miquelon",
    "in Saint-Pierre and Miquelon",
  ),
  "Pacific/Noumea": words(
    "heure de la Nouvelle-Calédonie",
    "New Caledonia time",
    "en Nouvelle-Calédonie",
    "in New Caledonia",
  ),
  "Pacific/Tahiti": words("heure de Tahiti", "Tahiti time", "à Tahiti", "in Tahiti"),
  "Pacific/Marquesas": words("heure des Marquises", "Marquesas time", "aux Marquises", "in the Marquesas"),
  "Pacific/Gambier": words("heure des Gambier", "Gambier time", "aux Gambier", "in the Gambier islands"),
  "Pacific/Wallis": words(
    "heure de Wallis-et-Futuna",
    "Wallis and Futuna time",
    "à Wallis-et-Futuna",
    "in Wallis and Futuna",
  ),
  UTC: words("temps universel", "universal time", "en temps universel", "in universal time"),
};

/** A zone outside the table is called by its city, as the IANA database spells it. */
export function zoneWords(zone: ZoneId): ZoneWords {
  const known = PLACES[zone];
  if (known) return known;
  const city = zone.slice(zone.lastIndexOf("/") + 1).replaceAll("_", " ");
  const of = /^[AEIOUY]/.test(city) ? "d’" : "de ";
  return words(`heure ${of}${city}`, `${city} time`, `à ${city}`, `in ${city}`);
}

function words(timeFr: string, timeEn: string, placeFr: string, placeEn: string): ZoneWords {
  return { time: { fr: timeFr, en: timeEn }, place: { fr: placeFr, en: placeEn } };
}
