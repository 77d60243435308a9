/** What a public holiday is called, in both languages of the product. */
export type HolidayName = { readonly fr: string; readonly en: string };

const ABOLITION = { fr: "Abolition de l’esclavage", en: "Abolition of slavery" };

/** By the rule that dates the holiday (`MM-DD`, or days after Easter Sunday). */
const NAMES: Readonly<Record<string, HolidayName>> = {
  "01-01": { fr: "Jour de l’An", en: "New Year’s Day" },
  "easter -2": { fr: "Vendredi saint", en: "Good Friday" },
  "easter 1": { fr: "Lundi de Pâques", en: "Easter Monday" },
  "05-01": { fr: "Fête du Travail", en: "Labour Day" },
  "05-08": { fr: "Victoire de 1945", en: "Victory Day 1945" },
  "easter 39": { fr: "Ascension", en: "Ascension Day" },
  "easter 50": { fr: "Lundi de Pentecôte", en: "Whit Monday" },
  "07-14": { fr: "Fête nationale", en: "National Day" },
  "08-15": { fr: "Assomption", en: "Assumption Day" },
  "11-01": { fr: "Toussaint", en: "All Saints’ Day" },
  "11-11": { fr: "Armistice de 1918", en: "Armistice Day 1918" },
  "12-25": { fr: "Noël", en: "Christmas Day" },
  "12-26": { fr: "Saint-Étienne", en: "St Stephen’s Day" },
  "03-05": { fr: "Arrivée de l’Évangile", en: "Arrival of the Gospel" },
  "04-27": ABOLITION,
  "04-28": { fr: "Saint Pierre Chanel", en: "St Peter Chanel" },
  "05-22": ABOLITION,
  "05-27": ABOLITION,
  "05-28": ABOLITION,
  "06-10": ABOLITION,
  "06-29": { fr: "Saint Pierre et saint Paul", en: "St Peter and St Paul" },
  "07-29": { fr: "Fête du Territoire", en: "Territory Day" },
  "09-24": { fr: "Fête de la citoyenneté", en: "Citizenship Day" },
  "10-09": ABOLITION,
  "11-20": { fr: "Matari’i", en: "Matari’i" },
  "12-20": ABOLITION,
};

/** The same rule can bear another name in one calendar. */
const LOCAL_NAMES: Readonly<Record<string, HolidayName>> = {
  "PF 06-29": { fr: "Fête de l’Autonomie", en: "Autonomy Day" },
};

/** @param fallback name given by the source, for a rule this table does not know yet */
export function holidayName(calendarId: string, rule: string, fallback: string): HolidayName {
  return LOCAL_NAMES[`${calendarId} ${rule}`] ?? NAMES[rule] ?? { fr: fallback, en: fallback };
}
