import { getLocale, getTranslations } from "next-intl/server";
import { parseIsoDate } from "@/lib/calendar/civil-day";
import type { Situation } from "@/lib/claims/claim";
import { type IntakeAnswer, type IntakeField, SEARCHED_PLACES } from "@/lib/claims/intake";
import { formatDay, formatList } from "@/lib/i18n/format";
import { REMEDIES } from "@/lib/replies/remedy";

type Props = {
  readonly situation: Situation;
  readonly question: IntakeField;
  readonly answer: IntakeAnswer | undefined;
};

/** An answer as it is read: a day in words, a choice by its name, a text as it was written. */
export async function AnswerWords({ situation, question, answer }: Props) {
  const [t, locale] = await Promise.all([getTranslations("intake"), getLocale()]);
  if (answer === undefined) return null;
  if (typeof answer !== "string") {
    const places = SEARCHED_PLACES.filter((place) => answer.includes(place)).map((place) => t(`places.${place}`));
    return <span>{formatList(places, locale)}</span>;
  }
  const day = question === "since" ? parseIsoDate(answer) : undefined;
  if (day) return <span>{formatDay(day, locale)}</span>;
  const wish = question === "wish" ? REMEDIES.find((remedy) => remedy === answer) : undefined;
  if (wish === "replacement" && situation === "parcel_not_received") return <span>{t("new_parcel.replacement")}</span>;
  if (wish) return <span>{t(`wishes.${wish}`)}</span>;
  return <span className="whitespace-pre-line wrap-anywhere">{answer}</span>;
}
