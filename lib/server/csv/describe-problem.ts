import type { Locale } from "@/lib/i18n/locale";
import { MESSAGES } from "@/lib/i18n/messages";
import type { CsvProblem } from "@/lib/orders/csv";
import { sentencesOf } from "@/lib/server/api/issues";

/** What is wrong with a cell and what to do, in words: the file's own sentence, else the one of the API. */
export function problemWords(locale: Locale): (problem: CsvProblem) => string {
  const { orders, import: file } = MESSAGES[locale];
  const sentence = sentencesOf(locale, { ...orders.warnings, ...file.problems });
  return ({ code, values }) => sentence(code, values);
}
