import { addDays, type IsoDate } from "@/lib/calendar/civil-day";
import { dayInWords, type Language, shortDayInWords, timeInWords, type Words } from "@/lib/calendar/day-words";
import type { Instant } from "@/lib/calendar/instant";
import { endOfDay, localTime, type ZoneId } from "@/lib/calendar/zone";
import { zoneWords } from "@/lib/calendar/zone-words";

export type Bound = { readonly dueOn: IsoDate; readonly dueBefore: Instant; readonly zone: ZoneId };

/**
 * A bound in words, in its own zone and in the reader's when its clock shows another time:
 * « mardi 24 novembre 2026, minuit (heure de Paris), soit mercredi 25 à 3 h à La Réunion ».
 */
export function boundInWords(bound: Bound, readerZone: ZoneId = bound.zone): Words {
  return { fr: sentence(bound, readerZone, "fr"), en: sentence(bound, readerZone, "en") };
}

function sentence(bound: Bound, readerZone: ZoneId, language: Language): string {
  const own = `${dayInWords(bound.dueOn, language)}, ${hourOf(bound, language)} (${zoneWords(bound.zone).time[language]})`;
  const [here, there] = [localTime(bound.dueBefore, bound.zone), localTime(bound.dueBefore, readerZone)];
  if (here.day === there.day && here.hour === there.hour && here.minute === there.minute) return own;
  return `${own}, ${readerWords(bound, readerZone, language)}`;
}

/** The end of a day is called midnight; a bound in hours has its own time. */
function hourOf({ dueOn, dueBefore, zone }: Bound, language: Language): string {
  if (dueBefore === endOfDay(dueOn, zone)) return language === "fr" ? "minuit" : "midnight";
  const time = timeInWords(localTime(dueBefore, zone), language);
  return language === "fr" ? `à ${time}` : `at ${time}`;
}

function readerWords({ dueBefore }: Bound, readerZone: ZoneId, language: Language): string {
  const { day, hour, minute } = localTime(dueBefore, readerZone);
  const place = zoneWords(readerZone).place[language];
  const isMidnight = hour === 0 && minute === 0;
  const dayWords = shortDayInWords(isMidnight ? addDays(day, -1) : day, language);
  if (language === "fr")
    return `soit ${dayWords} ${isMidnight ? "à minuit" : `à ${timeInWords({ hour, minute }, "fr")}`} ${place}`;
  return `that is ${dayWords} at ${isMidnight ? "midnight" : timeInWords({ hour, minute }, "en")} ${place}`;
}
