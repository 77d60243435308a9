import { dayOfMonthOf, type IsoDate, monthOf, toDayNumber, weekdayOf, yearOf } from "@/lib/calendar/civil-day";

/** The two languages of the product. */
export type Language = "fr" | "en";

/** The same words in both languages of the product. */
export type Words = Readonly<Record<Language, string>>;

const WEEKDAYS = {
  fr: ["dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"],
  en: ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
} as const;

export const MONTHS = {
  fr: [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
  ],
  en: [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
  ],
} as const;

/** « vendredi 1er mai 2026 », "Friday 1 May 2026". */
export function dayInWords(day: IsoDate, language: Language): string {
  return `${shortDayInWords(day, language)} ${MONTHS[language][monthOf(day) - 1]} ${yearOf(day)}`;
}

/** « vendredi 1er mai », "Friday 1 May". */
export function dayOfYearInWords(day: IsoDate, language: Language): string {
  return `${shortDayInWords(day, language)} ${MONTHS[language][monthOf(day) - 1]}`;
}

/** « vendredi 1er », "Friday 1". */
export function shortDayInWords(day: IsoDate, language: Language): string {
  const dayOfMonth = dayOfMonthOf(day);
  const number = language === "fr" && dayOfMonth === 1 ? "1er" : String(dayOfMonth);
  return `${weekdayInWords(day, language)} ${number}`;
}

function weekdayInWords(day: IsoDate, language: Language): string {
  return WEEKDAYS[language][weekdayOf(toDayNumber(day))];
}

/** « 3 h », « 3 h 30 », "3:00", "3:30". */
export function timeInWords({ hour, minute }: { readonly hour: number; readonly minute: number }, language: Language) {
  const minutes = String(minute).padStart(2, "0");
  if (language === "en") return `${hour}:${minutes}`;
  return minute === 0 ? `${hour}\u00a0h` : `${hour}\u00a0h\u00a0${minutes}`;
}
