import { createTranslator } from "next-intl";
import type { Locale } from "@/lib/i18n/locale";
import type { Messages } from "@/lib/i18n/messages";
import type { Wording } from "@/lib/replies/write";

export type SolutionWords = Messages["solutions"];

/**
 * The words of answers in one language, for `writeParagraphs`: the same on the customer's page, in the preview and
 * in the seller's conversation. The sentences of an answer are named by data, so their keys are plain strings.
 */
export function replyWording(locale: Locale, timeZone: string, solutions: SolutionWords): Wording {
  const translator = createTranslator<Record<string, unknown>, never>({ locale, timeZone, messages: { solutions } });
  const translate = (key: string, values?: Record<string, string>): string =>
    Reflect.apply(translator, undefined, [key, values]);
  return { translate, locale, timeZone };
}
